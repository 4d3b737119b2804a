using System.Security.Cryptography;
using System.Text;
using Stemma.Alerting;

namespace Stemma.Tests.Alerting;

/// <summary>What a browser does with a pushed body: the other half of RFC 8291, written from it for tests.</summary>
internal static class PushReader
{
    public static byte[] Decrypt(byte[] body, ECDiffieHellman browser, byte[] secret)
    {
        var (salt, sender) = (body[..16], body[21..86]);
        using var other = ECDiffieHellman.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = EllipticPoint.Read(sender) });
        var shared = browser.DeriveRawSecretAgreement(other.PublicKey);
        byte[] about = [.. "WebPush: info\0"u8, .. EllipticPoint.Of(browser.ExportParameters(false).Q), .. sender];
        var start = HKDF.DeriveKey(HashAlgorithmName.SHA256, shared, 32, secret, about);
        var key = HKDF.DeriveKey(HashAlgorithmName.SHA256, start, 16, salt, Encoding.ASCII.GetBytes("Content-Encoding: aes128gcm\0"));
        var nonce = HKDF.DeriveKey(HashAlgorithmName.SHA256, start, 12, salt, Encoding.ASCII.GetBytes("Content-Encoding: nonce\0"));
        var plain = new byte[body.Length - 86 - 16];
        using var cipher = new AesGcm(key, 16);
        cipher.Decrypt(nonce, body.AsSpan(86, plain.Length), body.AsSpan(86 + plain.Length), plain);
        Assert.Equal(2, plain[^1]);
        return plain[..^1];
    }
}
