using System.Net;
using System.Text;
using Stemma.Outlets;
using Stemma.Storage;
using Stemma.Tests.Storage;

namespace Stemma.Tests.Fetching;

public sealed class FeedWishTests
{
    [Fact]
    public async Task What_a_feed_wishes_still_holds_when_it_answers_that_nothing_has_changed()
    {
        var cancel = TestContext.Current.CancellationToken;
        var clock = new ManualClock();
        await using var folder = new StoreFolder();
        using var web = ScriptedFetcher.Of(
            new ScriptedOutlet(r => r.Headers.IfNoneMatch.Count > 0
                ? new HttpResponseMessage(HttpStatusCode.NotModified)
                : new HttpResponseMessage(HttpStatusCode.OK)
                {
                    Headers = { { "ETag", "\"1\"" } },
                    Content = new StringContent("<rss version='2.0'><channel><title>Slow</title><ttl>300</ttl></channel></rss>", Encoding.UTF8, "application/rss+xml"),
                }),
            clock);
        using var daemon = new Daemon(folder.Store, web, OutletRegistry.LoadBuiltIn(), clock);
        var address = new Uri("https://slow.example/feed");
        await folder.Store.AddFeedAsync(new FeedRecord { Id = FeedId.Of(address), Address = address, Given = address, AddedAt = default }, cancel);
        for (var round = 0; round < 2; round++)
        {
            await daemon.AskAsync((await folder.Store.FeedAsync(FeedId.Of(address), cancel))!, cancel);
            var feed = (await folder.Store.FeedAsync(FeedId.Of(address), cancel))!;
            Assert.True(feed.Interval >= TimeSpan.FromMinutes(290), $"round {round}: {feed.IntervalReason}");
        }
        Assert.Equal("unchanged", (await folder.Store.FetchesAsync(FeedId.Of(address), cancel))[0].Outcome);
    }
}
