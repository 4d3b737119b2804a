using System.Buffers.Text;
using System.Security.Cryptography;
using Stemma.Alerting;
using Stemma.Storage;

namespace Stemma.App.Ui.Alerts;

/// <summary>Reads what a reader gives as a target of alerts.</summary>
internal static class TargetInput
{
    private const int MostAddressChars = 1500;
    private const int MostMailChars = 200;
    private const int KeyBytes = 32;

    /// <summary>A mail address; null where the text is none. What the mail server makes of it is seen when the first mail goes.</summary>
    public static AlertTarget? Mail(ReaderScope scope, string? text, string? code, DateTimeOffset at)
    {
        var address = text?.Trim() ?? "";
        var sign = address.IndexOf('@', StringComparison.Ordinal);
        return sign <= 0 || sign != address.LastIndexOf('@') || sign == address.Length - 1 || address.Length > MostMailChars
            || address.Any(static c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '<' or '>' or ',' or ';' or ':' or '"' or '(' or ')' or '\\')
            ? null
            : new AlertTarget { Id = 0, Scope = scope, Kind = TargetKind.Mail, Address = address, Code = code, At = at };
    }

    /// <summary>An address for a webhook, with a new key; null where the text is no address of the web.</summary>
    public static AlertTarget? Webhook(ReaderScope scope, string? text, DateTimeOffset at) => AddressOf(text, mayBePlain: true) is { } url
        ? new AlertTarget { Id = 0, Scope = scope, Kind = TargetKind.Webhook, Address = url.AbsoluteUri, Secret = RandomNumberGenerator.GetBytes(KeyBytes), At = at }
        : null;

    /// <summary>What a browser gives for notifications; null where any of it has another form.</summary>
    public static AlertTarget? Push(ReaderScope scope, string? endpoint, string? key, string? secret, DateTimeOffset at) =>
        AddressOf(endpoint, mayBePlain: false) is { } url
        && BytesOf(key) is { Length: PushEncryption.PublicKeyBytes } point && point[0] == 4
        && BytesOf(secret) is { Length: PushEncryption.SecretBytes } shared
            ? new AlertTarget { Id = 0, Scope = scope, Kind = TargetKind.Push, Address = url.AbsoluteUri, Secret = [.. point, .. shared], At = at }
            : null;

    private static Uri? AddressOf(string? text, bool mayBePlain) =>
        text is { Length: <= MostAddressChars } && Uri.TryCreate(text.Trim(), UriKind.Absolute, out var url) && url.Host.Length > 0 && url.UserInfo.Length == 0
        && (url.Scheme == "https" || (mayBePlain && url.Scheme == "http"))
            ? url
            : null;

    private static byte[]? BytesOf(string? text)
    {
        if (text is not { Length: > 0 and < 200 } || !Base64Url.IsValid(text))
        {
            return null;
        }
        return Base64Url.DecodeFromChars(text);
    }
}
