using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Stemma.App.Json;
using Stemma.App.Serving;
using Stemma.App.Ui.Search;
using Stemma.Storage;

namespace Stemma.App.Api;

/// <summary>The same as the pages, for programs. Every field stands in docs/json.md; errors are problem+json.</summary>
internal static class ApiRoutes
{
    private const int MostLines = 200;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Get("/api/stories", StoriesAsync);
        routes.Get("/api/stories/{id}", StoryAsync);
        routes.Get("/api/articles", ArticlesAsync);
        routes.Get("/api/articles/{id}", ArticleAsync);
        routes.Get("/api/search", SearchAsync);
        routes.Get("/api/feeds", FeedsAsync);
    }

    private static async Task<IResult> StoriesAsync(Visit visit)
    {
        if (!TryTime(visit.Query("since"), DateTimeOffset.UnixEpoch, out var since)
            || !TryTime(visit.Query("until"), visit.Now.AddDays(1), out var until) || !TryLimit(visit, out var limit))
        {
            return Problem.Of(StatusCodes.Status400BadRequest, "since and until are ISO 8601 times; limit is 1 to 200.");
        }
        var lines = await visit.Store.StoriesSinceAsync(since, until, limit, visit.Cancel).ConfigureAwait(false);
        var next = lines.Count == limit ? StoryLineJson.Time(lines[^1].LastAt.AddMilliseconds(-1)) : null;
        return Json(new StoryListJson([.. lines.Select(StoryLineJson.Of)], next), StemmaJson.Readable.StoryListJson);
    }

    private static async Task<IResult> StoryAsync(Visit visit) =>
        IdText.Story(visit.Route("id")) is { } id && await visit.Store.BriefAsync(id, visit.Cancel).ConfigureAwait(false) is { } brief
            ? Json(BriefJson.From(brief), StemmaJson.Readable.BriefJson)
            : Missing("story", visit);

    private static async Task<IResult> ArticlesAsync(Visit visit)
    {
        if (!TryLimit(visit, out var limit))
        {
            return Problem.Of(StatusCodes.Status400BadRequest, "limit is 1 to 200.");
        }
        var filter = new ArticleFilter
        {
            Feed = IdText.Feed(visit.Query("feed")),
            Folder = visit.Query("folder"),
            Label = visit.Query("label"),
            Outlet = visit.Query("outlet"),
            Speaker = visit.Query("speaker"),
            OnlyStarred = visit.Query("list") == "starred",
            OnlyFailed = visit.Query("list") == "failed",
            OnlyUnread = visit.Query("list") == "unread",
            Before = long.TryParse(visit.Query("before"), NumberStyles.None, CultureInfo.InvariantCulture, out var before) ? before : long.MaxValue,
            Limit = limit,
        };
        var lines = await visit.Store.ArticlesAsync(filter, visit.Scope, visit.Cancel).ConfigureAwait(false);
        return Json(new ArticleListJson([.. lines.Select(ArticleLineJson.Of)], lines.Count == limit ? lines[^1].Seq : null), StemmaJson.Readable.ArticleListJson);
    }

    private static async Task<IResult> ArticleAsync(Visit visit) =>
        IdText.Article(visit.Route("id")) is { } id && await visit.Store.ArticleAsync(id, visit.Scope, visit.Cancel).ConfigureAwait(false) is { } stored
            ? Json(ArticleJson.Of(stored), StemmaJson.Readable.ArticleJson)
            : Missing("article", visit);

    private static async Task<IResult> SearchAsync(Visit visit)
    {
        if (SearchRoutes.QueryOf(visit) is not { } query)
        {
            return Problem.Of(StatusCodes.Status400BadRequest, "q is missing: what is searched for.");
        }
        var result = await visit.Store.SearchAsync(query, visit.Cancel).ConfigureAwait(false);
        return Json(new SearchJson(query.Text, [.. result.Hits.Select(FoundArticleJson.From)], result.HasMore, result.Faults), StemmaJson.Readable.SearchJson);
    }

    private static async Task<IResult> FeedsAsync(Visit visit)
    {
        var unread = await visit.Store.UnreadAsync(visit.Scope, visit.Cancel).ConfigureAwait(false);
        var feeds = await visit.Store.FeedsAsync(visit.Cancel).ConfigureAwait(false);
        return Json(new FeedListJson([.. feeds.Select(f => FeedJson.Of(f, unread.GetValueOrDefault(f.Id)))]), StemmaJson.Readable.FeedListJson);
    }

    private static IResult Json<T>(T value, JsonTypeInfo<T> type) => TypedResults.Json(value, type);

    private static IResult Missing(string kind, Visit visit) =>
        Problem.Of(StatusCodes.Status404NotFound, $"There is no {kind} {Ui.CleanText.Of(visit.Route("id") ?? "")}.");

    private static bool TryTime(string? text, DateTimeOffset otherwise, out DateTimeOffset time)
    {
        time = otherwise;
        return text is null || DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time);
    }

    private static bool TryLimit(Visit visit, out int limit)
    {
        limit = 50;
        return visit.Query("limit") is not { } text
            || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out limit) && limit is > 0 and <= MostLines);
    }
}
