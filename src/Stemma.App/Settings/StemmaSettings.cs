using System.Net;

namespace Stemma.App.Settings;

/// <summary>
/// What a user may decide; nothing needs to be. Each is set by the command line, else by an environment variable
/// <c>STEMMA_NAME</c> (or <c>STEMMA_NAME_FILE</c>, the path of a file that holds the value), else by a line
/// <c>name = value</c> of <c>stemma.ini</c> in the data folder. <see cref="SettingsReader"/> checks all of them at once.
/// </summary>
internal sealed record StemmaSettings
{
    /// <summary>Folder of the database.</summary>
    public required string DataFolder { get; init; }

    /// <summary>The database file.</summary>
    public string Database => Path.Combine(DataFolder, "stemma.db");

    /// <summary>Where the web reader listens.</summary>
    public IPEndPoint Listen { get; init; } = new(IPAddress.Loopback, 7070);

    /// <summary>Whether feeds and pages of the user's own network are asked.</summary>
    public bool AllowPrivate { get; init; }

    /// <summary>Networks of one's own that may be asked.</summary>
    public IReadOnlyList<IPNetwork> AllowedNetworks { get; init; } = [];

    /// <summary>Addresses asked at the same time.</summary>
    public int Concurrency { get; init; } = 8;

    /// <summary>Shortest time between two requests to one host.</summary>
    public TimeSpan HostDelay { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>What Stemma calls itself; null for the usual.</summary>
    public string? UserAgent { get; init; }

    /// <summary>How long the bytes of pages are kept once they are read; null for ever. Texts are always kept.</summary>
    public TimeSpan? KeepBytes { get; init; }

    /// <summary>Whether others than this machine may read the counters of <c>/metrics</c>.</summary>
    public bool OpenMetrics { get; init; }

    /// <summary>A user's own table of outlets; null for none.</summary>
    public string? Outlets { get; init; }

    /// <summary>The least that is logged: trace, debug, information, warning, error.</summary>
    public string LogLevel { get; init; } = "information";

    /// <summary>Whether each line of the log is a JSON object, for programs that gather logs.</summary>
    public bool LogsJson { get; init; }

    /// <summary>Where readers reach this server, for links in alerts and for hubs; null: where it listens.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>The server that takes mails; null: none are sent.</summary>
    public string? SmtpHost { get; init; }

    public int SmtpPort { get; init; } = 587;

    /// <summary><c>starttls</c>, <c>tls</c> or <c>none</c>.</summary>
    public string SmtpSecurity { get; init; } = "starttls";

    public string? SmtpUser { get; init; }

    public string? SmtpPassword { get; init; }

    /// <summary>Address that mails come from.</summary>
    public string? SmtpFrom { get; init; }

    /// <summary>The provider that readers sign in with; null for none.</summary>
    public Uri? OidcAuthority { get; init; }

    public string? OidcClientId { get; init; }

    public string? OidcClientSecret { get; init; }

    /// <summary>What the sign-in page calls the provider; null for its host.</summary>
    public string? OidcName { get; init; }

    /// <summary>Whether people whom the provider knows and Stemma does not get an account.</summary>
    public bool OidcCreatesUsers { get; init; } = true;

    /// <summary>The header in which a trusted proxy names who reads; null for none.</summary>
    public string? ProxyHeader { get; init; }

    /// <summary>The proxies whose word is taken.</summary>
    public IReadOnlyList<IPNetwork> TrustedProxies { get; init; } = [];
}
