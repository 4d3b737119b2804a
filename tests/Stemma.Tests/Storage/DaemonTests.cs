using Stemma.Fetching;
using Stemma.Outlets;
using Stemma.Storage;

namespace Stemma.Tests.Storage;

/// <summary>From a feed's address to a story, over the network of this machine.</summary>
public sealed class DaemonTests
{
    private static readonly FetchOptions Quick = new() { AllowPrivateAddresses = true, DelayPerHost = TimeSpan.Zero };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_feed_becomes_a_story()
    {
        using var server = new NewsServer("klaerwerk");
        await using var folder = new StoreFolder();
        await AddAsync(folder, server);
        await RunUntilAsync(folder, async () => await AccountsAsync(folder) == 4);
        var feed = Assert.Single(await folder.Store.FeedsAsync(Cancel));
        Assert.Equal(("The invented wire", 0, null), (feed.Title, feed.Failures, feed.Failure));
        Assert.True(feed.NextAt > feed.AskedAt && feed.IntervalReason!.Length > 0);
        Assert.All(server.Paths, p => Assert.Equal(1, server.Asked[p]));
    }

    [Fact]
    public async Task Nothing_new_is_asked_for_conditionally_and_changes_nothing()
    {
        using var server = new NewsServer("klaerwerk");
        await using var folder = new StoreFolder();
        await AddAsync(folder, server);
        await RunUntilAsync(folder, async () => await AccountsAsync(folder) == 4);
        var before = await folder.Store.HealthAsync(Cancel);
        await AskAgainAsync(folder);
        await RunUntilAsync(folder, () => Task.FromResult(server.NotModified > 0));
        Assert.Equal(before.Articles, (await folder.Store.HealthAsync(Cancel)).Articles);
        var feed = Assert.Single(await folder.Store.FeedsAsync(Cancel));
        await RunUntilAsync(folder, async () => (await folder.Store.FetchesAsync(feed.Id, Cancel))[0].Outcome == "unchanged");
    }

    [Fact]
    public async Task A_page_that_fails_for_now_is_asked_again_later_and_the_rest_goes_on()
    {
        using var server = new NewsServer("klaerwerk");
        server.Broken.Add(server.Paths[1]);
        await using var folder = new StoreFolder();
        await AddAsync(folder, server);
        await RunUntilAsync(folder, async () => await AccountsAsync(folder) == 3);
        var health = await folder.Store.HealthAsync(Cancel);
        Assert.Equal((1, 0), (health.AwaitPage, health.Failed));
        var line = Assert.Single(await folder.Store.ArticlesAsync(new ArticleFilter(), default, Cancel), a => a.State == ArticleState.AwaitsPage);
        Assert.NotNull(line.Failure);
    }

    [Fact]
    public async Task A_feed_that_fails_says_so_and_is_asked_less_often()
    {
        using var server = new NewsServer("klaerwerk");
        server.Broken.Add("/feed.xml");
        await using var folder = new StoreFolder();
        await AddAsync(folder, server);
        await RunUntilAsync(folder, async () => (await folder.Store.FeedsAsync(Cancel))[0].Failures > 0);
        var feed = Assert.Single(await folder.Store.FeedsAsync(Cancel));
        Assert.Contains("fault of its own", feed.Failure, StringComparison.Ordinal);
        Assert.True(feed.NextAt - feed.AskedAt >= TimeSpan.FromMinutes(10));
    }

    private static Task<bool> AddAsync(StoreFolder folder, NewsServer server) => folder.Store.AddFeedAsync(
        new FeedRecord
        {
            Id = FeedId.Of(server.Feed),
            Address = server.Feed,
            Given = server.Feed,
            AddedAt = TimeProvider.System.GetUtcNow(),
            NextAt = TimeProvider.System.GetUtcNow(),
        },
        Cancel);

    private static async Task AskAgainAsync(StoreFolder folder)
    {
        var feed = (await folder.Store.FeedsAsync(Cancel))[0];
        await folder.Store.ChangeFeedAsync(feed with { NextAt = TimeProvider.System.GetUtcNow() }, Cancel);
    }

    private static async Task<int> AccountsAsync(StoreFolder folder) =>
        (await folder.Store.StoriesSinceAsync(DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue, 10, Cancel)).Select(s => s.Accounts).DefaultIfEmpty(0).Max();

    private static async Task RunUntilAsync(StoreFolder folder, Func<Task<bool>> isReached)
    {
        using var web = new WebFetcher(Quick, TimeProvider.System);
        using var daemon = new Daemon(folder.Store, web, OutletRegistry.LoadBuiltIn(), TimeProvider.System,
            new LiveOptions { IdleWait = TimeSpan.FromMilliseconds(50) }, fault: static (what, e) => Assert.Fail($"{what}: {e}"));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var run = daemon.RunAsync(stop.Token);
        var until = TimeProvider.System.GetUtcNow().AddSeconds(60);
        while (!await isReached() && TimeProvider.System.GetUtcNow() < until && !run.IsCompleted)
        {
            await Task.Delay(50, Cancel);
        }
        await stop.CancelAsync();
        await run;
        Assert.True(await isReached(), "did not happen within a minute");
    }
}
