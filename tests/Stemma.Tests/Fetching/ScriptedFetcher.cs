using Stemma.Fetching;

namespace Stemma.Tests.Fetching;

/// <summary>A fetcher whose every answer comes from a <see cref="ScriptedOutlet"/>.</summary>
internal static class ScriptedFetcher
{
    public static WebFetcher Of(ScriptedOutlet outlet, TimeProvider? clock = null)
    {
        var options = new FetchOptions { DelayPerHost = TimeSpan.Zero };
        return new WebFetcher(options, clock ?? TimeProvider.System, new WebConnector(AddressGuard.Of(options), options), outlet);
    }
}
