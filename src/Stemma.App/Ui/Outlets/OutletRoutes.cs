using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Stemma.App.Serving;
using Stemma.App.Ui.Articles;
using Stemma.Model;
using Stemma.Storage;

namespace Stemma.App.Ui.Outlets;

/// <summary>What one outlet published and how it stands in its stories; what one speaker said, over all stories.</summary>
internal static class OutletRoutes
{
    private const int MostArticles = 40;
    private const int MostStories = 20;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Get("/outlets", OutletAsync);
        routes.Get("/speakers", SpeakerAsync);
    }

    private static async Task<IResult> OutletAsync(Visit visit)
    {
        if (visit.Query("name") is not { } name)
        {
            return Answers.NotFound(visit);
        }
        var articles = await visit.Store.ArticlesAsync(new ArticleFilter { Outlet = name, Limit = MostArticles }, visit.Scope, visit.Cancel).ConfigureAwait(false);
        var tally = new OutletTally(name);
        foreach (var story in articles.Select(static a => a.Story).OfType<StoryId>().Distinct().Take(MostStories))
        {
            if (await visit.Store.BriefAsync(story, visit.Cancel).ConfigureAwait(false) is { } brief)
            {
                tally.Count(brief);
            }
        }
        return OutletPage.Result(visit.Frame("outlet"), tally, articles);
    }

    private static async Task<IResult> SpeakerAsync(Visit visit)
    {
        if (visit.Query("name") is not { } name)
        {
            return Answers.NotFound(visit);
        }
        List<SpokenQuote> quotes = [];
        foreach (var line in await visit.Store.ArticlesAsync(new ArticleFilter { Speaker = name, Limit = MostArticles }, visit.Scope, visit.Cancel).ConfigureAwait(false))
        {
            if (await visit.Store.ArticleAsync(line.Id, visit.Scope, visit.Cancel).ConfigureAwait(false) is { Article: { } article, Analysis: { } analysis })
            {
                quotes.AddRange(analysis.Quotes.Where(q => q.Speaker == name && q.Span.End <= article.Text.Length && ArticleModel.IsSaying(q)).Select(q => new SpokenQuote(line, article, q)));
            }
        }
        // A later version of an article says most of it again.
        return SpeakerPage.Result(visit.Frame("speaker"), name, [.. quotes.DistinctBy(static q => (q.Article.OutletLabel, q.Quote.Span.Of(q.Article.Text)))]);
    }
}
