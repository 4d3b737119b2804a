namespace Stemma.Fetching;

/// <summary>What the iTunes module says of a feed or entry.</summary>
public sealed record FeedPodcast
{
    /// <summary>Whether it asks directories to leave it out: only <c>yes</c> means that.</summary>
    public bool? IsBlocked { get; init; }

    /// <summary>Whether it calls itself explicit; null where it says nothing that counts.</summary>
    public bool? IsExplicit { get; init; }

    /// <summary>Whether <c>explicit</c> is there at all, whatever it says.</summary>
    public string? Explicit { get; init; }

    public string? Duration { get; init; }

    public string? Season { get; init; }

    public string? Episode { get; init; }

    public string? EpisodeType { get; init; }

    public IReadOnlyList<FeedChapter> Chapters { get; init; } = [];

    /// <summary>Version of the chapters module; null where there are none.</summary>
    public string? ChaptersVersion { get; init; }
}
