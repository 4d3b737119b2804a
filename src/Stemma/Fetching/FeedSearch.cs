using Stemma.Model;

namespace Stemma.Fetching;

/// <summary>The feeds of a site.</summary>
/// <param name="Feeds">The best first; those of comments last.</param>
/// <param name="Kind">What the address itself is.</param>
/// <param name="Failure">Why the address could not be read; null where it could.</param>
public sealed record FeedSearch(IReadOnlyList<FoundFeed> Feeds, ListKind Kind, ItemFailure? Failure);
