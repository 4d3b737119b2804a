using Stemma.Extraction;
using Stemma.Model;
using Stemma.Storage;

namespace Stemma;

/// <summary>Steps 2 and 3 for accepted articles: from bytes to text and analysis, under the ids they were accepted with.</summary>
/// <param name="known">The outlets known, those that articles have named among them.</param>
internal sealed class ArticleReading(OutletsSeen known)
{
    private readonly ArticleExtractor _extractor = new(known.BuiltIn);

    /// <summary>
    /// The text of the page, or of what the feed said where there is no page or it holds no article; without its analysis. For
    /// several threads at a time; never throws on any bytes.
    /// </summary>
    public Reading Extract(ReadTask task)
    {
        IReadOnlyList<Article> found = [];
        var entry = task.Entry;
        string? failure = null;
        if (task.Origin == DocumentOrigin.Page)
        {
            var result = _extractor.Extract(task.Document);
            found = result.Articles;
            failure = result.Failure?.Kind.Sentence(result.Failure.Detail);
        }
        else
        {
            entry = task.Document;
        }
        if (found.Count == 0 && entry is not null && ArticleExtractor.ExtractEntry(entry) is var told && (told.Text.Length > 0 || task.Title.Length > 0))
        {
            found = [told];
        }
        List<ReadArticle> read = [];
        for (var i = 0; i < found.Count; i++)
        {
            // The first article of a page has the page's id; the others are named after it and their headline.
            var id = i == 0 ? task.Article : new ArticleId(ContentId.Of("part", task.Article.ToString(), found[i].Title.Length > 0 ? found[i].Title : found[i].Text));
            read.Add(new ReadArticle(Complete(found[i] with { Id = id }, task, isFirst: i == 0), new Analysis { Article = id }, null));
        }
        return new Reading { Task = task, Articles = read, Failure = read.Count == 0 ? failure ?? "holds neither a text nor a title" : null };
    }

    /// <summary>The same with its analysis, by all outlets known by now. For several threads at a time.</summary>
    public Reading Analyze(Reading reading) => reading with
    {
        Articles = [.. reading.Articles.Select(r => r with { Analysis = known.Analyzer.Analyze(r.Article) })],
    };

    /// <summary>What the feed told and the page did not.</summary>
    private static Article Complete(Article article, ReadTask task, bool isFirst) => !isFirst ? article : article with
    {
        Url = article.Url ?? task.Url,
        Outlet = article.Outlet ?? task.Outlet,
        Title = article.Title.Length > 0 ? article.Title : task.Title,
        Bylines = article.Bylines.Count > 0 || task.Author is null ? article.Bylines : [task.Author],
        Published = article.Published is { HasTime: true } || task.Published is null ? article.Published ?? task.Published : Finer(article.Published, task.Published),
        Language = article.Language == "und" ? task.Language ?? "und" : article.Language,
    };

    /// <summary>The feed's instant where the page knows only the same day.</summary>
    private static Moment? Finer(Moment? page, Moment? feed) =>
        page is null || (feed is { HasTime: true } at && Math.Abs((at.At - page.Value.At).TotalHours) < 36) ? feed : page;
}
