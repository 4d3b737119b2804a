using Stemma.Model;

namespace Stemma.Fetching;

/// <summary>What is known of a feed when it has just been asked.</summary>
/// <param name="Feed">Names the feed: its address or id; decides its jitter.</param>
/// <param name="AskedAt">When it was asked.</param>
public sealed record RefreshState(string Feed, DateTimeOffset AskedAt)
{
    /// <summary>
    /// When its entries were published, or first seen where they do not say; any order; as many as are at hand. Those later than
    /// <see cref="AskedAt"/> are passed over.
    /// </summary>
    public IReadOnlyList<DateTimeOffset> EntryTimes { get; init; } = [];

    /// <summary>How long the answer is fresh by its headers; null where they do not say.</summary>
    public TimeSpan? FreshFor { get; init; }

    /// <summary>How often the feed says it is to be asked (ttl) or is renewed (sy:updatePeriod over sy:updateFrequency), the longer; null where it does not say.</summary>
    public TimeSpan? Wish { get; init; }

    /// <summary>Hours of the day, 0 to 23 in UTC, in which the feed is not to be asked; a list of all is passed over.</summary>
    public IReadOnlyCollection<int> SkipHours { get; init; } = [];

    /// <summary>Days on which the feed is not to be asked, in UTC; a list of all is passed over.</summary>
    public IReadOnlyCollection<DayOfWeek> SkipDays { get; init; } = [];

    /// <summary>Why the last request failed; null where it went well, changed or not.</summary>
    public FailureKind? Failure { get; init; }

    /// <summary>How many requests have failed since the last that went well, the last one included.</summary>
    public int FailuresInARow { get; init; }

    /// <summary>When the server wants to be asked again (Retry-After); null where it did not say.</summary>
    public DateTimeOffset? RetryAt { get; init; }

    /// <summary>Whether a WebSub hub sends what is new: then asking is only a safety net.</summary>
    public bool IsPushed { get; init; }
}
