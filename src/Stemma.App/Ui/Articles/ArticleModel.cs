using Stemma.Model;
using Stemma.Storage;

namespace Stemma.App.Ui.Articles;

/// <summary>An article as its page shows it.</summary>
public sealed record ArticleModel
{
    public required StoredArticle Stored { get; init; }

    /// <summary>Null until it is read.</summary>
    public Article? Article => Stored.Article;

    public Analysis? Analysis => Stored.Analysis;

    /// <summary>Its story, for the link; null where it is in none.</summary>
    public StoryLine? Story { get; init; }

    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>For each paragraph by number, the accounts that share words of it.</summary>
    public IReadOnlyDictionary<int, IReadOnlyList<(string Outlet, ArticleId Article)>> AlsoIn { get; init; }
        = new Dictionary<int, IReadOnlyList<(string, ArticleId)>>();

    /// <summary>The shared stretches.</summary>
    public IReadOnlyList<(TextSpan Span, string Class, string Note)> SharedMarks { get; init; } = [];
}
