using Stemma.Fetching;

namespace Stemma.App.Json;

/// <summary>A category or keyword.</summary>
internal sealed record FeedCategoryOutput(string Term, string? Scheme, string? Label)
{
    public static IReadOnlyList<FeedCategoryOutput> All(IReadOnlyList<FeedCategory> categories) =>
        [.. categories.Select(c => new FeedCategoryOutput(c.Term, c.Scheme, c.Label))];
}
