using System.Net;
using System.Security.Cryptography;
using System.Text;
using Stemma.Fetching;
using Stemma.Storage;
using Stemma.Tests.Fetching;

namespace Stemma.Tests.Web;

/// <summary>A feed with a hub: subscribed to, verified, sent, and renewed, all through the real host.</summary>
public sealed class HubTests
{
    private const string Feed = "https://paper.example/feed";
    private const string Public = "https://reader.example/stemma/";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_a_hub_sends_stands_in_the_store_at_once()
    {
        var (app, asked) = await SubscribedAsync();
        await using var _ = app;
        Assert.Equal("subscribe", asked["hub.mode"]);
        Assert.Equal(Feed, asked["hub.topic"]);
        Assert.StartsWith(Public + "websub/", asked["hub.callback"], StringComparison.Ordinal);
        var path = PathOf(asked);

        var verified = await app.GetAsync($"{path}?hub.mode=subscribe&hub.topic={Uri.EscapeDataString(Feed)}&hub.challenge=c%3C1&hub.lease_seconds=864000", host: "reader.example");
        Assert.Equal((200, "c<1"), (verified.Status, verified.Body));
        Assert.StartsWith("text/plain", verified.Headers.ContentType.ToString(), StringComparison.Ordinal);
        var feed = Assert.Single(await app.Store.FeedsAsync(Cancel));
        Assert.True(feed.SentUntil > TimeProvider.System.GetUtcNow().AddDays(9));

        var body = Encoding.UTF8.GetBytes(Rss("Bridge closed", "Ferry delayed"));
        var sent = await app.PostRawAsync(path, body, "application/rss+xml; charset=utf-8", "reader.example", ("X-Hub-Signature", Sign(body, asked["hub.secret"])));
        Assert.Equal(202, sent.Status);
        var lines = await app.Store.ArticlesAsync(new ArticleFilter(), default, Cancel);
        Assert.Equal(["Bridge closed", "Ferry delayed"], lines.Select(l => l.Title).Order());
        Assert.Equal("sent by its hub", (await app.Store.FetchesAsync(feed.Id, Cancel))[0].Outcome);

        // The feed itself is asked only as a safety net from now on.
        await app.Daemon.AskAsync(feed, Cancel);
        Assert.Contains("its hub sends", Assert.Single(await app.Store.FeedsAsync(Cancel)).IntervalReason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_bears_a_wrong_signature_is_not_taken_and_the_sender_is_not_told()
    {
        var (app, asked) = await SubscribedAsync();
        await using var _ = app;
        var body = Encoding.UTF8.GetBytes(Rss("Bridge closed", "Forged"));
        foreach (var signature in new[] { Sign(body, "guess"), "", "sha256=" })
        {
            Assert.Equal(202, (await app.PostRawAsync(PathOf(asked), body, "text/xml", "reader.example", ("X-Hub-Signature", signature))).Status);
        }
        Assert.DoesNotContain(await app.Store.ArticlesAsync(new ArticleFilter(), default, Cancel), l => l.Title == "Forged");
    }

    [Fact]
    public async Task Addresses_that_nobody_subscribed_under_are_gone_and_other_pages_do_not_answer_to_the_public_name()
    {
        var (app, asked) = await SubscribedAsync();
        await using var _ = app;
        Assert.Equal(410, (await app.PostRawAsync("/websub/other", [1], "text/xml", "reader.example")).Status);
        Assert.Equal(404, (await app.GetAsync($"/websub/other?hub.mode=subscribe&hub.topic={Feed}&hub.challenge=c", host: "reader.example")).Status);
        Assert.Equal(404, (await app.GetAsync($"{PathOf(asked)}?hub.mode=unsubscribe&hub.topic={Feed}&hub.challenge=c", host: "reader.example")).Status);
        Assert.Equal(421, (await app.GetAsync("/", host: "reader.example")).Status);
        Assert.Equal(421, (await app.GetAsync(PathOf(asked), host: "other.example")).Status);
    }

    [Fact]
    public async Task A_hub_that_refuses_is_left_alone_for_a_while_and_one_that_does_not_verify_is_asked_again()
    {
        var clock = new ManualClock();
        await using var folder = new Storage.StoreFolder();
        var answers = 0;
        using var web = ScriptedFetcher.Of(new ScriptedOutlet(r => r.RequestUri!.Host == "hub.example"
            ? new HttpResponseMessage(++answers == 1 ? HttpStatusCode.Forbidden : HttpStatusCode.Accepted)
            : Answer()), clock);
        using var daemon = new Daemon(folder.Store, web, Outlets.OutletRegistry.LoadBuiltIn(), clock, new LiveOptions { PublicUrl = new Uri(Public) });
        var feed = await AddAsync(folder.Store, daemon);
        Assert.Equal(1, await daemon.Hubs!.AskDueAsync(Cancel));
        Assert.NotNull((await folder.Store.SubscriptionOfAsync(feed, Cancel))!.Failure);
        Assert.Equal(0, await daemon.Hubs.AskDueAsync(Cancel));
        clock.Advance(TimeSpan.FromHours(1.1));
        Assert.Equal(1, await daemon.Hubs.AskDueAsync(Cancel));
        Assert.Equal(0, await daemon.Hubs.AskDueAsync(Cancel));
        clock.Advance(TimeSpan.FromHours(1.1));
        Assert.Equal(1, await daemon.Hubs.AskDueAsync(Cancel));
        var kept = (await folder.Store.SubscriptionOfAsync(feed, Cancel))!;
        Assert.Equal(WebSubMode.Subscribe, kept.Pending);

        // A new lease keeps address and key; it is asked for before the old one ends.
        var query = new Dictionary<string, string> { ["hub.mode"] = "subscribe", ["hub.topic"] = Feed, ["hub.challenge"] = "c", ["hub.lease_seconds"] = "40000" };
        Assert.Equal(200, (await daemon.Hubs.VerifyAsync(kept.Token, query, Cancel)).Status);
        clock.Advance(TimeSpan.FromSeconds(29_000));
        Assert.Equal(0, await daemon.Hubs.AskDueAsync(Cancel));
        clock.Advance(TimeSpan.FromSeconds(2_000));
        Assert.Equal(1, await daemon.Hubs.AskDueAsync(Cancel));
        var renewed = (await folder.Store.SubscriptionOfAsync(feed, Cancel))!;
        Assert.Equal((kept.Token, kept.Secret), (renewed.Token, renewed.Secret));
        await folder.Store.RemoveFeedAsync(feed, Cancel);
        Assert.Null(await folder.Store.SubscriptionAsync(kept.Token, Cancel));
    }

    private static async Task<(WebApp App, Dictionary<string, string> Asked)> SubscribedAsync()
    {
        Dictionary<string, string> asked = [];
        var web = ScriptedFetcher.Of(new ScriptedOutlet(r =>
        {
            if (r.RequestUri!.Host != "hub.example")
            {
                return Answer();
            }
            using var reader = new StreamReader(r.Content!.ReadAsStream(Cancel));
            foreach (var field in reader.ReadToEnd().Split('&').Select(f => f.Split('=')))
            {
                asked[WebUtility.UrlDecode(field[0])] = WebUtility.UrlDecode(field[1]);
            }
            return new HttpResponseMessage(HttpStatusCode.Accepted);
        }));
        var app = await WebApp.StartAsync(web: web, publicUrl: new Uri(Public));
        await AddAsync(app.Store, app.Daemon);
        Assert.Equal(1, await app.Daemon.Hubs!.AskDueAsync(Cancel));
        return (app, asked);
    }

    private static async Task<FeedId> AddAsync(SqliteStore store, Daemon daemon)
    {
        var address = new Uri(Feed);
        var feed = new FeedRecord { Id = FeedId.Of(address), Address = address, Given = address, Pages = PagePolicy.Never, AddedAt = default, NextAt = default(DateTimeOffset) };
        await store.AddFeedAsync(feed, Cancel);
        await daemon.AskAsync(feed, Cancel);
        return feed.Id;
    }

    // A public address with a path is a reverse proxy's, which takes the path away.
    private static string PathOf(Dictionary<string, string> asked) => asked["hub.callback"][(Public.Length - 1)..];

    private static HttpResponseMessage Answer() =>
        new(HttpStatusCode.OK) { Content = new StringContent(Rss("Bridge closed"), Encoding.UTF8, "application/rss+xml") };

    private static string Rss(params string[] titles) =>
        $"""
        <rss version="2.0" xmlns:a="http://www.w3.org/2005/Atom"><channel><title>Paper</title>
        <a:link rel="hub" href="https://hub.example/"/><a:link rel="self" href="{Feed}"/>
        {string.Concat(titles.Select(t => $"<item><title>{t}</title><guid>{t}</guid><link>https://paper.example/{t.GetHashCode(StringComparison.Ordinal)}</link><description>It was told at noon.</description></item>"))}
        </channel></rss>
        """;

    private static string Sign(byte[] body, string secret) =>
        "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body));
}
