using Stemma.Model;
using Stemma.Storage;

namespace Stemma.App.Ui.Filters;

/// <summary>A filter that has caught an article, with the words of the article that it found.</summary>
/// <param name="Filter">The reader's filter.</param>
/// <param name="Snippet">A stretch of the article around the words, verbatim; empty where they stand elsewhere than in its text.</param>
/// <param name="Marks">Where the words stand in it.</param>
public sealed record CaughtFilter(FilterRule Filter, string Snippet, IReadOnlyList<TextSpan> Marks)
{
    /// <summary>The reader's filters that have caught an article, with their evidence.</summary>
    internal static async ValueTask<IReadOnlyList<CaughtFilter>> OfAsync(Serving.Visit visit, StoredArticle stored)
    {
        var caught = await visit.Store.CaughtAsync(visit.Scope, [stored.Line.Seq], visit.Cancel).ConfigureAwait(false);
        return [.. caught.Select(c => Of(c.Filter, stored.Article))];
    }

    private static CaughtFilter Of(FilterRule filter, Article? article)
    {
        if (article is null || SearchQueryReader.Read(filter.Query).Words is not { Count: > 0 } words)
        {
            return new CaughtFilter(filter, "", []);
        }
        var (snippet, marks) = SnippetCutter.Cut(article.Text, words);
        return marks.Count == 0 ? new CaughtFilter(filter, "", []) : new CaughtFilter(filter, snippet, marks);
    }
}
