using Stemma.Storage;

namespace Stemma.Tests.Web;

/// <summary>Filters as their reader sees them.</summary>
public sealed class FilterPageTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_filter_hides_and_what_it_hid_is_one_link_away_with_the_reason()
    {
        await using var app = await WebApp.WithSamplesAsync("border-memo");
        Assert.Equal(303, (await app.PostAsync("/filters", "q=outlet%3Ahalyard&act=hide&all=1")).Status);
        var hidden = (await app.GetAsync("/reader?list=hidden")).Page;
        // To mark all read means all of a feed, a folder or everything: no such button where the list is another.
        Assert.Null(hidden.QuerySelector("form[action='/reader/read'] input[name=upto]"));
        var line = hidden.QuerySelector(".articles .entry")!;
        Assert.Contains("outlet:halyard", line.QuerySelector(".caught")!.TextContent, StringComparison.Ordinal);
        var article = line.QuerySelector("a.title")!.GetAttribute("href")!;
        var list = (await app.GetAsync("/reader?list=all")).Page;
        Assert.Null(list.QuerySelector($"a.title[href='{article}']"));
        Assert.Contains("hidden by your filters", list.QuerySelector(".left-out a")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await app.GetAsync(article)).Page.QuerySelector(".caught"));
        var page = (await app.GetAsync("/filters")).Page;
        Assert.Matches(@"has caught [1-9]\d* article", page.QuerySelector("#f1 .meta")!.TextContent);
        Assert.Equal(303, (await app.PostAsync("/filters/1", "do=remove")).Status);
        Assert.NotNull((await app.GetAsync("/reader?list=all")).Page.QuerySelector($"a.title[href='{article}']"));
    }

    [Fact]
    public async Task The_page_of_an_article_shows_the_words_that_a_filter_found()
    {
        await using var app = await WebApp.WithSamplesAsync("harbour-ferry");
        await app.PostAsync("/filters", "q=ferry&act=label&label=boats&all=1");
        var line = (await app.Store.ArticlesAsync(new ArticleFilter { Label = "boats" }, new ReaderScope(UserRecord.First), Cancel))[0];
        var caught = (await app.GetAsync("/articles/" + line.Id)).Page.QuerySelector(".caught")!;
        Assert.Equal("ferry", caught.QuerySelector("mark")!.TextContent, ignoreCase: true);
        Assert.Equal("boats", caught.QuerySelector(".badge")!.TextContent);
    }

    [Theory]
    [InlineData("q=&act=hide")]
    [InlineData("q=-ferry&act=hide")]
    [InlineData("q=ferry&act=burn")]
    [InlineData("q=ferry&act=label")]
    [InlineData("q=ferry+after%3Asoon&act=hide")]
    public async Task A_filter_that_cannot_be_is_refused_with_the_reason(string form)
    {
        await using var app = await WebApp.StartAsync();
        var answer = await app.PostAsync("/filters", form);
        Assert.Equal(400, answer.Status);
        Assert.NotEmpty(answer.Page.QuerySelectorAll(".fault[role=alert]"));
        Assert.Empty(await app.Store.FiltersAsync(new ReaderScope(UserRecord.First), Cancel));
    }

    [Fact]
    public async Task Nobody_changes_the_filters_of_another()
    {
        await using var app = await WebApp.StartAsync(isOpen: true);
        var (mine, ada) = await app.SignedInAsync("ada");
        var (_, bob) = await app.SignedInAsync("bob");
        await app.PostAsync("/filters", "q=zzsecretzz&act=hide", ada);
        var id = (await app.Store.FiltersAsync(mine, Cancel))[0].Id;
        Assert.Equal(404, (await app.PostAsync("/filters/" + id, "do=remove", bob)).Status);
        Assert.DoesNotContain("zzsecretzz", (await app.GetAsync("/filters", bob)).Body, StringComparison.Ordinal);
        Assert.Single(await app.Store.FiltersAsync(mine, Cancel));
    }
}
