using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Stemma.App.Serving;
using Stemma.Model;
using Stemma.Storage;

namespace Stemma.App.Ui.Front;

/// <summary>The front page, of now or of any day, and the first run.</summary>
internal static class FrontRoutes
{
    private const int MostConsidered = 400;
    private const int MostInFull = 9;
    private const int MostLines = 60;
    private const int MostAside = 8;
    private const int LeastOfTopic = 2;
    private const int MostOfTopic = 6;
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
            ? await store.StoriesOfDayAsync(of, MostConsidered, cancel).ConfigureAwait(false)
            : await store.StoriesSinceAsync(DateTimeOffset.UnixEpoch, now.AddMinutes(5), MostConsidered, cancel).ConfigureAwait(false);
        if (lines.Count == 0 && day is null && await IsEmptyAsync(visit).ConfigureAwait(false))
        {
            return FirstRunPage.Result(visit.Frame("front"));
        }
        var (name, value) = Filter(visit);
        var model = await ModelAsync(visit, lines, name, value, day is { } d ? StartOf(d.AddDays(1)) : now, day is null ? before : null, day is not null).ConfigureAwait(false);
        var isReading = model.Stories == 0 && name is null && day is null && await IsReadingAsync(visit).ConfigureAwait(false);
        if (isReading)
        {
            // Looked at again by itself until there is something to see.
            visit.Http.Response.Headers["Refresh"] = "2";
        }
        return FrontPage.Result(visit.Frame("front"), model with { Day = day, Today = today, IsReading = isReading });
    }

    private static async Task<FrontModel> ModelAsync(
        Visit visit, IReadOnlyList<StoryLine> lines, string? name, string? value, DateTimeOffset now, DateTimeOffset? before, bool isPast)
    {
        var services = visit.Http.RequestServices;
        var stands = (await visit.Store.StandsAsync(visit.Scope, visit.Cancel).ConfigureAwait(false)).ToDictionary(static s => s.Story, static s => s.Stand);
        var hidden = await HiddenAsync(visit, lines).ConfigureAwait(false);
        var asksHidden = visit.Query("list") == "hidden";
        var topics = await services.GetRequiredService<StoryTopics>().OfAsync(lines, visit.Cancel).ConfigureAwait(false);
        var shown = lines.Where(l => stands.GetValueOrDefault(l.Id) != "mute" && hidden.Contains(l.Id) == asksHidden && Matches(l, topics[l.Id], name, value)).ToList();
        var ranked = RankedStory.Rank(shown, now).Select(s => s with
        {
            IsNew = before is { } then && s.Line.LastAt > then,
            Stand = stands.GetValueOrDefault(s.Line.Id),
            Topic = topics[s.Line.Id],
        }).ToList();
        // A front page is of stories: what only one outlet has stands apart, unless there is nothing else.
        var told = ranked.Where(static s => s.Line.Outlets > 1 || s.Line.Roots > 1).ToList();
        var main = told.Count >= 2 || ranked.Count == told.Count ? told : ranked;
        var top = new List<RankedStory>(MostInFull);
        var cards = services.GetRequiredService<StoryCards>();
        foreach (var story in main.Take(MostInFull))
        {
            top.Add(story with { Card = isPast ? StoryCard.Of(story.Line) : await cards.OfAsync(story.Line, visit.Cancel).ConfigureAwait(false) });
        }
        // What stands in full says by itself that it grows; aside stands what one would miss.
        var growing = isPast ? [] : await visit.Store.GrowingAsync(now - Growth, 50, visit.Cancel).ConfigureAwait(false);
        var byId = ranked.ToDictionary(static s => s.Line.Id);
        var (sections, more) = Sections(main.Skip(MostInFull).Take(MostLines), name == "topic");
        return new FrontModel
        {
            Top = [.. top.Select(t => t with { Grew = growing.FirstOrDefault(g => g.Story == t.Line.Id).Articles })],
            ByTopic = sections,
            More = more,
            Growing = [.. growing.Where(g => byId.ContainsKey(g.Story) && !top.Exists(t => t.Line.Id == g.Story)).Take(MostAside).Select(g => (byId[g.Story], g.Articles))],
            OnlyOne = main == ranked ? [] : [.. ranked.Where(static s => s.Line.Outlets <= 1).OrderByDescending(static s => s.Line.LastAt).ThenBy(static s => s.Line.Id).Take(MostAside)],
            Languages = Commonest(lines.Select(static l => l.Language == "und" ? null : l.Language)),
            Topics = Commonest(lines.Select(l => topics[l.Id].Topic)),
            Folders = Commonest(lines.SelectMany(l => topics[l.Id].Folders)),
            Places = Commonest(lines.Select(static l => l.Place)),
            HasAllJudgements = ranked.TrueForAll(static s => s.Line.HasJudgements),
            FilterName = name,
            FilterValue = value,
            Today = default,
            New = before is null ? null : ranked.Count(static s => s.IsNew),
            Stories = ranked.Count,
            Hidden = asksHidden ? 0 : hidden.Count,
            AsksHidden = asksHidden,
        };
    }

    /// <summary>Stories that the reader mutes or whose articles are all hidden by the reader's filters.</summary>
    internal static async Task<IReadOnlySet<StoryId>> LeftOutAsync(Visit visit, IReadOnlyList<StoryLine> lines)
    {
        var left = (await visit.Store.StandsAsync(visit.Scope, visit.Cancel).ConfigureAwait(false))
            .Where(static s => s.Stand == "mute").Select(static s => s.Story).ToHashSet();
        left.UnionWith(await HiddenAsync(visit, lines).ConfigureAwait(false));
        return left;
    }

    private static ValueTask<IReadOnlySet<StoryId>> HiddenAsync(Visit visit, IReadOnlyList<StoryLine> lines) =>
        visit.Store.HiddenStoriesAsync(visit.Scope, [.. lines.Select(static l => l.Id)], visit.Cancel);

    /// <summary>Lines under their topics, those with most stories first; topics with too few stand with the rest.</summary>
    private static (IReadOnlyList<(string Topic, IReadOnlyList<RankedStory> Stories)> ByTopic, IReadOnlyList<RankedStory> More) Sections(
        IEnumerable<RankedStory> lines, bool isOneTopic)
    {
        var all = lines.ToList();
        if (isOneTopic)
        {
            return ([], all);
        }
        var topics = all.Where(static s => s.Topic?.Topic is not null).GroupBy(static s => s.Topic!.Topic!, StringComparer.Ordinal).Where(static g => g.Count() >= LeastOfTopic)
            .OrderByDescending(static g => g.Max(static s => s.Weight)).ThenBy(static g => g.Key, StringComparer.Ordinal)
            .Select(static g => (g.Key, (IReadOnlyList<RankedStory>)[.. g.Take(MostOfTopic)])).ToList();
        var placed = topics.SelectMany(static t => t.Item2).Select(static s => s.Line.Id).ToHashSet();
        return (topics, [.. all.Where(s => !placed.Contains(s.Line.Id))]);
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
        foreach (var name in new[] { "topic", "lang", "place", "folder", "section" })
        {
            if (visit.Query(name) is { } value)
            {
                return (name, value);
            }
        }
        return (null, null);
    }

    private static bool Matches(StoryLine line, StoryTopic topic, string? name, string? value) => name switch
    {
        "topic" => topic.Topic == value,
        "folder" => topic.Folders.Contains(value!),
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
