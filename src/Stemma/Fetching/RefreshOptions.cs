namespace Stemma.Fetching;

/// <summary>How often a feed is asked. Shares and bounds were set by <c>benchmarks refresh</c>, 2026-11-24.</summary>
public sealed record RefreshOptions
{
    /// <summary>Shortest time between two requests that went well.</summary>
    public TimeSpan Shortest { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Longest time between two requests that went well: a feed that wakes up after a year is seen within half a day.</summary>
    public TimeSpan Longest { get; init; } = TimeSpan.FromHours(12);

    /// <summary>For a feed whose entries tell no times, and the shortest for one with fewer than three postings.</summary>
    public TimeSpan Unknown { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Requests for each posting the feed is expected to make; more finds news sooner and asks in vain more often.</summary>
    public double AsksPerPosting { get; init; } = 6;

    /// <summary>Entries closer than this are one posting: many feeds are written in batches.</summary>
    public TimeSpan OnePosting { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How many of the newest postings tell the pace: more is steadier, fewer follows a change sooner.</summary>
    public int Postings { get; init; } = 20;

    /// <summary>The most that the publisher's wish (ttl, Cache-Control, update period) can hold a request back.</summary>
    public TimeSpan LongestWish { get; init; } = TimeSpan.FromHours(6);

    /// <summary>First wait after a failure; doubled with each further one.</summary>
    public TimeSpan FirstBackOff { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>First wait after "too many requests" without a time told; doubled with each further one.</summary>
    public TimeSpan FirstBackOffWhenLimited { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Longest wait after failures.</summary>
    public TimeSpan LongestBackOff { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Longest wait a server can ask for.</summary>
    public TimeSpan LongestRetryAfter { get; init; } = TimeSpan.FromDays(7);

    /// <summary>Share of the wait that is added by the feed's own constant, so that feeds do not fall due together.</summary>
    public double Jitter { get; init; } = 0.1;
}
