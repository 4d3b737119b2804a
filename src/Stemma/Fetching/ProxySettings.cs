using System.Net;

namespace Stemma.Fetching;

/// <summary>The proxies requests go through, and the hosts that are asked without one.</summary>
public sealed record ProxySettings
{
    /// <summary>No proxy at all.</summary>
    public static ProxySettings None { get; } = new();

    /// <summary>For http addresses; null for none.</summary>
    public Uri? Http { get; init; }

    /// <summary>For https addresses; null for none.</summary>
    public Uri? Https { get; init; }

    /// <summary>Hosts that are asked directly: a name and all names under it; <c>*</c> is every host.</summary>
    public IReadOnlyList<string> Direct { get; init; } = [];

    /// <summary>
    /// The settings of the usual variables, <c>https_proxy</c>, <c>http_proxy</c>, <c>all_proxy</c> and <c>no_proxy</c>, in small or
    /// capital letters; <c>HTTP_PROXY</c> in capitals is left aside as everywhere, for a web server sets it from a header.
    /// An address that is none is passed over.
    /// </summary>
    /// <param name="variable">Gives the value of a variable, or null.</param>
    public static ProxySettings From(Func<string, string?> variable)
    {
        var all = Parse(Either("all_proxy"));
        return new ProxySettings
        {
            Http = Parse(variable("http_proxy")) ?? all,
            Https = Parse(Either("https_proxy")) ?? all,
            Direct = (Either("no_proxy") ?? "").Split(
                [',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        };

        string? Either(string name) => variable(name) ?? variable(name.ToUpperInvariant());
    }

    /// <summary>The proxy an address goes through; null where it is asked directly.</summary>
    public Uri? For(Uri url)
    {
        var proxy = url.Scheme == Uri.UriSchemeHttps ? Https : Http;
        return proxy is null || Direct.Any(d => Covers(d, url)) ? null : proxy;
    }

    /// <summary>The same, as the framework asks for it.</summary>
    internal IWebProxy ToWebProxy() => new Selection(this);

    private static bool Covers(string entry, Uri url)
    {
        if (entry == "*")
        {
            return true;
        }
        var colon = entry.LastIndexOf(':');
        if (colon > 0 && entry.IndexOf(':', StringComparison.Ordinal) == colon
            && int.TryParse(entry.AsSpan(colon + 1), out var port))
        {
            if (port != url.Port)
            {
                return false;
            }
            entry = entry[..colon];
        }
        var name = entry.AsSpan().TrimStart("*").TrimStart('.');
        var host = url.IdnHost.AsSpan();
        if (IPNetwork.TryParse(entry, out var network))
        {
            return IPAddress.TryParse(host, out var address) && network.Contains(address);
        }
        return !name.IsEmpty && host.EndsWith(name, StringComparison.OrdinalIgnoreCase)
            && (host.Length == name.Length || host[^(name.Length + 1)] == '.');
    }

    private static Uri? Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }
        text = text.Trim();
        return Uri.TryCreate(text.Contains("://", StringComparison.Ordinal) ? text : "http://" + text, UriKind.Absolute, out var proxy)
            && proxy.Scheme is "http" or "https" or "socks4" or "socks4a" or "socks5" ? proxy : null;
    }

    private sealed class Selection(ProxySettings settings) : IWebProxy
    {
        public ICredentials? Credentials { get; set; } = settings is { Https.UserInfo.Length: > 0 } or { Http.UserInfo.Length: > 0 }
            ? new UserInfoCredentials()
            : null;

        public Uri? GetProxy(Uri destination) => settings.For(destination);

        public bool IsBypassed(Uri host) => settings.For(host) is null;
    }

    // A proxy's name and password stand in its address.
    private sealed class UserInfoCredentials : ICredentials
    {
        public NetworkCredential? GetCredential(Uri uri, string authType)
        {
            var parts = uri.UserInfo.Split(':', 2);
            return parts[0].Length == 0
                ? null
                : new NetworkCredential(Uri.UnescapeDataString(parts[0]), parts.Length > 1 ? Uri.UnescapeDataString(parts[1]) : "");
        }
    }
}
