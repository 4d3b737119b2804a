using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Stemma.Model;

/// <summary>
/// Makes ids out of what a thing says, so that the same input has the same id in every run, on every machine and in
/// every order of arrival. Ids are below 2^49, so below 10^15: exact in JSON numbers and safe for feed readers.
/// </summary>
public static class ContentId
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int Bits = 49;

    /// <summary>The first 49 bits of the SHA-256 of the parts, each closed by a zero byte. One pass over the parts.</summary>
    public static long Of(params ReadOnlySpan<string> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(part));
            hash.AppendData([0]);
        }
        Span<byte> digest = stackalloc byte[32];
        hash.GetHashAndReset(digest);
        return (long)(BinaryPrimitives.ReadUInt64BigEndian(digest) >> (64 - Bits));
    }

    /// <summary>The id as a person types it: ten characters of Crockford's base 32 (no i, l, o, u).</summary>
    public static string Write(long value) => string.Create(10, value, static (chars, rest) =>
    {
        for (var i = chars.Length - 1; i >= 0; i--, rest >>= 5)
        {
            chars[i] = Alphabet[(int)(rest & 31)];
        }
    });
}
