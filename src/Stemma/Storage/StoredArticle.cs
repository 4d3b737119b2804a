using Stemma.Model;

namespace Stemma.Storage;

/// <summary>An article as it is kept.</summary>
public sealed record StoredArticle
{
    public required ArticleLine Line { get; init; }

    /// <summary>Null until it is read.</summary>
    public Article? Article { get; init; }

    public Analysis? Analysis { get; init; }

    /// <summary>Why it is in its story.</summary>
    public Explanation? Assignment { get; init; }

    /// <summary>Earlier texts, oldest first, with when each was replaced.</summary>
    public IReadOnlyList<(Article Article, DateTimeOffset Until)> Versions { get; init; } = [];
}
