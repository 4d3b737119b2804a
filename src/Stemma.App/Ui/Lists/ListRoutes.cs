using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Stemma.App.Serving;
using Stemma.Storage;

namespace Stemma.App.Ui.Lists;

/// <summary>The plain reader: articles by feed, folder and label, for those who want articles.</summary>
internal static class ListRoutes
{
    private const int PageSize = 50;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Get("/reader", ShowAsync);
        routes.Post("/reader/read", MarkAllAsync);
    }

    private static async Task<IResult> ShowAsync(Visit visit)
    {
        var (store, cancel) = (visit.Store, visit.Cancel);
        var (filter, address) = FilterOf(visit);
        var articles = await store.ArticlesAsync(filter with { Limit = PageSize + 1 }, visit.Scope, cancel).ConfigureAwait(false);
        var shown = articles.Take(PageSize).ToList();
        var feeds = await store.FeedsAsync(cancel).ConfigureAwait(false);
        return ListPage.Result(visit.Frame("lists"), new ListModel
        {
            Filter = filter,
            Address = address,
            Articles = shown,
            HasMore = articles.Count > PageSize,
            Caught = (await store.CaughtAsync(visit.Scope, [.. shown.Select(static a => a.Seq)], cancel).ConfigureAwait(false)).ToLookup(static c => c.Seq, static c => c.Filter),
            Hidden = Hidden(filter, feeds, await store.HiddenAsync(visit.Scope, filter.OnlyUnread, cancel).ConfigureAwait(false)),
            Feeds = feeds,
            Unread = await store.UnreadAsync(visit.Scope, cancel).ConfigureAwait(false),
            Labels = await store.LabelsAsync(visit.Scope, cancel).ConfigureAwait(false),
            Searches = await store.SavedSearchesAsync(visit.Scope, cancel).ConfigureAwait(false),
        });
    }

    /// <summary>How many of a list are left out; 0 for lists from which none is.</summary>
    private static int Hidden(ArticleFilter filter, IReadOnlyList<FeedRecord> feeds, IReadOnlyDictionary<FeedId, int> hidden) => filter switch
    {
        { OnlyHidden: true } or { OnlyStarred: true } or { OnlyFailed: true } or { Label: not null } => 0,
        { Feed: { } feed } => hidden.GetValueOrDefault(feed),
        { Folder: { } folder } => feeds.Where(f => f.Folder == folder).Sum(f => hidden.GetValueOrDefault(f.Id)),
        _ => hidden.Values.Sum(),
    };

    private static async Task<IResult> MarkAllAsync(Visit visit)
    {
        if (long.TryParse(visit.Form("upto"), NumberStyles.None, CultureInfo.InvariantCulture, out var upTo))
        {
            IEnumerable<FeedId?> feeds = visit.Form("folder") is { } folder
                ? (await visit.Store.FeedsAsync(visit.Cancel).ConfigureAwait(false)).Where(f => f.Folder == folder).Select(static f => (FeedId?)f.Id)
                : [IdText.Feed(visit.Form("feed"))];
            foreach (var feed in feeds)
            {
                await visit.Store.MarkAllReadAsync(visit.Scope, feed, upTo, visit.Cancel).ConfigureAwait(false);
            }
        }
        return Answers.SeeOther(visit.Back("/reader"));
    }

    private static (ArticleFilter Filter, string Address) FilterOf(Visit visit)
    {
        var before = long.TryParse(visit.Query("before"), NumberStyles.None, CultureInfo.InvariantCulture, out var seq) ? seq : long.MaxValue;
        var list = visit.Query("list");
        var filter = new ArticleFilter { Before = before, OnlyUnread = list is null or "unread" };
        var also = list is null ? "" : "list=" + Uri.EscapeDataString(list);
        if (list == "starred")
        {
            return (filter with { OnlyStarred = true }, also);
        }
        if (list == "failed")
        {
            return (filter with { OnlyFailed = true }, also);
        }
        if (list == "hidden")
        {
            return (filter with { OnlyHidden = true }, also);
        }
        if (visit.Query("label") is { } label)
        {
            return (filter with { Label = label }, "label=" + Uri.EscapeDataString(label));
        }
        if (IdText.Feed(visit.Query("feed")) is { } feed)
        {
            return (filter with { Feed = feed }, Join("feed=" + feed, also));
        }
        return visit.Query("folder") is { } folder
            ? (filter with { Folder = folder }, Join("folder=" + Uri.EscapeDataString(folder), also))
            : (filter, also);
    }

    private static string Join(string a, string b) => b.Length == 0 ? a : a + "&" + b;
}
