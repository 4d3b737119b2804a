using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Stemma.Storage;

namespace Stemma.Alerting;

/// <summary>
/// Who this installation is to push services (RFC 8292): a pair of keys, made when first needed and kept in the store. Browsers that
/// asked for notifications are bound to it: with other keys nothing reaches them.
/// </summary>
public sealed class VapidKeys : IDisposable
{
    /// <summary>Name under which the store remembers the keys.</summary>
    public const string Name = "alerts.vapid";

    private const int PrivateBytes = 32;
    private static readonly TimeSpan Validity = TimeSpan.FromHours(12);

    private readonly ECDsa _keys;

    private VapidKeys(ECDsa keys)
    {
        _keys = keys;
        PublicKey = Base64Url.EncodeToString(EllipticPoint.Of(keys.ExportParameters(includePrivateParameters: false).Q));
    }

    /// <summary>The public key, as browsers take it.</summary>
    public string PublicKey { get; }

    /// <summary>The keys of this installation; made now where there are none.</summary>
    public static async Task<VapidKeys> LoadAsync(IStore store, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        if (await store.RecallAsync(Name, cancellationToken).ConfigureAwait(false) is { Content: { Length: PrivateBytes + PushEncryption.PublicKeyBytes } kept })
        {
            return new VapidKeys(ECDsa.Create(new ECParameters
            {
                Curve = ECCurve.NamedCurves.nistP256, D = kept[..PrivateBytes], Q = EllipticPoint.Read(kept.AsSpan(PrivateBytes)),
            }));
        }
        var keys = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var made = keys.ExportParameters(includePrivateParameters: true);
        await store.RememberAsync(Name, 0, (byte[])[.. made.D!, .. EllipticPoint.Of(made.Q)], cancellationToken).ConfigureAwait(false);
        return new VapidKeys(keys);
    }

    /// <summary>The value of <c>Authorization</c> for a request to a push service.</summary>
    /// <param name="endpoint">Where it goes: the service is told apart by its origin.</param>
    /// <param name="contact">A <c>mailto:</c> or <c>https:</c> address at which its operator reaches ours; null for none.</param>
    /// <param name="now">It holds twelve hours from then.</param>
    public string Authorization(Uri endpoint, string? contact, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        var claims = new StringBuilder();
        claims.Append(CultureInfo.InvariantCulture, $"{{\"aud\":\"{endpoint.GetLeftPart(UriPartial.Authority)}\",\"exp\":{(now + Validity).ToUnixTimeSeconds()}");
        if (contact is not null)
        {
            claims.Append(",\"sub\":\"").Append(JsonEncodedText.Encode(contact)).Append('"');
        }
        claims.Append('}');
        var token = Base64Url.EncodeToString("{\"typ\":\"JWT\",\"alg\":\"ES256\"}"u8) + "." + Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claims.ToString()));
        var signature = _keys.SignData(Encoding.ASCII.GetBytes(token), HashAlgorithmName.SHA256);
        return $"vapid t={token}.{Base64Url.EncodeToString(signature)}, k={PublicKey}";
    }

    public void Dispose() => _keys.Dispose();
}
