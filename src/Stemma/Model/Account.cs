namespace Stemma.Model;

/// <summary>An article as a member of one story.</summary>
public sealed record Account
{
    /// <summary>The article as last seen: the latest version.</summary>
    public required Article Article { get; init; }

    public required Analysis Analysis { get; init; }

    /// <summary>Why it is in this story.</summary>
    public required Explanation Assignment { get; init; }

    /// <summary>Earlier versions of the same article, oldest first; empty for most.</summary>
    public IReadOnlyList<Article> EarlierVersions { get; init; } = [];

    /// <summary>The article's id, which also names the account within its story.</summary>
    public ArticleId Id => Article.Id;

    /// <summary>The name to show.</summary>
    public string Outlet => Article.OutletLabel;
}
