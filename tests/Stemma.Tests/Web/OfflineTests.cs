using System.Text.Json;
using Stemma.Storage;
using Stemma.Tests.Storage;

namespace Stemma.Tests.Web;

/// <summary>What a browser keeps for reading without the network, and what filters leave out of the front page.</summary>
public sealed class OfflineTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_list_names_pages_that_are_there_and_gives_a_story_another_version_when_it_changes()
    {
        await using var app = await WebApp.StartAsync();
        var pages = StoreFolder.Pages("border-memo");
        await app.Store.AcceptAsync([.. pages.Take(4)], StoreFolder.Now, Cancel);
        await app.AddAsync("klaerwerk");
        var before = await ListAsync(app);
        Assert.Equal(await ListAsync(app), before);
        foreach (var path in before.Keys)
        {
            Assert.Equal(200, (await app.GetAsync(path)).Status);
        }
        await app.Store.AcceptAsync([.. pages.Skip(4)], StoreFolder.Now.AddHours(1), Cancel);
        await app.AddAsync();
        var after = await ListAsync(app);
        var changed = after.Where(p => before.TryGetValue(p.Key, out var version) && version != p.Value).Select(static p => p.Key).ToList();
        Assert.Contains("/", changed);
        Assert.Single(changed, static p => p.StartsWith("/stories/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_story_that_filters_hide_whole_leaves_the_front_page_and_the_list_and_is_one_link_away()
    {
        await using var app = await WebApp.WithSamplesAsync("klaerwerk");
        await app.AddAsync("harbour-ferry");
        var front = (await app.GetAsync("/")).Page;
        Assert.Empty(front.QuerySelectorAll("a[href^='/?list=hidden']"));
        await app.PostAsync("/filters", "q=lang%3Ade&act=hide&all=1");
        Assert.Equal("1 story hidden by your filters", (await app.GetAsync("/")).Page.QuerySelector("a[href='/?list=hidden']")!.TextContent);
        var hidden = Stories((await app.GetAsync("/?list=hidden")).Page);
        var shown = Stories((await app.GetAsync("/")).Page);
        Assert.Single(hidden);
        Assert.Empty(hidden.Intersect(shown));
        Assert.Equal(Stories(front).Order(), hidden.Concat(shown).Order());
        Assert.DoesNotContain(hidden[0], (await ListAsync(app)).Keys);
        Assert.Null((await app.GetAsync("/offline")).Page.QuerySelector($"a[href='{hidden[0]}']"));
        // One article that is not hidden shows the story again.
        await app.PostAsync("/filters", "q=outlet%3Aanzeiger&act=keep&all=1");
        Assert.Empty(Stories((await app.GetAsync("/?list=hidden")).Page));
    }

    [Fact]
    public async Task What_one_reader_mutes_or_hides_another_still_keeps()
    {
        await using var app = await WebApp.StartAsync(isOpen: true);
        await app.AddAsync("klaerwerk");
        var (_, ada) = await app.SignedInAsync("ada");
        var (_, bob) = await app.SignedInAsync("bob");
        var story = (await app.Store.ArticlesAsync(new ArticleFilter { Limit = 1 }, default, Cancel))[0].Story;
        await app.PostAsync($"/stories/{story}/stand", "stand=mute", ada);
        Assert.DoesNotContain("/stories/" + story, (await ListAsync(app, ada)).Keys);
        Assert.Contains("/stories/" + story, (await ListAsync(app, bob)).Keys);
    }

    private static List<string> Stories(AngleSharp.Dom.IDocument page) =>
        [.. page.QuerySelectorAll("main a[href^='/stories/']").Select(static a => a.GetAttribute("href")!.Split('#')[0]).Distinct()];

    private static async Task<Dictionary<string, string>> ListAsync(WebApp app, string? session = null) =>
        JsonDocument.Parse((await app.GetAsync("/offline.json", session)).Body).RootElement.GetProperty("pages").EnumerateArray()
            .ToDictionary(static p => p.GetProperty("path").GetString()!, static p => p.GetProperty("version").GetString()!);
}
