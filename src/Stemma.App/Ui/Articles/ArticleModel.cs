using Stemma.App.Ui.Pictures;
using Stemma.Model;
using Stemma.Storage;

namespace Stemma.App.Ui.Articles;

/// <summary>An article as its page shows it.</summary>
public sealed record ArticleModel
{
    public required StoredArticle Stored { get; init; }

    /// <summary>Null until it is read.</summary>
    public Article? Article => Stored.Article;

    /// <summary>
    /// Its analysis without what only the tagger takes for somebody's stance ("declined to comment"): that is no saying of theirs. Null
    /// until it is read.
    /// </summary>
    public Analysis? Analysis => Stored.Analysis is { } all ? all with { Quotes = [.. all.Quotes.Where(IsSaying)] } : null;

    /// <summary>Its story, for the link; null where it is in none.</summary>
    public StoryLine? Story { get; init; }

    /// <summary>Its picture; null where the page had none.</summary>
    public LeadPicture? Picture => Article is { } article ? LeadPicture.Of(article) : null;

    /// <summary>Whether the reader asked to see the picture.</summary>
    public bool WantsPicture { get; init; }

    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>The reader's filters that have caught it, with the words they found.</summary>
    public IReadOnlyList<Filters.CaughtFilter> Caught { get; init; } = [];

    /// <summary>For each paragraph by number, the accounts that share words of it.</summary>
    public IReadOnlyDictionary<int, IReadOnlyList<(string Outlet, ArticleId Article)>> AlsoIn { get; init; }
        = new Dictionary<int, IReadOnlyList<(string, ArticleId)>>();

    /// <summary>The shared stretches.</summary>
    public IReadOnlyList<(TextSpan Span, string Class, string Note)> SharedMarks { get; init; } = [];

    /// <summary>Whether a person would call it something that somebody said.</summary>
    internal static bool IsSaying(Quote quote) =>
        quote.Form != QuoteForm.Indirect || (quote.Speaker is not null && !quote.Explanation.Rule.EndsWith("indirect.tagger", StringComparison.Ordinal));
}
