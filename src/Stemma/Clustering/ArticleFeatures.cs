using Stemma.Model;

namespace Stemma.Clustering;

/// <summary>What one article is compared by. Made once by <see cref="FeatureReader"/>; knows nothing of other articles.</summary>
internal sealed record ArticleFeatures
{
    public required ArticleId Id { get; init; }

    /// <summary>Null where the article does not tell its time.</summary>
    public DateTimeOffset? Time { get; init; }

    /// <summary>Outlet in lower case, else host of the address; empty where neither is known.</summary>
    public required string Outlet { get; init; }

    /// <summary>Canonical address without what follows <c>?</c> for tracking; empty where unknown.</summary>
    public required string Address { get; init; }

    /// <summary>Words and numbers of the body.</summary>
    public required IReadOnlyList<ArticleTerm> Body { get; init; }

    /// <summary>Capitalised phrases of the body, and their last words.</summary>
    public required IReadOnlyList<ArticleTerm> Names { get; init; }

    /// <summary>Words and numbers of the title.</summary>
    public required IReadOnlyList<ArticleTerm> Title { get; init; }
}
