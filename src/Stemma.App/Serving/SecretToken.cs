using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Stemma.App.Serving;

/// <summary>Makes secrets and their digests: what is kept of a secret is the digest alone.</summary>
internal static class SecretToken
{
    /// <summary>256 random bits, as text that stands in addresses and cookies as it is.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static byte[] DigestOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    /// <summary>Whether two texts are equal, in a time that does not tell where they differ.</summary>
    public static bool AreEqual(string a, string b) => CryptographicOperations.FixedTimeEquals(DigestOf(a), DigestOf(b));
}
