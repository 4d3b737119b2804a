namespace Stemma;

/// <summary>Figures of the pipeline that runs for good. None of them changes what comes out, only when.</summary>
public sealed record LiveOptions
{
    /// <summary>Articles read at the same time; one for each core by default.</summary>
    public int Readers { get; init; } = Math.Max(1, Environment.ProcessorCount);

    /// <summary>Most articles read, put in stories and committed together.</summary>
    public int BatchSize { get; init; } = 32;

    /// <summary>Most requests waiting or open at a time for feeds, and as many for pages; how many are sent at once is the fetcher's.</summary>
    public int OpenRequests { get; init; } = 32;

    /// <summary>How long an item rests that failed through a fault of ours.</summary>
    public TimeSpan FaultWait { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long the bytes of pages are kept once they are read; null for ever.</summary>
    public TimeSpan? KeepBytes { get; init; }

    /// <summary>The address by which hubs on the web reach this server; null: none can, and feeds are only asked.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>How long to wait before looking for work nobody told of.</summary>
    public TimeSpan IdleWait { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long readers' filters and alerts wait before looking for news nobody told of.</summary>
    public TimeSpan WatchWait { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How often the newest stories are looked at again, if articles came.</summary>
    public TimeSpan LookAgainAfter { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>After so many articles what the clusterer knows is written down, so that a restart is quick.</summary>
    public int RememberEvery { get; init; } = 1000;
}
