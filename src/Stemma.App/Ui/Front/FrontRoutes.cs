using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Stemma.App.Serving;
using Stemma.Storage;

namespace Stemma.App.Ui.Front;

/// <summary>The front page, of now or of any day, and the first run.</summary>
internal static class FrontRoutes
{
    private const int MostConsidered = 400;
    private const int MostInFull = 9;
    private const int MostLines = 60;
    private const int MostAside = 8;
    private static readonly TimeSpan Growth = TimeSpan.FromHours(6);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Get("/", ShowAsync);
        routes.Post("/samples", AddSamplesAsync);
    }

    private static async Task<IResult> ShowAsync(Visit visit)
    {
        var (now, store, cancel) = (visit.Now, visit.Store, visit.Cancel);
        var before = visit.User is { } user
            ? await visit.Http.RequestServices.GetRequiredService<LastVisits>().BeforeAsync(user, now, cancel).ConfigureAwait(false)
            : null;
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var day = DateOnly.TryParseExact(visit.Query("day"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var asked) && asked < today
            ? asked
            : (DateOnly?)null;
        var lines = day is { } of
            ? await store.StoriesAsOfAsync(StartOf(of), StartOf(of.AddDays(1)), MostConsidered, cancel).ConfigureAwait(false)
            : await store.StoriesSinceAsync(DateTimeOffset.UnixEpoch, now.AddMinutes(5), MostConsidered, cancel).ConfigureAwait(false);
        if (lines.Count == 0 && day is null && await IsEmptyAsync(visit).ConfigureAwait(false))
        {
            return FirstRunPage.Result(visit.Frame("front"));
        }
        var (name, value) = Filter(visit);
        var model = await ModelAsync(visit, lines, name, value, day is { } d ? StartOf(d.AddDays(1)) : now, day is null ? before : null).ConfigureAwait(false);
        var isReading = model.Stories == 0 && name is null && day is null && await IsReadingAsync(visit).ConfigureAwait(false);
        if (isReading)
        {
            // Looked at again by itself until there is something to see.
            visit.Http.Response.Headers["Refresh"] = "2";
        }
        return FrontPage.Result(visit.Frame("front"), model with { Day = day, Today = today, IsReading = isReading });
    }

    private static async Task<FrontModel> ModelAsync(
        Visit visit, IReadOnlyList<StoryLine> lines, string? name, string? value, DateTimeOffset now, DateTimeOffset? before)
    {
        var stands = (await visit.Store.StandsAsync(visit.Scope, visit.Cancel).ConfigureAwait(false)).ToDictionary(static s => s.Story, static s => s.Stand);
        var shown = lines.Where(l => stands.GetValueOrDefault(l.Id) != "mute" && Matches(l, name, value)).ToList();
        var ranked = RankedStory.Rank(shown, now).Select(s => s with
        {
            IsNew = before is { } then && s.Line.LastAt > then,
            Stand = stands.GetValueOrDefault(s.Line.Id),
        }).ToList();
        // A front page is of stories: what only one outlet has stands apart, unless there is nothing else.
        var told = ranked.Where(static s => s.Line.Outlets > 1 || s.Line.Roots > 1).ToList();
        var main = told.Count >= 2 || ranked.Count == told.Count ? told : ranked;
        var top = new List<RankedStory>(MostInFull);
        var cards = visit.Http.RequestServices.GetRequiredService<StoryCards>();
        foreach (var story in main.Take(MostInFull))
        {
            top.Add(story with { Card = await cards.OfAsync(story.Line, visit.Cancel).ConfigureAwait(false) });
        }
        var growing = await visit.Store.GrowingAsync(now - Growth, 50, visit.Cancel).ConfigureAwait(false);
        var byId = ranked.ToDictionary(static s => s.Line.Id);
        return new FrontModel
        {
            Top = top,
            More = [.. main.Skip(MostInFull).Take(MostLines)],
            Growing = [.. growing.Where(g => byId.ContainsKey(g.Story) && !top.Take(1).Any(t => t.Line.Id == g.Story)).Take(MostAside).Select(g => (byId[g.Story], g.Articles))],
            OnlyOne = main == ranked ? [] : [.. ranked.Where(static s => s.Line.Outlets <= 1).OrderByDescending(static s => s.Line.LastAt).ThenBy(static s => s.Line.Id).Take(MostAside)],
            Languages = Commonest(lines.Select(static l => l.Language == "und" ? null : l.Language)),
            Sections = Commonest(lines.Select(static l => l.Section)),
            Places = Commonest(lines.Select(static l => l.Place)),
            FilterName = name,
            FilterValue = value,
            Today = default,
            New = before is null ? null : ranked.Count(static s => s.IsNew),
            Stories = ranked.Count,
        };
    }

    private static async Task<IResult> AddSamplesAsync(Visit visit)
    {
        await visit.Store.AcceptAsync(SampleEvents.Pages(visit.Now), visit.Now, visit.Cancel).ConfigureAwait(false);
        visit.Daemon.Wake();
        await SettleAsync(visit).ConfigureAwait(false);
        return Answers.SeeOther("/");
    }

    /// <summary>Waits a little until the stories are made, so that the first page has some; what takes longer comes by itself.</summary>
    private static async Task SettleAsync(Visit visit)
    {
        for (var i = 0; i < 60 && visit.Setup.RunsDaemon; i++)
        {
            await Task.Delay(150, visit.Cancel).ConfigureAwait(false);
            if (!await IsReadingAsync(visit).ConfigureAwait(false)
                && (await visit.Store.StoriesSinceAsync(DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue, 1, visit.Cancel).ConfigureAwait(false)).Count > 0)
            {
                return;
            }
        }
    }

    private static async Task<bool> IsReadingAsync(Visit visit) =>
        (await visit.Store.ToReadAsync(0, 1, visit.Cancel).ConfigureAwait(false)).Count > 0
        || (await visit.Store.StoriesToBriefAsync(1, visit.Cancel).ConfigureAwait(false)).Count > 0;

    private static async Task<bool> IsEmptyAsync(Visit visit) =>
        (await visit.Store.ArticlesAsync(new ArticleFilter { Limit = 1 }, visit.Scope, visit.Cancel).ConfigureAwait(false)).Count == 0
        && (await visit.Store.FeedsAsync(visit.Cancel).ConfigureAwait(false)).Count == 0;

    private static (string? Name, string? Value) Filter(Visit visit)
    {
        foreach (var name in new[] { "lang", "section", "place" })
        {
            if (visit.Query(name) is { } value)
            {
                return (name, value);
            }
        }
        return (null, null);
    }

    private static bool Matches(StoryLine line, string? name, string? value) => name switch
    {
        "lang" => line.Language == value,
        "section" => line.Section == value,
        "place" => line.Place == value,
        _ => true,
    };

    private static IReadOnlyList<(string, int)> Commonest(IEnumerable<string?> values) =>
    [
        .. values.OfType<string>().Where(static v => v.Length is > 0 and < 60).GroupBy(static v => v, StringComparer.Ordinal).Select(static g => (Value: g.Key, Stories: g.Count()))
            .OrderByDescending(static g => g.Stories).ThenBy(static g => g.Value, StringComparer.Ordinal).Take(12),
    ];

    private static DateTimeOffset StartOf(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);
}
