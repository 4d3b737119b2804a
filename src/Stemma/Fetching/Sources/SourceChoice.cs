using Stemma.Model;

namespace Stemma.Fetching;

/// <summary>What is to be done with something a person adds.</summary>
/// <param name="Kind">What it is.</param>
public sealed record SourceChoice(SourceKind Kind)
{
    /// <summary>What it holds, to be read once; null for feeds.</summary>
    public ISource? Source { get; init; }

    /// <summary>The feeds to ask for good, the best first; one, unless a site or a list names more.</summary>
    public IReadOnlyList<FoundFeed> Feeds { get; init; } = [];

    /// <summary>The list of feeds with its folders; null for all but <see cref="SourceKind.FeedList"/>.</summary>
    public OpmlList? List { get; init; }

    /// <summary>Why it cannot be read; null where it can.</summary>
    public ItemFailure? Failure { get; init; }

    internal static SourceChoice Unreadable(ItemFailure failure) => new(SourceKind.Unreadable) { Failure = failure };
}
