using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Stemma.App.Serving;
using Stemma.App.Ui.Search;
using Stemma.Storage;

namespace Stemma.App.Ui.Filters;

/// <summary>A reader's filters: what is kept, hidden, starred or labelled by rule.</summary>
internal static class FilterRoutes
{
    private const int MostFilters = 200;
    private const int MostLabelChars = 60;
    private const int ArticlesAtATime = 500;

    // A filter looks at what is there while its reader waits for the page, but not for longer; the rest comes by itself.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Get("/filters", ShowAsync);
        routes.Post("/filters", AddAsync);
        routes.Post("/filters/{filter}", ChangeAsync);
    }

    /// <summary>The act as forms and texts name it.</summary>
    public static string NameOf(FilterAct act) => act switch
    {
        FilterAct.Star => "star",
        FilterAct.Label => "label",
        FilterAct.Hide => "hide",
        _ => "keep",
    };

    private static async Task<IResult> ShowAsync(Visit visit) =>
        FiltersPage.Result(visit.Frame("settings"), await ModelAsync(visit, visit.Query("q")?.Trim() ?? "").ConfigureAwait(false));

    private static async Task<IResult> AddAsync(Visit visit)
    {
        var text = visit.Form("q")?.Trim() ?? "";
        var act = Enum.GetValues<FilterAct>().Cast<FilterAct?>().FirstOrDefault(a => NameOf(a!.Value) == visit.Form("act"));
        var label = CleanText.Of(visit.Form("label") ?? "").Trim();
        var model = await ModelAsync(visit, text).ConfigureAwait(false);
        var faults = FaultsOf(visit, text, act, label, model.Filters.Count);
        if (faults.Count > 0)
        {
            visit.Http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return FiltersPage.Result(visit.Frame("settings"), model with { Faults = faults });
        }
        var id = await visit.Store.AddFilterAsync(visit.Scope, text, act!.Value, act == FilterAct.Label ? label : null, visit.Now, visit.Cancel).ConfigureAwait(false);
        if (visit.Form("all") is not null)
        {
            await ApplyAsync(visit, id).ConfigureAwait(false);
        }
        return Answers.SeeOther("/filters?said=added");
    }

    private static async Task<IResult> ChangeAsync(Visit visit)
    {
        if (!long.TryParse(visit.Route("filter"), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            || (await visit.Store.FiltersAsync(visit.Scope, visit.Cancel).ConfigureAwait(false)).All(f => f.Id != id))
        {
            return Answers.NotFound(visit);
        }
        switch (visit.Form("do"))
        {
            case "remove":
                await visit.Store.RemoveFilterAsync(visit.Scope, id, visit.Cancel).ConfigureAwait(false);
                return Answers.SeeOther("/filters?said=removed");
            case "apply":
                await ApplyAsync(visit, id).ConfigureAwait(false);
                return Answers.SeeOther("/filters?said=applied");
        }
        return Answers.SeeOther("/filters");
    }

    private static async Task ApplyAsync(Visit visit, long id)
    {
        await visit.Store.ApplyFilterAsync(visit.Scope, id, visit.Cancel).ConfigureAwait(false);
        var started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started) < Patience
            && (await visit.Store.FiltersBehindAsync(visit.Cancel).ConfigureAwait(false)).FirstOrDefault(f => f.Id == id) is { } filter)
        {
            await visit.Store.RunFilterAsync(filter, SearchQueryReader.Read(filter.Query), ArticlesAtATime, visit.Now, visit.Cancel).ConfigureAwait(false);
        }
        visit.Daemon.WakeWatching();
    }

    private static IReadOnlyList<string> FaultsOf(Visit visit, string text, FilterAct? act, string label, int filters)
    {
        List<string> faults = [.. KeptQuery.FaultsOf(visit, text)];
        if (act is null || (act == FilterAct.Label && label.Length is 0 or > MostLabelChars))
        {
            faults.Add(visit.Texts["filter.nolabel"]);
        }
        if (filters >= MostFilters)
        {
            faults.Add(visit.Texts.Of("filter.toomany", MostFilters));
        }
        return faults;
    }

    private static async Task<FiltersModel> ModelAsync(Visit visit, string query) => new()
    {
        Filters = await visit.Store.FiltersAsync(visit.Scope, visit.Cancel).ConfigureAwait(false),
        Query = query,
        Hidden = (await visit.Store.HiddenAsync(visit.Scope, onlyUnread: false, visit.Cancel).ConfigureAwait(false)).Values.Sum(),
        Said = visit.Query("said") is "added" or "removed" or "applied" ? visit.Query("said") : null,
    };
}
