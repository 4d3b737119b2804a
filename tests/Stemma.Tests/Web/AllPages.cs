using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Stemma.Model;
using Stemma.Storage;

namespace Stemma.Tests.Web;

/// <summary>Every route of the host, with ids of things that are there.</summary>
internal static class AllPages
{
    /// <summary>Patterns with their method, as the host has them.</summary>
    public static IReadOnlyList<(string Method, string Pattern)> Routes(WebApp app) =>
    [
        .. app.App.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Concat(((IEndpointRouteBuilder)app.App).DataSources.SelectMany(s => s.Endpoints).OfType<RouteEndpoint>())
            .Where(e => e.RoutePattern.RawText is { } text && !text.Contains("{*", StringComparison.Ordinal))
            .SelectMany(e => e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Select(m => (m, e.RoutePattern.RawText!)) ?? [("GET", e.RoutePattern.RawText!)])
            .Distinct().OrderBy(r => r, Comparer<(string, string)>.Default),
    ];

    /// <summary>Addresses to GET: each route with the ids of one story, article and feed, and the queries pages are asked with.</summary>
    public static async Task<IReadOnlyList<string>> AddressesAsync(WebApp app, string name = "Halyard News Agency")
    {
        var article = (await app.Store.ArticlesAsync(new ArticleFilter { Limit = 1 }, default))[0];
        var feed = await app.Store.FeedsAsync() is [var first, ..] ? first : null;
        var escaped = Uri.EscapeDataString(name);
        List<string> addresses = [];
        foreach (var (_, pattern) in Routes(app).Where(r => r.Method == "GET"))
        {
            addresses.Add(Fill(pattern, article.Story ?? default, article.Id, feed?.Id));
        }
        addresses.AddRange([
            "/?day=2026-10-06", "/?lang=de", "/?place=" + escaped, "/?section=" + escaped, "/search?q=" + escaped, "/search?q=the&order=best",
            "/reader?list=all", "/reader?list=starred", "/reader?list=failed", "/reader?label=" + escaped, "/reader?folder=" + escaped,
            "/outlets?name=" + escaped, "/speakers?name=" + escaped, "/api/search?q=" + escaped, "/nowhere", "/sign-in", "/feeds?said=" + escaped,
        ]);
        return addresses;
    }

    private static string Fill(string pattern, StoryId story, ArticleId article, FeedId? feed) => pattern.Replace("{number}", "0", StringComparison.Ordinal).Replace(
        "{id}",
        pattern.Contains("stories", StringComparison.Ordinal) ? story.ToString()
            : pattern.Contains("articles", StringComparison.Ordinal) ? article.ToString()
            : feed?.ToString() ?? "f0000000000",
        StringComparison.Ordinal);
}
