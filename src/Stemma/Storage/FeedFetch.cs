using Stemma.Fetching;

namespace Stemma.Storage;

/// <summary>What came of asking a feed once: written together with its entries.</summary>
public sealed record FeedFetch
{
    public required FeedId Feed { get; init; }

    public required DateTimeOffset At { get; init; }

    public TimeSpan Took { get; init; }

    public long Bytes { get; init; }

    /// <summary>What went wrong, in words; null where it answered well.</summary>
    public string? Failure { get; init; }

    /// <summary>Whether the server said that nothing has changed.</summary>
    public bool IsUnchanged { get; init; }

    /// <summary>Its address from now on, after a permanent redirect; null where it stays.</summary>
    public Uri? MovedTo { get; init; }

    public string? ETag { get; init; }

    public string? LastModified { get; init; }

    /// <summary>When it is asked next; null: not again.</summary>
    public DateTimeOffset? NextAt { get; init; }

    public TimeSpan? Interval { get; init; }

    public string? IntervalReason { get; init; }

    /// <summary>What the feed says of itself; null where it could not be read.</summary>
    public string? Title { get; init; }

    public Uri? HomePage { get; init; }

    public string? Language { get; init; }

    /// <summary>How often the feed itself wishes to be asked; null where it does not say.</summary>
    public TimeSpan? Wish { get; init; }

    /// <summary>The hub it names; null for none.</summary>
    public WebSubHub? Hub { get; init; }

    /// <summary>Whether a hub sent it unasked: when the feed is asked next stays as it was.</summary>
    public bool IsSent { get; init; }

    /// <summary>Its entries, as they stand in the feed.</summary>
    public IReadOnlyList<Submission> Entries { get; init; } = [];
}
