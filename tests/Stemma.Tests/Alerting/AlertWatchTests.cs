using Stemma.Storage;
using Stemma.Tests.Storage;

namespace Stemma.Tests.Alerting;

/// <summary>What is written down as news, and what is not.</summary>
public sealed class AlertWatchTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_search_tells_of_articles_that_came_after_it_each_once()
    {
        await using var story = await AlertStory.StartAsync();
        await story.ArriveAsync(2);
        Assert.True(await story.Store.AddAlertAsync(AlertStory.Ada, story.Target, "lang:en", TimeSpan.Zero, StoreFolder.Now, Cancel));
        await story.WatchAsync();
        Assert.Empty(await story.DueAsync());
        await story.ArriveAsync(3);
        await story.WatchAsync();
        await story.WatchAsync();
        var delivery = Assert.Single(await story.DueAsync());
        Assert.Equal(3, delivery.News.Count);
        Assert.All(delivery.News, n => Assert.Equal((AlertNewsKind.Article, "lang:en"), (n.Kind, n.Query)));
        var titles = (await story.Store.ArticlesAsync(new ArticleFilter(), default, Cancel)).Select(a => a.Title).ToHashSet();
        Assert.All(delivery.News, n => Assert.Contains(n.Title, titles));
    }

    [Fact]
    public async Task Two_searches_that_find_the_same_article_tell_one_target_of_it_once()
    {
        await using var story = await AlertStory.StartAsync();
        await story.Store.AddAlertAsync(AlertStory.Ada, story.Target, "lang:en", TimeSpan.Zero, StoreFolder.Now, Cancel);
        await story.Store.AddAlertAsync(AlertStory.Ada, story.Target, "after:1999", TimeSpan.Zero, StoreFolder.Now, Cancel);
        await story.ArriveAsync(4);
        await story.WatchAsync();
        var told = (await story.DueAsync()).SelectMany(d => d.News).Select(n => n.Article).ToList();
        Assert.Equal((4, 4), (told.Count, told.Distinct().Count()));
    }

    [Fact]
    public async Task What_a_filter_hides_and_what_stands_in_a_muted_story_is_no_news()
    {
        await using var story = await AlertStory.StartAsync();
        await story.ArriveAsync(2);
        await story.Store.AddAlertAsync(AlertStory.Ada, story.Target, "lang:en", TimeSpan.Zero, StoreFolder.Now, Cancel);
        await story.Store.AddFilterAsync(AlertStory.Ada, "lang:en", FilterAct.Hide, null, StoreFolder.Now, Cancel);
        await story.ArriveAsync(2);
        await story.WatchAsync();
        Assert.Empty(await story.DueAsync());
        await story.Store.RemoveFilterAsync(AlertStory.Ada, 1, Cancel);
        await story.Store.StandAsync(AlertStory.Ada, await story.BiggestAsync(), "mute", StoreFolder.Now, Cancel);
        await story.ArriveAsync(2);
        await story.WatchAsync();
        Assert.Empty(await story.DueAsync());
    }

    [Fact]
    public async Task A_followed_story_tells_how_many_accounts_came_and_what_is_new_of_it()
    {
        await using var story = await AlertStory.StartAsync();
        await story.ArriveAsync(3);
        var id = await story.BiggestAsync();
        await story.Store.AddAlertAsync(AlertStory.Ada, story.Target, "", TimeSpan.Zero, StoreFolder.Now, Cancel);
        await story.Store.StandAsync(AlertStory.Ada, id, "follow", StoreFolder.Now, Cancel);
        await story.WatchAsync();
        Assert.Empty(await story.DueAsync());
        var before = (await story.Store.StoryLineAsync(id, Cancel))!;
        await story.ArriveAsync(20);
        await story.WatchAsync();
        var after = (await story.Store.StoryLineAsync(id, Cancel))!;
        var news = Assert.Single(Assert.Single(await story.DueAsync()).News);
        Assert.Equal((AlertNewsKind.Story, (Stemma.Model.StoryId?)after.Id), (news.Kind, news.Story));
        Assert.Equal(after.Accounts - before.Accounts, news.NewAccounts);
        Assert.Equal(Math.Max(0, after.Denials - before.Denials), news.NewDenials);
        Assert.Equal(before.Denials == 0 && after.Denials > 0, news.IsFirstDenial);
        Assert.Equal((after.Accounts, after.Roots), (news.Accounts, news.Roots));
        await story.WatchAsync();
        Assert.Single(await story.DueAsync());
    }

    [Fact]
    public async Task Who_follows_a_story_that_goes_into_another_follows_that_one()
    {
        await using var story = await AlertStory.StartAsync();
        await story.ArriveAsync(4);
        var home = await story.BiggestAsync();
        var articles = (await story.Store.ArticlesAsync(new ArticleFilter(), default, Cancel)).Where(a => a.Story == home).OrderBy(a => a.Seq).ToList();
        var alone = new Stemma.Model.StoryId(77);
        await MoveAsync(story, articles[^1].Id, alone);
        await story.Store.AddAlertAsync(AlertStory.Ada, story.Target, "", TimeSpan.Zero, StoreFolder.Now, Cancel);
        await story.Store.StandAsync(AlertStory.Ada, alone, "follow", StoreFolder.Now, Cancel);
        await story.WatchAsync();
        await MoveAsync(story, articles[^1].Id, home);
        await story.WatchAsync();
        Assert.Equal((home, "follow"), Assert.Single(await story.Store.StandsAsync(AlertStory.Ada, Cancel)));
    }

    [Fact]
    public async Task News_in_the_pause_is_collected_to_one_message()
    {
        await using var story = await AlertStory.StartAsync();
        await story.Store.AddAlertAsync(AlertStory.Ada, story.Target, "lang:en", TimeSpan.FromMinutes(15), StoreFolder.Now, Cancel);
        await story.ArriveAsync(1);
        await story.WatchAsync();
        var first = Assert.Single(await story.DueAsync());
        await story.Store.DeliveredAsync(first.Id, StoreFolder.Now, Cancel);
        await story.ArriveAsync(2);
        await story.WatchAsync();
        Assert.Empty(await story.DueAsync(StoreFolder.Now.AddMinutes(5)));
        await story.ArriveAsync(1);
        await story.WatchAsync();
        Assert.Empty(await story.DueAsync(StoreFolder.Now.AddMinutes(14)));
        Assert.Equal(3, Assert.Single(await story.DueAsync(StoreFolder.Now.AddMinutes(15))).News.Count);
    }

    [Fact]
    public async Task A_stop_at_any_step_loses_no_news_and_doubles_none()
    {
        await using var story = await AlertStory.StartAsync();
        await story.Store.AddAlertAsync(AlertStory.Ada, story.Target, "lang:en", TimeSpan.Zero, StoreFolder.Now, Cancel);
        await story.ArriveAsync(3);
        // Stopped after looking at one article of three, and before noting the same look a second time.
        var behind = Assert.Single(await story.Store.AlertsBehindAsync(Cancel));
        Assert.True(await story.Store.WatchSearchAsync(behind, SearchQueryReader.Read("lang:en"), 1, StoreFolder.Now, Cancel));
        Assert.False(await story.Store.WatchSearchAsync(behind, SearchQueryReader.Read("lang:en"), 1, StoreFolder.Now, Cancel));
        await story.Folder.ReopenAsync();
        await story.WatchAsync();
        // Stopped after the message was put together, and again after it was sent but not noted: the same one.
        var first = Assert.Single(await story.DueAsync());
        await story.Folder.ReopenAsync();
        var second = Assert.Single(await story.DueAsync());
        Assert.Equal((first.Id, first.At), (second.Id, second.At));
        Assert.Equal(first.News, second.News);
        Assert.Equal(3, first.News.Select(n => n.Article).Distinct().Count());
    }

    [Fact]
    public async Task Targets_and_alerts_are_their_readers_alone()
    {
        await using var story = await AlertStory.StartAsync();
        var bob = new ReaderScope((await story.Store.AddUserAsync("bob", null, false, StoreFolder.Now, Cancel))!.Value);
        Assert.False(await story.Store.AddAlertAsync(bob, story.Target, "x", TimeSpan.Zero, StoreFolder.Now, Cancel));
        Assert.True(await story.Store.AddAlertAsync(AlertStory.Ada, story.Target, "x", TimeSpan.Zero, StoreFolder.Now, Cancel));
        await story.Store.RemoveTargetAsync(bob, story.Target, Cancel);
        await story.Store.RemoveAlertAsync(bob, 1, Cancel);
        await story.Store.TellAsync(bob, story.Target, new AlertNews { Kind = AlertNewsKind.Test }, "t", StoreFolder.Now, Cancel);
        Assert.Single(await story.Store.TargetsAsync(AlertStory.Ada, Cancel));
        Assert.Single(await story.Store.AlertsAsync(AlertStory.Ada, Cancel));
        Assert.Empty(await story.DueAsync());
        Assert.Empty(await story.Store.TargetsAsync(bob, Cancel));
    }

    private static async Task MoveAsync(AlertStory story, Stemma.Model.ArticleId article, Stemma.Model.StoryId to)
    {
        await story.Store.SaveReadingsAsync([], [new Stemma.Model.StoryAssignment(article, to, null, new Stemma.Model.Explanation("test", "moved", null, []))], StoreFolder.Now, Cancel);
        await story.Folder.RunAsync();
    }
}
