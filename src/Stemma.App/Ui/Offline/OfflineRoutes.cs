using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Stemma.App.Json;
using Stemma.App.Serving;
using Stemma.App.Ui.Front;
using Stemma.Storage;

namespace Stemma.App.Ui.Offline;

/// <summary>What a browser keeps for reading without the network: the last stories, as a list for its worker and as a page.</summary>
internal static class OfflineRoutes
{
    private const int MostStories = 200;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Get("/offline", ShowAsync);
        routes.Get("/offline.json", ListAsync);
    }

    private static async Task<IResult> ShowAsync(Visit visit) =>
        OfflinePage.Result(visit.Frame("front"), await StoriesAsync(visit).ConfigureAwait(false));

    private static async Task<IResult> ListAsync(Visit visit)
    {
        var frame = visit.Frame("front");
        var stories = await StoriesAsync(visit).ConfigureAwait(false);
        // A page is another when its story is, or when what all pages share is: the style, the language, the theme.
        var shared = string.Join('\n', frame.Style, frame.Script, frame.Icon, frame.Texts.Language, frame.Settings.Theme);
        var pages = stories.Select(s => new OfflinePageJson($"/stories/{s.Id}", Version(shared, [s]))).ToList();
        var whole = Version(shared, stories);
        visit.Http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Json(
            new OfflineListJson(
            [
                new OfflinePageJson(frame.Style, ""), new OfflinePageJson(frame.Script, ""), new OfflinePageJson(frame.Icon, ""),
                new OfflinePageJson("/", whole), new OfflinePageJson("/offline", whole), .. pages,
            ]),
            StemmaJson.Readable.OfflineListJson);
    }

    private static async Task<IReadOnlyList<StoryLine>> StoriesAsync(Visit visit)
    {
        var lines = await visit.Store.StoriesSinceAsync(DateTimeOffset.UnixEpoch, visit.Now.AddMinutes(5), MostStories, visit.Cancel).ConfigureAwait(false);
        var left = await FrontRoutes.LeftOutAsync(visit, lines).ConfigureAwait(false);
        return [.. lines.Where(l => !left.Contains(l.Id))];
    }

    private static string Version(string shared, IEnumerable<StoryLine> stories)
    {
        var text = new StringBuilder(shared);
        foreach (var s in stories)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{s.Id} {s.LastAt.UtcTicks} {s.Accounts} {s.Outlets} {s.Roots} {s.Denials} {s.Conflicts} {s.Title}");
        }
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 8));
    }
}
