using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Stemma.App.Serving;
using Stemma.App.Ui.Search;
using Stemma.Storage;

namespace Stemma.App.Ui.Alerts;

/// <summary>What a reader wants to be told of, and where.</summary>
internal static class AlertRoutes
{
    private const int MostTargets = 20;
    private const int MostAlerts = 100;
    private const int MostPauseMinutes = 24 * 60;
    private const int LinesShown = 20;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Get("/alerts", static visit => ShowAsync(visit, static m => m));
        routes.Post("/alerts", AddAsync);
        routes.Post("/alerts/{alert}", ChangeAsync);
        routes.Post("/alerts/targets", AddTargetAsync);
        routes.Post("/alerts/targets/{target}", ChangeTargetAsync);
    }

    private static async Task<IResult> ShowAsync(Visit visit, Func<AlertsModel, AlertsModel> also)
    {
        var (store, scope, cancel) = (visit.Store, visit.Scope, visit.Cancel);
        var keys = await visit.Http.RequestServices.GetRequiredService<AlertSenders>().KeysAsync(cancel).ConfigureAwait(false);
        return AlertsPage.Result(visit.Frame("settings"), also(new AlertsModel
        {
            Targets = await store.TargetsAsync(scope, cancel).ConfigureAwait(false),
            Alerts = await store.AlertsAsync(scope, cancel).ConfigureAwait(false),
            Deliveries = await store.DeliveriesAsync(scope, LinesShown, cancel).ConfigureAwait(false),
            Searches = await store.SavedSearchesAsync(scope, cancel).ConfigureAwait(false),
            Followed = (await store.StandsAsync(scope, cancel).ConfigureAwait(false)).Count(static s => s.Stand == "follow"),
            HasMail = visit.Setup.Mail is not null,
            PushKey = keys.PublicKey,
            Query = visit.Query("q")?.Trim() ?? "",
            Said = visit.Query("said") is "added" or "removed" or "sent" or "revived" or "confirmed" or "code" ? visit.Query("said") : null,
        }));
    }

    private static Task<IResult> RefuseAsync(Visit visit, string fault)
    {
        visit.Http.Response.StatusCode = StatusCodes.Status400BadRequest;
        return ShowAsync(visit, m => m with { Fault = fault, Query = visit.Form("q") ?? "" });
    }

    private static async Task<IResult> AddAsync(Visit visit)
    {
        var text = visit.Form("of") == "followed" ? "" : visit.Form("q")?.Trim() ?? "";
        if (visit.Form("of") != "followed" && KeptQuery.FaultsOf(visit, text) is { Count: > 0 } faults)
        {
            return await RefuseAsync(visit, string.Join("; ", faults)).ConfigureAwait(false);
        }
        if ((await visit.Store.AlertsAsync(visit.Scope, visit.Cancel).ConfigureAwait(false)).Count >= MostAlerts)
        {
            return await RefuseAsync(visit, visit.Texts.Of("alert.toomany", MostAlerts)).ConfigureAwait(false);
        }
        var pause = Number(visit.Form("pause")) is { } minutes and <= MostPauseMinutes ? TimeSpan.FromMinutes(minutes) : TimeSpan.FromMinutes(15);
        if (Number(visit.Form("target")) is not { } target
            || !await visit.Store.AddAlertAsync(visit.Scope, target, text, pause, visit.Now, visit.Cancel).ConfigureAwait(false))
        {
            return await RefuseAsync(visit, visit.Texts["alert.known"]).ConfigureAwait(false);
        }
        visit.Daemon.WakeWatching();
        return Answers.SeeOther("/alerts?said=added");
    }

    private static async Task<IResult> ChangeAsync(Visit visit)
    {
        if (Number(visit.Route("alert")) is not { } id
            || (await visit.Store.AlertsAsync(visit.Scope, visit.Cancel).ConfigureAwait(false)).All(a => a.Id != id))
        {
            return Answers.NotFound(visit);
        }
        if (visit.Form("do") == "remove")
        {
            await visit.Store.RemoveAlertAsync(visit.Scope, id, visit.Cancel).ConfigureAwait(false);
            return Answers.SeeOther("/alerts?said=removed");
        }
        return Answers.SeeOther("/alerts");
    }

    private static async Task<IResult> AddTargetAsync(Visit visit)
    {
        // Whoever runs the mail server may name any address; others show that theirs is theirs.
        var code = visit.User is { IsAdmin: true } ? null : SecretToken.New()[..12];
        var target = visit.Form("kind") switch
        {
            "mail" when visit.Setup.Mail is not null => TargetInput.Mail(visit.Scope, visit.Form("address"), code, visit.Now),
            "webhook" => TargetInput.Webhook(visit.Scope, visit.Form("address"), visit.Now),
            "push" => TargetInput.Push(visit.Scope, visit.Form("address"), visit.Form("key"), visit.Form("auth"), visit.Now),
            _ => null,
        };
        if (target is null)
        {
            return await RefuseAsync(visit, visit.Texts["alert.badtarget"]).ConfigureAwait(false);
        }
        var known = await visit.Store.TargetsAsync(visit.Scope, visit.Cancel).ConfigureAwait(false);
        if (known.Count >= MostTargets)
        {
            return await RefuseAsync(visit, visit.Texts.Of("alert.toomany", MostTargets)).ConfigureAwait(false);
        }
        var isNew = !known.Any(t => t.Kind == target.Kind && t.Address == target.Address);
        var id = await visit.Store.AddTargetAsync(target, visit.Cancel).ConfigureAwait(false);
        if (isNew && target.Code is { } sent)
        {
            var news = new AlertNews { Kind = AlertNewsKind.Code, Query = sent, At = visit.Now };
            await visit.Store.TellAsync(visit.Scope, id, news, "code " + sent, visit.Now, visit.Cancel).ConfigureAwait(false);
            return Answers.SeeOther("/alerts?said=code");
        }
        if (target.Kind == TargetKind.Webhook)
        {
            // Shown in the answer itself, this once.
            visit.Http.Response.Headers.CacheControl = "no-store";
            return await ShowAsync(visit, m => m with { NewKey = Convert.ToHexStringLower(target.Secret!) }).ConfigureAwait(false);
        }
        return Answers.SeeOther("/alerts?said=added");
    }

    private static async Task<IResult> ChangeTargetAsync(Visit visit)
    {
        if (Number(visit.Route("target")) is not { } id
            || (await visit.Store.TargetsAsync(visit.Scope, visit.Cancel).ConfigureAwait(false)).FirstOrDefault(t => t.Id == id) is not { } target)
        {
            return Answers.NotFound(visit);
        }
        switch (visit.Form("do"))
        {
            case "remove":
                await visit.Store.RemoveTargetAsync(visit.Scope, id, visit.Cancel).ConfigureAwait(false);
                return Answers.SeeOther("/alerts?said=removed");
            case "revive":
                await visit.Store.ReviveTargetAsync(visit.Scope, id, visit.Now, visit.Cancel).ConfigureAwait(false);
                return Answers.SeeOther("/alerts?said=revived");
            // Not while it is not known to be the reader's: nobody is to be written to again and again by a stranger.
            case "test" when target.Code is null:
                // One a minute is enough to try with.
                var key = "test " + (visit.Now.ToUnixTimeSeconds() / 60).ToString(CultureInfo.InvariantCulture);
                await visit.Store.TellAsync(visit.Scope, id, new AlertNews { Kind = AlertNewsKind.Test, At = visit.Now }, key, visit.Now, visit.Cancel).ConfigureAwait(false);
                return Answers.SeeOther("/alerts?said=sent");
            case "confirm":
                return await ConfirmAsync(visit, id).ConfigureAwait(false);
        }
        return Answers.SeeOther("/alerts");
    }

    private static async Task<IResult> ConfirmAsync(Visit visit, long target)
    {
        var gate = visit.Http.RequestServices.GetRequiredService<LoginGate>();
        var key = string.Create(CultureInfo.InvariantCulture, $"target {target}");
        if (gate.MustWait(key) is null
            && await visit.Store.ConfirmTargetAsync(visit.Scope, target, visit.Form("code")?.Trim() ?? "", visit.Cancel).ConfigureAwait(false))
        {
            return Answers.SeeOther("/alerts?said=confirmed");
        }
        gate.Failed(key);
        return await RefuseAsync(visit, visit.Texts["alert.wrongcode"]).ConfigureAwait(false);
    }

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
