using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Stemma.Alerting;

/// <summary>
/// The signature of a webhook: HMAC-SHA256, under the target's key, over the time of sending in Unix seconds, a full stop, and the
/// body. The time is signed so that a request caught on its way cannot be sent again later.
/// </summary>
public static class WebhookSignature
{
    public const string Header = "Stemma-Signature";

    /// <summary>The value of <see cref="Header"/>: <c>t=1700000000,v1=</c> and 64 hexadecimal digits.</summary>
    public static string Of(ReadOnlySpan<byte> key, DateTimeOffset at, ReadOnlySpan<byte> body)
    {
        var time = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] signed = [.. Encoding.ASCII.GetBytes(time + "."), .. body];
        return $"t={time},v1={Convert.ToHexStringLower(HMACSHA256.HashData(key, signed))}";
    }
}
