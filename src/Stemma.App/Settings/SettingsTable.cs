using System.Globalization;
using System.Net;

namespace Stemma.App.Settings;

/// <summary>All settings, in the order the docs tell them.</summary>
internal static class SettingsTable
{
    public static IReadOnlyList<Setting> All { get; } =
    [
        new("listen", "127.0.0.1:7070", "Address and port of the web reader. Anything but this machine itself demands accounts.",
            static (s, v) => TryReadEndPoint(v, out var at) ? s with { Listen = at } : null, "an address and a port such as 127.0.0.1:7070"),
        new("allow_private", "false", "Whether feeds and pages in your own network may be asked; link-local and cloud metadata addresses never are.",
            static (s, v) => TryReadSwitch(v, out var on) ? s with { AllowPrivate = on } : null, "true or false"),
        new("allow_networks", "none", "Networks of your own that may be asked, parted by commas.",
            static (s, v) => TryReadNetworks(v, out var networks) ? s with { AllowedNetworks = networks } : null, "networks such as 192.168.1.0/24, 10.0.0.7/32"),
        new("concurrency", "8", "How many addresses are asked at the same time, over all hosts.",
            static (s, v) => TryReadNumber(v, 1, 64, out var n) ? s with { Concurrency = n } : null, "a whole number from 1 to 64"),
        new("host_delay_ms", "500", "Shortest time between two requests to one host, in milliseconds.",
            static (s, v) => TryReadNumber(v, 0, 600_000, out var n) ? s with { HostDelay = TimeSpan.FromMilliseconds(n) } : null, "milliseconds, 0 to 600000"),
        new("user_agent", "Stemma and its version", "What Stemma calls itself to servers. Be honest, and give a way to reach you.",
            static (s, v) => v.All(static c => c is >= ' ' and <= '~') ? s with { UserAgent = v } : null, "plain characters"),
        new("keep_bytes_days", "for ever", "How many days the original bytes of a page are kept once it is read. Its text and all versions of it stay.",
            static (s, v) => TryReadNumber(v, 1, 36_500, out var n) ? s with { KeepBytes = TimeSpan.FromDays(n) } : null, "a number of days from 1 on"),
        new("open_metrics", "false", "Whether other machines may read the counters of /metrics.",
            static (s, v) => TryReadSwitch(v, out var on) ? s with { OpenMetrics = on } : null, "true or false"),
        new("outlets", "none", "A CSV table of outlets of your own, as --outlets takes it.",
            static (s, v) => File.Exists(v) ? s with { Outlets = v } : null, "the path of a file that is there"),
        new("log", "information", "The least that is logged.",
            static (s, v) => v.ToLowerInvariant() is "trace" or "debug" or "information" or "warning" or "error"
                ? s with { LogLevel = v.ToLowerInvariant() } : null,
            "trace, debug, information, warning or error"),
        new("log_format", "text", "The form of the log on standard error: lines of text, or JSON objects for programs that gather logs.",
            static (s, v) => v.ToLowerInvariant() is "text" or "json" ? s with { LogsJson = v.Equals("json", StringComparison.OrdinalIgnoreCase) } : null,
            "text or json"),
        new("public_url", "where it listens", "Where readers reach this server, for links in alerts, for signing in elsewhere, and for the hubs of feeds (WebSub), which then send news as they appear.",
            static (s, v) => TryReadAddress(v, out var url) ? s with { PublicUrl = url } : null, "an address such as https://news.example.org"),
        new("smtp_host", "none", "The mail server that alerts go through. Without one none goes by mail.",
            static (s, v) => Uri.CheckHostName(v) != UriHostNameType.Unknown ? s with { SmtpHost = v } : null, "the name of a server"),
        new("smtp_port", "587", "Its port.",
            static (s, v) => TryReadNumber(v, 1, 65_535, out var n) ? s with { SmtpPort = n } : null, "a port, 1 to 65535"),
        new("smtp_security", "starttls", "How the connection to it is kept private.",
            static (s, v) => v.ToLowerInvariant() is "starttls" or "tls" or "none" ? s with { SmtpSecurity = v.ToLowerInvariant() } : null, "starttls, tls or none"),
        new("smtp_user", "none", "Whom to sign in as at the mail server.", static (s, v) => s with { SmtpUser = v }, "a name"),
        new("smtp_password", "none", "That user's password; better in the file that STEMMA_SMTP_PASSWORD_FILE names.", static (s, v) => s with { SmtpPassword = v }, "a password"),
        new("smtp_from", "stemma@ and the mail server's name", "Address that mails come from.",
            static (s, v) => v.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && at < v.Length - 1 && !v.Any(static c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '<' or '>')
                ? s with { SmtpFrom = v } : null,
            "a mail address"),
        new("oidc_authority", "none", "The OpenID Connect provider that readers sign in with. With one, everybody signs in, on this machine too.",
            static (s, v) => TryReadAddress(v, out var url) && (url!.Scheme == "https" || url.IsLoopback) ? s with { OidcAuthority = url } : null,
            "an address such as https://login.example.org/realms/home"),
        new("oidc_client_id", "none", "Stemma's name at the provider.", static (s, v) => s with { OidcClientId = v }, "a name"),
        new("oidc_client_secret", "none", "Stemma's secret there; better in the file that STEMMA_OIDC_CLIENT_SECRET_FILE names.", static (s, v) => s with { OidcClientSecret = v }, "a secret"),
        new("oidc_name", "the provider's host", "What the sign-in page calls the provider.", static (s, v) => v.Length <= 60 ? s with { OidcName = v } : null, "at most 60 characters"),
        new("oidc_create", "true", "Whether people whom the provider knows and Stemma does not get an account. Say false where anybody may have an account there.",
            static (s, v) => TryReadSwitch(v, out var on) ? s with { OidcCreatesUsers = on } : null, "true or false"),
        new("proxy_header", "none", "The header in which a trusted proxy names who reads, such as Remote-User. With one, everybody is somebody.",
            static (s, v) => v.Length > 0 && v.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') ? s with { ProxyHeader = v } : null, "the name of a header"),
        new("trusted_proxies", "none", "Addresses of proxies whose proxy_header and X-Forwarded headers are believed, parted by commas. From others both are ignored.",
            static (s, v) => TryReadNetworks(v, out var networks) ? s with { TrustedProxies = networks } : null, "networks such as 127.0.0.1/32, 10.0.0.0/8"),
    ];

    private static bool TryReadAddress(string text, out Uri? url) =>
        Uri.TryCreate(text, UriKind.Absolute, out url) && url.Scheme is "http" or "https" && url!.UserInfo.Length == 0 && url.Query.Length == 0;

    private static bool TryReadEndPoint(string text, out IPEndPoint at)
    {
        var parsed = text.StartsWith("localhost:", StringComparison.OrdinalIgnoreCase) ? "127.0.0.1" + text[9..] : text;
        return IPEndPoint.TryParse(parsed, out at!) && at.Port > 0;
    }

    private static bool TryReadSwitch(string text, out bool isOn)
    {
        isOn = text.ToLowerInvariant() is "true" or "yes" or "on" or "1";
        return isOn || text.ToLowerInvariant() is "false" or "no" or "off" or "0";
    }

    private static bool TryReadNumber(string text, int least, int most, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= least && number <= most;

    private static bool TryReadNetworks(string text, out IReadOnlyList<IPNetwork> networks)
    {
        List<IPNetwork> read = [];
        networks = read;
        foreach (var part in text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!IPNetwork.TryParse(part, out var network))
            {
                return false;
            }
            read.Add(network);
        }
        return read.Count > 0;
    }
}
