using System.Net;
using Stemma.Fetching;

namespace Stemma.App.Settings;

/// <summary>How Stemma asks the network under these settings.</summary>
internal static class Network
{
    /// <summary>The limits and the politeness that the settings mean.</summary>
    /// <param name="settings">What the user decided.</param>
    /// <param name="named">Addresses the user named on the command line: a network of his own that he names is one he means.</param>
    public static FetchOptions Options(StemmaSettings settings, IEnumerable<string> named)
    {
        IReadOnlyList<IPNetwork> meant = AddressGuard.NamedBy(named);
        var options = new FetchOptions
        {
            AllowPrivateAddresses = settings.AllowPrivate,
            AllowedNetworks = [.. settings.AllowedNetworks, .. meant],
            Concurrency = settings.Concurrency,
            DelayPerHost = settings.HostDelay,
            Proxy = ProxySettings.From(Environment.GetEnvironmentVariable),
        };
        return settings.UserAgent is { } name ? options with { UserAgent = name } : options;
    }
}
