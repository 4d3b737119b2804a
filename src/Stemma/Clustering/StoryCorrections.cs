using Stemma.Model;

namespace Stemma.Clustering;

/// <summary>What a person said about pairs of articles: it is remembered, and obeyed before any likeness.</summary>
internal sealed class StoryCorrections
{
    private readonly SortedDictionary<(ArticleId, ArticleId), bool> _pairs = [];

    /// <summary>Pairs that belong together, in order of their ids.</summary>
    public IEnumerable<(ArticleId A, ArticleId B)> Together => _pairs.Where(static p => p.Value).Select(static p => p.Key);

    /// <summary>Pairs to keep apart, in order of their ids.</summary>
    public IEnumerable<(ArticleId A, ArticleId B)> Apart => _pairs.Where(static p => !p.Value).Select(static p => p.Key);

    public bool IsEmpty => _pairs.Count == 0;

    /// <summary>Notes a correction; the last word on a pair counts.</summary>
    public void Add(ArticleId a, ArticleId b, bool together) => _pairs[a < b ? (a, b) : (b, a)] = together;

    /// <summary>Whether the two must not be in one story.</summary>
    public bool AreApart(ArticleId a, ArticleId b) => _pairs.TryGetValue(a < b ? (a, b) : (b, a), out var together) && !together;

    /// <summary>Whether the two must be in one story.</summary>
    public bool AreTogether(ArticleId a, ArticleId b) => _pairs.TryGetValue(a < b ? (a, b) : (b, a), out var together) && together;
}
