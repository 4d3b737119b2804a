using System.Security.Cryptography;
using System.Text;

namespace Stemma.Fetching;

/// <summary>The signature by which a hub proves that what it sends comes from it (section 8): <c>method=hex</c>.</summary>
public static class WebSubSignature
{
    /// <summary>Whether a body bears a right signature. Takes the same time wherever it is wrong.</summary>
    /// <param name="header">The X-Hub-Signature header; null for none.</param>
    /// <param name="body">The body as it came.</param>
    /// <param name="secret">The key given to the hub.</param>
    public static bool IsRight(string? header, ReadOnlySpan<byte> body, string secret)
    {
        if (header is null or { Length: > 256 } || header.IndexOf('=', StringComparison.Ordinal) is var at && at <= 0)
        {
            return false;
        }
        Span<byte> told = stackalloc byte[64];
        var hex = header.AsSpan(at + 1).Trim();
        if (Convert.FromHexString(hex, told, out _, out var length) != System.Buffers.OperationStatus.Done)
        {
            return false;
        }
        var key = Encoding.UTF8.GetBytes(secret);
        Span<byte> right = stackalloc byte[64];
        int size;
        switch (header.AsSpan(0, at).Trim().ToString().ToLowerInvariant())
        {
            case "sha256":
                size = HMACSHA256.HashData(key, body, right);
                break;
            case "sha384":
                size = HMACSHA384.HashData(key, body, right);
                break;
            case "sha512":
                size = HMACSHA512.HashData(key, body, right);
                break;
            case "sha1":
                // The oldest method, which most hubs still use; HMAC does not rest on what is broken in SHA-1.
#pragma warning disable CA5350
                size = HMACSHA1.HashData(key, body, right);
#pragma warning restore CA5350
                break;
            default:
                return false;
        }
        return CryptographicOperations.FixedTimeEquals(told[..length], right[..size]);
    }
}
