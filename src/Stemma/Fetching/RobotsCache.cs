using Stemma.Model;

namespace Stemma.Fetching;

/// <summary>The robots.txt of the hosts, each asked once a day.</summary>
/// <param name="ask">Fetches one.</param>
/// <param name="gate">Is told the crawl-delay.</param>
/// <param name="agent">The name under which groups are looked for.</param>
/// <param name="clock">Tells when a day is over.</param>
internal sealed class RobotsCache(
    Func<FetchRequest, CancellationToken, Task<FetchResult>> ask, HostGate gate, string agent, TimeProvider clock)
{
    private const int RememberedHosts = 1024;

    // RFC 9309, 2.4: a copy is used for a day at most, unless the file cannot be reached.
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(24);

    // An outage is over sooner than that.
    private static readonly TimeSpan FreshFailure = TimeSpan.FromMinutes(30);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    /// <summary>The file that holds for an address; asked for if need be, by the first of those who wait for it.</summary>
    public async Task<RobotsTxt> ForAsync(Uri url, CancellationToken cancellationToken)
    {
        Task<RobotsTxt> reading;
        lock (_lock)
        {
            if (!_entries.TryGetValue(url.Authority, out var entry) || entry.Until <= clock.GetUtcNow())
            {
                Forget();
                // Whoever asked first may give up; the others still want it, so nobody's token stops it. It is bounded in time.
                // Should asking fail by a fault of ours, it is asked anew after a while.
                entry = new Entry { Until = clock.GetUtcNow() + FreshFailure, Last = entry?.LastGood };
                _entries[url.Authority] = entry;
                entry.Reading = ReadAsync(url, entry);
            }
            reading = entry.Reading!;
        }
        return await reading.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<RobotsTxt> ReadAsync(Uri url, Entry entry)
    {
        // The lock is held until the first wait; nothing is asked under it.
        await Task.Yield();
        var request = new FetchRequest(new Uri(url, "/robots.txt"), FetchPurpose.Robots) { Timeout = Patience };
        var result = await ask(request, CancellationToken.None).ConfigureAwait(false);
        var robots = Judge(result, entry.Last);
        if (robots.CrawlDelay is { } delay)
        {
            gate.SlowDown(url, delay);
        }
        lock (_lock)
        {
            entry.LastGood = result.Document is null ? entry.Last : robots;
            entry.Until = clock.GetUtcNow() + (IsAnswer(result) ? Fresh : FreshFailure);
        }
        return robots;
    }

    // RFC 9309, 2.3.1: refused or absent means all is allowed, out of reach means nothing is.
    private RobotsTxt Judge(FetchResult result, RobotsTxt? last) => result switch
    {
        { Document: { } document } => RobotsTxt.Read(document.Content.Span, agent),
        _ when IsAnswer(result) => RobotsTxt.AllowAll,
        _ => last ?? RobotsTxt.DisallowAll,
    };

    private static bool IsAnswer(FetchResult result) =>
        result.Failure is null
        || result.Failure.Kind is FailureKind.Empty or FailureKind.HttpStatus or FailureKind.Denied or FailureKind.Gone
            or FailureKind.TooManyRedirects;

    private void Forget()
    {
        if (_entries.Count < RememberedHosts)
        {
            return;
        }
        foreach (var host in _entries.OrderBy(e => e.Value.Until).ThenBy(e => e.Key, StringComparer.Ordinal).Take(RememberedHosts / 4).ToList())
        {
            _entries.Remove(host.Key);
        }
    }

    private sealed class Entry
    {
        public DateTimeOffset Until { get; set; }

        public Task<RobotsTxt>? Reading { get; set; }

        /// <summary>The copy from before.</summary>
        public RobotsTxt? Last { get; init; }

        /// <summary>The newest copy that was really read.</summary>
        public RobotsTxt? LastGood { get; set; }
    }
}
