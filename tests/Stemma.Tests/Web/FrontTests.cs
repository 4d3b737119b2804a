using System.Globalization;
using AngleSharp.Dom;
using Stemma.App.Ui.Front;
using Stemma.Model;
using Stemma.Storage;
using Stemma.Tests.Storage;

namespace Stemma.Tests.Web;

/// <summary>The front page: the day as it stood, topics, places.</summary>
public sealed class FrontTests
{
    [Fact]
    public async Task A_days_front_page_shows_accounts_roots_and_words_of_that_day_and_not_of_later_ones()
    {
        await using var app = await WebApp.StartAsync();
        var pages = StoreFolder.Pages("border-memo");
        await app.Store.AcceptAsync([.. pages.Take(4)], StoreFolder.Now, TestContext.Current.CancellationToken);
        await app.AddAsync();
        var first = await LineAsync(app);
        var shown = Shown((await app.GetAsync("/")).Page);
        await app.Store.AcceptAsync([.. pages.Skip(4)], StoreFolder.Now.AddDays(1), TestContext.Current.CancellationToken);
        await app.AddAsync();
        var later = await LineAsync(app);
        Assert.True(later.Accounts > first.Accounts);

        var past = Assert.Single(await app.Store.StoriesOfDayAsync(DateOnly.FromDateTime(StoreFolder.Now.UtcDateTime), 10, TestContext.Current.CancellationToken));
        Assert.Equal((first.Accounts, first.Outlets, first.Roots, first.Denials, first.Title), (past.Accounts, past.Outlets, past.Roots, past.Denials, past.Title));
        Assert.True(past.HasJudgements);
        var page = (await app.GetAsync("/?day=" + Iso(StoreFolder.Now))).Page;
        Assert.Equal(shown, Shown(page));
        Assert.NotEmpty(page.QuerySelectorAll(".teaser .lede q"));
        var next = (await app.Store.StoriesOfDayAsync(DateOnly.FromDateTime(StoreFolder.Now.AddDays(1).UtcDateTime), 10, TestContext.Current.CancellationToken))[0];
        Assert.Equal((later.Accounts, later.Roots), (next.Accounts, next.Roots));
    }

    [Theory]
    [InlineData("Politics", "politics")]
    [InlineData("US Politics", "politics")]
    [InlineData("World news", "world")]
    [InlineData("Wirtschaft", "business")]
    [InlineData("Économie", "business")]
    [InlineData("Sport | Football", "sport")]
    [InlineData("Faits divers", "justice")]
    [InlineData("About us", null)]
    [InlineData("News", null)]
    [InlineData("", null)]
    public void A_section_names_its_topic_in_the_words_of_its_outlet(string section, string? topic) => Assert.Equal(topic, TopicNames.Shared.Of(section));

    [Fact]
    public void What_stands_under_topics_elsewhere_teaches_the_topic_of_a_headline_or_it_is_silent()
    {
        var model = new TopicModel();
        for (var i = 0; i < 60; i++)
        {
            model.Learn("sport", "en", $"Striker scores winning goal as keeper stumbles in final number {i}");
            model.Learn("business", "en", $"Shares slump while lender raises interest forecast number {i}");
        }
        Assert.Equal("sport", model.Tell("en", "Keeper saves late goal from striker")?.Topic);
        Assert.Equal("business", model.Tell("en", "Lender lowers interest after shares slump")?.Topic);
        Assert.Null(model.Tell("en", "Ferry runs aground off the mole"));
        Assert.Null(model.Tell("de", "Striker scores goal"));
        Assert.Null(new TopicModel().Tell("en", "Keeper saves late goal from striker"));
    }

    [Fact]
    public void A_topic_has_its_reason()
    {
        var line = new StoryLine { Id = new StoryId(1), FirstAt = StoreFolder.Now, LastAt = StoreFolder.Now, Title = "Ferry aground", Language = "en" };
        Assert.Null(StoryTopics.Judge(line, [], new TopicModel()).Topic);
        Assert.Equal(("sport", "front.topic.section"), Of(StoryTopics.Judge(line with { Section = "Sports" }, ["World"], new TopicModel())));
        Assert.Equal(("world", "front.topic.folder"), Of(StoryTopics.Judge(line, ["Mine", "World"], new TopicModel())));
        static (string?, string?) Of(StoryTopic topic) => (topic.Topic, topic.Reason?.Rule);
    }

    [Fact]
    public async Task The_page_can_be_narrowed_to_a_folder_of_feeds()
    {
        await using var app = await WebApp.WithSamplesAsync("klaerwerk");
        await app.PostAsync("/feeds", "address=news.example%2Ffeed&folder=World");
        Assert.Null((await app.GetAsync("/?folder=World")).Page.QuerySelector(".teaser"));
        Assert.NotNull((await app.GetAsync("/")).Page.QuerySelector(".teaser"));
    }

    private static async Task<StoryLine> LineAsync(WebApp app) =>
        (await app.Store.StoriesSinceAsync(DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue, 10, TestContext.Current.CancellationToken)).MaxBy(l => l.Accounts)!;

    private static string Shown(IDocument page) => string.Join(" / ", page.QuerySelectorAll(".teaser").Select(t => t.QuerySelector("h2")!.TextContent.Trim() + ": " + t.QuerySelector(".counts")!.TextContent.Trim()));

    private static string Iso(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
