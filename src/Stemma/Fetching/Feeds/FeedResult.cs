using Stemma.Model;

namespace Stemma.Fetching;

/// <summary>What came of reading a document as a feed: a feed, with what was wrong with it, or the reason why there is none.</summary>
public sealed record FeedResult
{
    public Feed? Feed { get; init; }

    /// <summary>What was wrong and mended, at most one of each kind, in the order found. Empty for a sound feed.</summary>
    public IReadOnlyList<FeedFault> Faults { get; init; } = [];

    /// <summary>
    /// Whether the document is a feed, written and served as it should be. Dates nobody understands and ids given twice are
    /// faults, but none of its form.
    /// </summary>
    public bool IsWellFormed => Feed is not null && Faults.All(f => f.Kind is FeedFaultKind.BadDate or FeedFaultKind.RepeatedId);

    /// <summary>Why there is no feed; null where there is one.</summary>
    public ItemFailure? Failure { get; init; }

    /// <summary>Name of the character set the document was read in, lower case; empty where it was not read.</summary>
    public string Charset { get; init; } = "";

    /// <summary>The page is HTML and names these feeds; empty for a feed.</summary>
    public IReadOnlyList<FeedLink> NamedFeeds { get; init; } = [];
}
