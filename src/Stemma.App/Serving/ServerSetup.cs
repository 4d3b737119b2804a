using System.Net;
using Microsoft.Extensions.Logging;
using Stemma.Fetching;

namespace Stemma.App.Serving;

/// <summary>What the server is told at its start.</summary>
internal sealed record ServerSetup
{
    /// <summary>Where it listens.</summary>
    public required IPEndPoint Listen { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>
    /// Whether others than this machine can reach it: then everybody signs in. So too where a proxy stands before it or a provider is
    /// named, wherever it listens.
    /// </summary>
    public bool IsOpen => !IPAddress.IsLoopback(Listen.Address) || Proxy is not null || Oidc is not null;

    /// <summary>The provider that readers may sign in with; null for none.</summary>
    public OidcSetup? Oidc { get; init; }

    /// <summary>The proxies whose word is taken; null for none.</summary>
    public ProxySetup? Proxy { get; init; }

    /// <summary>Who holds it may make the first account. Printed at the start, gone with the process.</summary>
    public string WelcomeToken { get; init; } = SecretToken.New();

    /// <summary>What has been done since the start, for whoever watches.</summary>
    public Counters? Counters { get; init; }

    /// <summary>Whether other machines may read the counters.</summary>
    public bool HasOpenMetrics { get; init; }

    /// <summary>The least that is logged.</summary>
    public LogLevel LogLevel { get; init; } = LogLevel.Warning;

    /// <summary>Whether each line of the log is a JSON object.</summary>
    public bool LogsJson { get; init; }

    /// <summary>Where readers and hubs reach it, as its admin says; null: where it listens.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>Scheme and host for links that leave the browser, without a slash at the end.</summary>
    public string Home => PublicUrl?.AbsoluteUri.TrimEnd('/')
        ?? $"http://{(Listen.Address.Equals(IPAddress.Any) || Listen.Address.Equals(IPAddress.IPv6Any) ? new IPEndPoint(IPAddress.Loopback, Listen.Port) : Listen)}";

    /// <summary>The server that takes mails; null for none.</summary>
    public MailSetup? Mail { get; init; }

    /// <summary>Which addresses readers may have alerts sent to.</summary>
    public FetchOptions Network { get; init; } = new();

    /// <summary>Whether feeds are asked and stories made while it runs; not so for a single answer without a server.</summary>
    public bool RunsDaemon { get; init; } = true;
}
