using System.Text.Json;
using Stemma.App.Json;
using Stemma.Model;
using Stemma.Storage;

namespace Stemma.Tests.Storage;

/// <summary>The steps over a store give what they give in memory, whenever they are stopped.</summary>
public sealed class LivePipelineTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_article_that_names_no_outlet_is_called_by_its_file()
    {
        await using var folder = new StoreFolder();
        const string text = "The ferry to the outer island stayed in port on Monday, its owner said.\n\nNobody was hurt, and the boat is to sail again on Tuesday morning.\n\nThe owner gave no reason for the delay, which kept two hundred people waiting on the quay for most of the day.";
        await folder.Store.AcceptAsync(
            [new Submission { Document = new FetchedDocument { Source = "/notes/found on the quay.txt", Content = System.Text.Encoding.UTF8.GetBytes(text), MediaType = "text/plain", FetchedAt = StoreFolder.Now } }],
            StoreFolder.Now, TestContext.Current.CancellationToken);
        await folder.RunAsync();
        var line = Assert.Single(await folder.Store.ArticlesAsync(new ArticleFilter(), default, TestContext.Current.CancellationToken));
        var stored = await folder.Store.ArticleAsync(line.Id, default, TestContext.Current.CancellationToken);
        Assert.Equal("found on the quay.txt", stored!.Article!.OutletLabel);
    }

    [Fact]
    public async Task A_story_from_the_store_is_the_story_that_was_briefed()
    {
        await using var folder = new StoreFolder();
        await folder.Store.AcceptAsync(StoreFolder.Pages("border-memo"), StoreFolder.Now, Cancel);
        await folder.RunAsync();
        var line = (await Stories(folder)).MaxBy(s => s.Accounts)!;
        Assert.Equal(9, line.Accounts);
        Assert.True(line.Roots >= 1);
        var before = Describe(await folder.Store.BriefAsync(line.Id, Cancel));
        await folder.ReopenAsync();
        Assert.Equal(before, Describe(await folder.Store.BriefAsync(line.Id, Cancel)));
    }

    [Fact]
    public async Task A_restart_after_any_article_changes_no_story()
    {
        var pages = StoreFolder.Pages("border-memo").Concat(StoreFolder.Pages("harbour-ferry")).ToList();
        await using var whole = new StoreFolder();
        await whole.Store.AcceptAsync(pages, StoreFolder.Now, Cancel);
        await whole.RunAsync();
        await using var cut = new StoreFolder();
        foreach (var part in pages.Chunk(3))
        {
            await cut.Store.AcceptAsync(part, StoreFolder.Now, Cancel);
            await cut.RunAsync();
            await cut.ReopenAsync();
        }
        Assert.All((await Stories(whole)).OrderByDescending(s => s.Accounts).Take(2), s => Assert.True(s.Accounts >= 7));
        Assert.Equal(
            (await Stories(whole)).Select(s => (s.Id, s.Accounts, s.Title, s.Roots)).Order(),
            (await Stories(cut)).Select(s => (s.Id, s.Accounts, s.Title, s.Roots)).Order());
    }

    [Fact]
    public async Task What_is_handed_in_twice_is_there_once()
    {
        await using var folder = new StoreFolder();
        var pages = StoreFolder.Pages("klaerwerk");
        Assert.Equal(new Accepted(4, 0, 0), await folder.Store.AcceptAsync(pages, StoreFolder.Now, Cancel));
        Assert.Equal(new Accepted(0, 0, 4), await folder.Store.AcceptAsync(pages, StoreFolder.Now, Cancel));
        await folder.RunAsync();
        Assert.Equal(new Accepted(0, 0, 4), await folder.Store.AcceptAsync(pages, StoreFolder.Now, Cancel));
        Assert.Equal(4, (await folder.Store.HealthAsync(Cancel)).Articles);
    }

    [Fact]
    public async Task A_page_that_holds_nothing_fails_with_its_reason_and_the_rest_goes_on()
    {
        await using var folder = new StoreFolder();
        var bad = new Submission
        {
            Document = new FetchedDocument { Source = "bad.pdf", Content = "%PDF-1.7\n"u8.ToArray(), FetchedAt = StoreFolder.Now },
        };
        await folder.Store.AcceptAsync([bad, .. StoreFolder.Pages("klaerwerk")], StoreFolder.Now, Cancel);
        await folder.RunAsync();
        var health = await folder.Store.HealthAsync(Cancel);
        Assert.Equal((1, 0), (health.Failed, health.AwaitReading));
        Assert.Contains("PDF", Assert.Single(health.Failures).Failure, StringComparison.Ordinal);
        Assert.Equal(4, Assert.Single(await Stories(folder)).Accounts);
    }

    [Fact]
    public async Task A_changed_page_keeps_its_story_and_its_earlier_text()
    {
        await using var folder = new StoreFolder();
        await folder.Store.AcceptAsync(StoreFolder.Pages("klaerwerk"), StoreFolder.Now, Cancel);
        await folder.RunAsync();
        var story = Assert.Single(await Stories(folder));
        var page = StoreFolder.Pages("klaerwerk")[0];
        var html = System.Text.Encoding.UTF8.GetString(page.Document!.Content.Span);
        var changed = html.Replace("Klärwerk Hohenleite", "neuen Klärwerk Hohenleite", StringComparison.Ordinal);
        Assert.NotEqual(html, changed);
        var again = page with { Document = page.Document with { Content = System.Text.Encoding.UTF8.GetBytes(changed) } };
        Assert.Equal(new Accepted(0, 1, 0), await folder.Store.AcceptAsync([again], StoreFolder.Now.AddHours(1), Cancel));
        await folder.RunAsync();
        var brief = await folder.Store.BriefAsync(story.Id, Cancel);
        Assert.Equal(4, brief!.Story.Accounts.Count);
        var account = Assert.Single(brief.Story.Accounts, a => a.Id == page.Id);
        Assert.Contains("neuen Klärwerk", account.Article.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("neuen Klärwerk", Assert.Single(account.EarlierVersions).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_may_part_two_accounts_and_join_them_again()
    {
        await using var folder = new StoreFolder();
        await folder.Store.AcceptAsync(StoreFolder.Pages("border-memo"), StoreFolder.Now, Cancel);
        await folder.RunAsync();
        var ids = (await folder.Store.ArticlesAsync(new ArticleFilter(), default, Cancel)).Select(a => a.Id).Order().ToList();
        await CorrectAsync(folder, ids[0], ids[1], together: false);
        Assert.NotEqual(await StoryOf(folder, ids[0]), await StoryOf(folder, ids[1]));
        await CorrectAsync(folder, ids[0], ids[1], together: true);
        Assert.Equal(await StoryOf(folder, ids[0]), await StoryOf(folder, ids[1]));
    }

    [Fact]
    public async Task Search_finds_words_fields_and_days_and_shows_where()
    {
        await using var folder = new StoreFolder();
        await folder.Store.AcceptAsync([.. StoreFolder.Pages("border-memo"), .. StoreFolder.Pages("harbour-ferry")], StoreFolder.Now, Cancel);
        await folder.RunAsync();
        async Task<SearchResult> Find(string text) => await folder.Store.SearchAsync(SearchQueryReader.Read(text), Cancel);
        var ferry = await Find("ferry");
        Assert.NotEmpty(ferry.Hits);
        Assert.All(ferry.Hits, h => Assert.All(h.Marks, m => Assert.Equal("ferry", m.Of(h.Snippet), ignoreCase: true)));
        Assert.NotEmpty((await Find("outlet:halyard ferry")).Hits);
        Assert.Empty((await Find("ferry -ferry")).Hits);
        Assert.Equal(ferry.Hits.Count, (await Find("ferr*")).Hits.Count);
        Assert.Empty((await Find("ferry before:1999")).Hits);
        Assert.Equal(ferry.Hits.Count, (await Find("ferry after:1999 lang:en")).Hits.Count);
        Assert.Equal(ferry.Hits.Count, (await Find("nowherefound OR ferry")).Hits.Count);
        Assert.NotEmpty((await Find("after:soon ferry")).Faults);
    }

    private static async Task<StoryId?> StoryOf(StoreFolder folder, ArticleId article) =>
        (await folder.Store.ArticleAsync(article, default, Cancel))!.Line.Story;

    private static async Task CorrectAsync(StoreFolder folder, ArticleId a, ArticleId b, bool together)
    {
        using var pipeline = new LivePipeline(folder.Store, Outlets.OutletRegistry.LoadBuiltIn(), TimeProvider.System);
        await pipeline.RunToEndAsync(Cancel);
        await pipeline.CorrectAsync(a, b, together, null, Cancel);
    }

    private static async Task<IReadOnlyList<StoryLine>> Stories(StoreFolder folder) =>
        await folder.Store.StoriesSinceAsync(DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue, 100, Cancel);

    private static string Describe(StoryBrief? brief) => JsonSerializer.Serialize(BriefJson.From(brief!), StemmaJson.Readable.BriefJson);
}
