using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Stemma.App.Serving;
using Stemma.Model;
using Stemma.Storage;

namespace Stemma.App.Ui.Search;

/// <summary>Search, and the searches that a reader keeps.</summary>
internal static class SearchRoutes
{
    private const int PageSize = 30;
    private const int MostSkipped = 3000;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Get("/search", ShowAsync);
        routes.Post("/search/saved", SaveAsync);
        routes.Get("/help", static visit => Task.FromResult(HelpPage.Result(visit.Frame("help"))));
        routes.Get("/opensearch.xml", OpenSearchAsync).WithMetadata(OpenToAll.Instance);
    }

    /// <summary>What a request searches for; null where it asks nothing.</summary>
    public static SearchQuery? QueryOf(Visit visit)
    {
        if (visit.Query("q")?.Trim() is not { Length: > 0 } text)
        {
            return null;
        }
        var skip = int.TryParse(visit.Query("skip"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? Math.Min(asked, MostSkipped) : 0;
        return SearchQueryReader.Read(text) with { ByRelevance = visit.Query("order") == "best", Limit = PageSize, Skip = skip, Scope = visit.Scope };
    }

    private static async Task<IResult> ShowAsync(Visit visit)
    {
        var saved = await visit.Store.SavedSearchesAsync(visit.Scope, visit.Cancel).ConfigureAwait(false);
        if (QueryOf(visit) is not { } query)
        {
            return SearchPage.Result(visit.Frame("search"), new SearchModel { Saved = saved });
        }
        var result = await visit.Store.SearchAsync(query, visit.Cancel).ConfigureAwait(false);
        var stories = new Dictionary<StoryId, StoryLine>();
        foreach (var id in result.Hits.Select(static h => h.Line.Story).OfType<StoryId>().Distinct())
        {
            if (await visit.Store.StoryLineAsync(id, visit.Cancel).ConfigureAwait(false) is { } line)
            {
                stories[id] = line;
            }
        }
        return SearchPage.Result(visit.Frame("search"), new SearchModel { Query = query, Result = result, Stories = stories, Saved = saved });
    }

    private static async Task<IResult> SaveAsync(Visit visit)
    {
        if (visit.Form("q")?.Trim() is not { Length: > 0 and <= 500 } query)
        {
            return Answers.SeeOther("/search");
        }
        await visit.Store.SaveSearchAsync(visit.Scope, query, visit.Form("do") != "remove", visit.Now, visit.Cancel).ConfigureAwait(false);
        return Answers.SeeOther("/search?q=" + Uri.EscapeDataString(query));
    }

    private static Task<IResult> OpenSearchAsync(Visit visit)
    {
        var origin = System.Net.WebUtility.HtmlEncode($"{visit.Http.Request.Scheme}://{visit.Http.Request.Host}");
        return Task.FromResult<IResult>(TypedResults.Text(
            $$"""
            <?xml version="1.0" encoding="UTF-8"?>
            <OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/"><ShortName>Stemma</ShortName><Description>Stemma</Description><Url type="text/html" template="{{origin}}/search?q={searchTerms}"/></OpenSearchDescription>
            """,
            "application/opensearchdescription+xml; charset=utf-8", Encoding.UTF8));
    }
}
