using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Stemma.App.Serving;
using Stemma.Fetching;
using Stemma.Storage;

namespace Stemma.App.Ui.Feeds;

/// <summary>The feeds: what is asked for, how it goes, what to change.</summary>
internal static class FeedRoutes
{
    private const int MostOpmlFeeds = 5000;
    private static readonly TimeSpan SearchTime = TimeSpan.FromSeconds(12);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Get("/feeds", ListAsync);
        routes.Get("/feeds.opml", ExportAsync);
        routes.Get("/feeds/{id}", ShowAsync);
        routes.Post("/feeds", AddAsync);
        routes.Post("/feeds.opml", ImportAsync);
        routes.Post("/feeds/starter", StartAsync);
        routes.Post("/feeds/{id}", ChangeAsync);
        routes.Post("/feeds/{id}/remove", RemoveAsync);
    }

    private static async Task<IResult> ListAsync(Visit visit) => FeedsPage.Result(
        visit.Frame("feeds"),
        await visit.Store.FeedsAsync(visit.Cancel).ConfigureAwait(false),
        await visit.Store.UnreadAsync(visit.Scope, visit.Cancel).ConfigureAwait(false),
        visit.Query("said"));

    private static async Task<IResult> ExportAsync(Visit visit)
    {
        var feeds = await visit.Store.FeedsAsync(visit.Cancel).ConfigureAwait(false);
        visit.Http.Response.Headers.ContentDisposition = "attachment; filename=\"stemma.opml\"";
        return TypedResults.Text(OpmlWriter.Write("Stemma", feeds.Select(static f => new OpmlFeed(f.Address, f.Label, f.HomePage, f.Folder.Length > 0 ? [f.Folder] : [])), visit.Now), "text/x-opml; charset=utf-8", Encoding.UTF8);
    }

    private static async Task<IResult> ShowAsync(Visit visit) =>
        IdText.Feed(visit.Route("id")) is { } id && await visit.Store.FeedAsync(id, visit.Cancel).ConfigureAwait(false) is { } feed
            ? FeedPage.Result(visit.Frame("feeds"), feed, await visit.Store.FetchesAsync(id, visit.Cancel).ConfigureAwait(false))
            : Answers.NotFound(visit);

    private static async Task<IResult> AddAsync(Visit visit)
    {
        if (AddressOf(visit.Form("address")) is not { } address)
        {
            return Answers.Failure(visit, StatusCodes.Status400BadRequest, visit.Texts["feeds.badaddress"]);
        }
        var added = await AddInTimeAsync(visit, address).ConfigureAwait(false);
        visit.Daemon.Wake();
        return added switch
        {
            { HasAny: false, Failures: [var failure, ..] } => Answers.Failure(visit, StatusCodes.Status400BadRequest, failure.Message),
            { Feeds.Count: > 0 } => Answers.SeeOther("/feeds?said=added"),
            { KnownFeeds: > 0 } => Answers.SeeOther("/feeds?said=known"),
            _ => Answers.SeeOther("/feeds?said=article"),
        };
    }

    private static async Task<IResult> ImportAsync(Visit visit)
    {
        if (visit.Http.Request.HasFormContentType && visit.Http.Request.Form.Files.GetFile("opml") is { } file)
        {
            var stream = file.OpenReadStream();
            await using (stream.ConfigureAwait(false))
            {
                using var bytes = new MemoryStream();
                await stream.CopyToAsync(bytes, visit.Cancel).ConfigureAwait(false);
                var list = OpmlReader.Read(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
                await AddAsync(visit, [.. list.Feeds.Take(MostOpmlFeeds).Select(static f => (f.Url, f.Title, f.Folders is [.., var folder] ? folder : null))]).ConfigureAwait(false);
                visit.Daemon.Wake();
            }
        }
        return Answers.SeeOther("/feeds?said=imported");
    }

    private static async Task<IResult> StartAsync(Visit visit)
    {
        var wanted = visit.Http.Request.Form["language"].ToString().Split(',', StringSplitOptions.TrimEntries);
        await AddAsync(
            visit,
            [.. StarterFeeds.Folders().Where(f => wanted.Contains(f.Key, StringComparer.Ordinal)).SelectMany(static f => f).Select(static f => (f.Url, f.Title, (string?)f.Folders[0]))]).ConfigureAwait(false);
        visit.Daemon.Wake();
        return Answers.SeeOther("/feeds?said=imported");
    }

    private static async Task<IResult> ChangeAsync(Visit visit)
    {
        if (IdText.Feed(visit.Route("id")) is not { } id || await visit.Store.FeedAsync(id, visit.Cancel).ConfigureAwait(false) is not { } feed)
        {
            return Answers.NotFound(visit);
        }
        var changed = visit.Form("do") == "now"
            ? feed with { NextAt = visit.Now }
            : feed with
            {
                Named = CleanText.Line(visit.Form("name"), 200),
                Folder = CleanText.Line(visit.Form("folder"), 100) ?? "",
                Pages = Enum.TryParse<PagePolicy>(visit.Form("pages"), out var pages) && Enum.IsDefined(pages) ? pages : feed.Pages,
            };
        await visit.Store.ChangeFeedAsync(changed, visit.Cancel).ConfigureAwait(false);
        return Answers.SeeOther("/feeds/" + id);
    }

    private static async Task<IResult> RemoveAsync(Visit visit)
    {
        if (IdText.Feed(visit.Route("id")) is not { } id)
        {
            return Answers.NotFound(visit);
        }
        await visit.Store.RemoveFeedAsync(id, visit.Cancel).ConfigureAwait(false);
        return Answers.SeeOther("/feeds?said=removed");
    }

    /// <summary>
    /// Looks what is at the address: a feed, a site with feeds, an article. Where that takes too long, or nobody may be asked, it is
    /// kept as the address of a feed, which its health then speaks of.
    /// </summary>
    private static async Task<Added> AddInTimeAsync(Visit visit, Uri address)
    {
        if (visit.Setup.RunsDaemon)
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(visit.Cancel);
            patience.CancelAfter(SearchTime);
            try
            {
                return await AdderOf(visit).AddAsync(address.AbsoluteUri, CleanText.Line(visit.Form("folder"), 100) ?? "", patience.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (!visit.Cancel.IsCancellationRequested)
            {
                // Kept as it is, below.
            }
        }
        return await AddAsync(visit, [(address, null, visit.Form("folder"))]).ConfigureAwait(false);
    }

    /// <summary>Adds feeds unasked, titles and folders as lines of bounded length.</summary>
    private static Task<Added> AddAsync(Visit visit, IReadOnlyList<(Uri Url, string? Title, string? Folder)> feeds) => AdderOf(visit).AddFeedsAsync(
        [.. feeds.Select(static f => (f.Url, (string?)CleanText.Line(f.Title, 200), CleanText.Line(f.Folder, 100) ?? ""))], visit.Cancel);

    private static SourceAdder AdderOf(Visit visit) => visit.Http.RequestServices.GetRequiredService<SourceAdder>();

    /// <summary>What a person typed as an address: the scheme may be missing.</summary>
    private static Uri? AddressOf(string? text)
    {
        text = text?.Trim() ?? "";
        if (!text.Contains("://", StringComparison.Ordinal))
        {
            text = "https://" + text;
        }
        return Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address!.Host.Length > 0 && address.UserInfo.Length == 0
            ? address
            : null;
    }
}
