using Stemma.Model;

namespace Stemma.Storage;

/// <summary>What came of reading one accepted article: written in one piece.</summary>
public sealed record Reading
{
    public required ReadTask Task { get; init; }

    /// <summary>The article and those beside it on the page; empty where it could not be read.</summary>
    public IReadOnlyList<ReadArticle> Articles { get; init; } = [];

    /// <summary>The article that the page proved to be, by its canonical address; null for one of its own.</summary>
    public ArticleId? SameAs { get; init; }

    /// <summary>Why there is none, in words.</summary>
    public string? Failure { get; init; }
}
