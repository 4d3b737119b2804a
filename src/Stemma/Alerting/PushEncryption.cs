using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Stemma.Alerting;

/// <summary>
/// Encrypts a message so that only one browser can read it, not the push service between: RFC 8291 (message encryption for web push)
/// over RFC 8188 (aes128gcm), in one record.
/// </summary>
public static class PushEncryption
{
    public const int PublicKeyBytes = 65;
    public const int SecretBytes = 16;

    /// <summary>Longest message: push services take bodies of 4,096 bytes, of which header, padding and tag need 103.</summary>
    public const int MostBytes = 3993;

    private const int RecordSize = 4096;
    private const int SaltBytes = 16;
    private const int TagBytes = 16;

    /// <summary>The body to post.</summary>
    /// <param name="message">At most <see cref="MostBytes"/> bytes.</param>
    /// <param name="browserKey">The browser's public key: 65 bytes, uncompressed.</param>
    /// <param name="browserSecret">The browser's secret: 16 bytes.</param>
    /// <exception cref="CryptographicException">The key is no point of the curve.</exception>
    public static byte[] Encrypt(ReadOnlySpan<byte> message, ReadOnlySpan<byte> browserKey, ReadOnlySpan<byte> browserSecret)
    {
        using var own = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        return Encrypt(message, browserKey, browserSecret, own, RandomNumberGenerator.GetBytes(SaltBytes));
    }

    /// <summary>The same with the pair of keys and the salt given, which must never be used twice: for the examples of the RFC.</summary>
    internal static byte[] Encrypt(
        ReadOnlySpan<byte> message, ReadOnlySpan<byte> browserKey, ReadOnlySpan<byte> browserSecret, ECDiffieHellman own, ReadOnlySpan<byte> salt)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(message.Length, MostBytes);
        var ownKey = EllipticPoint.Of(own.ExportParameters(includePrivateParameters: false).Q);
        using var browser = ECDiffieHellman.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = EllipticPoint.Read(browserKey) });
        var shared = own.DeriveRawSecretAgreement(browser.PublicKey);
        // RFC 8291 section 3.4: both keys and the browser's secret go into what RFC 8188 starts from.
        byte[] about = [.. "WebPush: info\0"u8, .. browserKey, .. ownKey];
        var start = HKDF.DeriveKey(HashAlgorithmName.SHA256, shared, 32, browserSecret.ToArray(), about);
        // RFC 8188 section 2.2 and 2.3.
        var pseudorandom = HKDF.Extract(HashAlgorithmName.SHA256, start, salt.ToArray());
        var key = HKDF.Expand(HashAlgorithmName.SHA256, pseudorandom, 16, Encoding.ASCII.GetBytes("Content-Encoding: aes128gcm\0"));
        var nonce = HKDF.Expand(HashAlgorithmName.SHA256, pseudorandom, 12, Encoding.ASCII.GetBytes("Content-Encoding: nonce\0"));

        var head = SaltBytes + sizeof(uint) + 1 + PublicKeyBytes;
        var body = new byte[head + message.Length + 1 + TagBytes];
        salt.CopyTo(body);
        BinaryPrimitives.WriteUInt32BigEndian(body.AsSpan(SaltBytes), RecordSize);
        body[SaltBytes + sizeof(uint)] = PublicKeyBytes;
        ownKey.CopyTo(body.AsSpan(SaltBytes + sizeof(uint) + 1));
        // A 2 ends the last record; there is one.
        byte[] padded = [.. message, 2];
        using var cipher = new AesGcm(key, TagBytes);
        cipher.Encrypt(nonce, padded, body.AsSpan(head, padded.Length), body.AsSpan(head + padded.Length));
        return body;
    }
}
