using Stemma.Model;
using Stemma.Storage;

namespace Stemma;

/// <summary>What came of adding one thing.</summary>
public sealed record Added
{
    /// <summary>Feeds that are new; they are asked at once.</summary>
    public IReadOnlyList<FeedRecord> Feeds { get; init; } = [];

    /// <summary>Feeds that were there already.</summary>
    public int KnownFeeds { get; init; }

    public Accepted Articles { get; init; }

    /// <summary>What could not be taken in, each with its reason.</summary>
    public IReadOnlyList<ItemFailure> Failures { get; init; } = [];

    /// <summary>Whether anything at all came of it.</summary>
    public bool HasAny => Feeds.Count > 0 || KnownFeeds > 0 || Articles.Fresh + Articles.Changed + Articles.Known > 0;
}
