using Stemma.App.Ui.Feeds;
using Stemma.Outlets;

namespace Stemma.Tests.Web;

public sealed class StarterFeedsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_starter_feed_belongs_to_a_known_outlet_and_is_asked_privately()
    {
        var outlets = OutletRegistry.LoadBuiltIn();
        var feeds = StarterFeeds.Folders().SelectMany(f => f).ToList();
        Assert.Equal(31, feeds.Count);
        Assert.Equal(feeds.Count, feeds.Select(f => f.Url).Distinct().Count());
        Assert.All(feeds, f => Assert.Equal("https", f.Url.Scheme));
        Assert.All(feeds, f => Assert.True(outlets.FindByHost(f.SiteUrl!.Host) is not null, f.SiteUrl!.Host));
    }

    [Fact]
    public async Task One_click_adds_the_feeds_of_the_languages_chosen()
    {
        await using var app = await WebApp.StartAsync();
        var page = await app.GetAsync("/", accept: "de");
        Assert.Contains("value=\"Deutsch\" checked", page.Body, StringComparison.Ordinal);
        Assert.Equal(303, (await app.PostAsync("/feeds/starter", "language=Deutsch&language=Espa%C3%B1ol")).Status);
        var feeds = await app.Store.FeedsAsync(Cancel);
        Assert.Equal([("Deutsch", 7), ("Español", 6)], feeds.GroupBy(f => f.Folder).Select(g => (g.Key, g.Count())));
        Assert.All(feeds, f => Assert.NotNull(f.NextAt));
    }
}
