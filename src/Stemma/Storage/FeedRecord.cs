namespace Stemma.Storage;

/// <summary>A feed, and how it stands with asking for it.</summary>
public sealed record FeedRecord
{
    public required FeedId Id { get; init; }

    /// <summary>What is asked now; other than <see cref="Given"/> after a permanent redirect.</summary>
    public required Uri Address { get; init; }

    /// <summary>As the user gave it.</summary>
    public required Uri Given { get; init; }

    /// <summary>The feed's own title; empty before it was first read.</summary>
    public string Title { get; init; } = "";

    /// <summary>The user's name for it.</summary>
    public string? Named { get; init; }

    /// <summary>The user's folder; empty for none.</summary>
    public string Folder { get; init; } = "";

    public Uri? HomePage { get; init; }

    public string? Language { get; init; }

    public PagePolicy Pages { get; init; }

    public DateTimeOffset AddedAt { get; init; }

    public string? ETag { get; init; }

    /// <summary>As the server wrote it.</summary>
    public string? LastModified { get; init; }

    /// <summary>When it is asked next; null: not again.</summary>
    public DateTimeOffset? NextAt { get; init; }

    /// <summary>The wait last chosen.</summary>
    public TimeSpan? Interval { get; init; }

    /// <summary>Why it was chosen, in words.</summary>
    public string? IntervalReason { get; init; }

    /// <summary>How often the feed itself wishes to be asked; null where it did not say.</summary>
    public TimeSpan? Wish { get; init; }

    public DateTimeOffset? AskedAt { get; init; }

    /// <summary>When it last answered well.</summary>
    public DateTimeOffset? OkAt { get; init; }

    /// <summary>When it last had something new.</summary>
    public DateTimeOffset? FreshAt { get; init; }

    /// <summary>Failures in a row.</summary>
    public int Failures { get; init; }

    /// <summary>What went wrong last, in words; null while well.</summary>
    public string? Failure { get; init; }

    /// <summary>WebSub hub that tells of news, if the feed names one.</summary>
    public Uri? Hub { get; init; }

    /// <summary>Until when the hub sends what is new; null where it does not.</summary>
    public DateTimeOffset? SentUntil { get; init; }

    /// <summary>The name to show: the user's, else the feed's, else its host.</summary>
    public string Label => Named ?? (Title.Length > 0 ? Title : Address.Host);
}
