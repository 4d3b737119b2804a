using Stemma.Model;
using Stemma.Storage;
using Stemma.Tests.Storage;

namespace Stemma.Tests.Alerting;

/// <summary>Filters look at every article once, do what they are for, and tell what they caught.</summary>
public sealed class FilteringTests
{
    private static readonly ReaderScope Ada = new(UserRecord.First);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_filter_catches_what_comes_after_it_and_what_was_there_only_when_asked()
    {
        await using var folder = await WithAsync("border-memo");
        var filter = await folder.Store.AddFilterAsync(Ada, "lang:en", FilterAct.Hide, null, StoreFolder.Now, Cancel);
        await FilterAsync(folder);
        var before = (await folder.Store.ArticlesAsync(new ArticleFilter(), Ada, Cancel)).Count;
        Assert.Equal(0, (await folder.Store.FiltersAsync(Ada, Cancel))[0].Caught);
        await AddAsync(folder, "harbour-ferry");
        await FilterAsync(folder);
        var caught = (await folder.Store.FiltersAsync(Ada, Cancel))[0].Caught;
        Assert.True(caught > 3);
        Assert.Equal(before, (await folder.Store.ArticlesAsync(new ArticleFilter(), Ada, Cancel)).Count);
        await folder.Store.ApplyFilterAsync(Ada, filter, Cancel);
        await FilterAsync(folder);
        Assert.Empty(await folder.Store.ArticlesAsync(new ArticleFilter(), Ada, Cancel));
        Assert.Equal(before + caught, (await folder.Store.ArticlesAsync(new ArticleFilter { OnlyHidden = true }, Ada, Cancel)).Count);
    }

    [Fact]
    public async Task Another_reader_sees_what_the_filter_of_one_hides()
    {
        await using var folder = await WithAsync("border-memo");
        var bob = new ReaderScope((await folder.Store.AddUserAsync("bob", null, false, StoreFolder.Now, Cancel))!.Value);
        await AllAsync(folder, "lang:en", FilterAct.Hide);
        Assert.Empty(await folder.Store.ArticlesAsync(new ArticleFilter(), Ada, Cancel));
        Assert.NotEmpty(await folder.Store.ArticlesAsync(new ArticleFilter(), bob, Cancel));
        Assert.Empty(await folder.Store.FiltersAsync(bob, Cancel));
        await folder.Store.RemoveFilterAsync(bob, (await folder.Store.FiltersAsync(Ada, Cancel))[0].Id, Cancel);
        Assert.Single(await folder.Store.FiltersAsync(Ada, Cancel));
    }

    [Fact]
    public async Task What_one_filter_keeps_no_other_hides_and_removing_it_hides_it_again()
    {
        await using var folder = await WithAsync("border-memo");
        await AllAsync(folder, "lang:en", FilterAct.Hide);
        var keep = await AllAsync(folder, "outlet:halyard", FilterAct.Keep);
        var kept = await folder.Store.ArticlesAsync(new ArticleFilter(), Ada, Cancel);
        Assert.NotEmpty(kept);
        Assert.All(kept, a => Assert.Contains("Halyard", a.Outlet, StringComparison.Ordinal));
        await folder.Store.RemoveFilterAsync(Ada, keep, Cancel);
        Assert.Empty(await folder.Store.ArticlesAsync(new ArticleFilter(), Ada, Cancel));
    }

    [Fact]
    public async Task A_star_taken_back_by_its_reader_stays_away_when_the_filter_looks_again()
    {
        await using var folder = await WithAsync("border-memo");
        var filter = await AllAsync(folder, "outlet:halyard", FilterAct.Star);
        var starred = await folder.Store.ArticlesAsync(new ArticleFilter { OnlyStarred = true }, Ada, Cancel);
        Assert.NotEmpty(starred);
        await folder.Store.StarAsync(Ada, starred[0].Seq, null, Cancel);
        await folder.Store.ApplyFilterAsync(Ada, filter, Cancel);
        await FilterAsync(folder);
        Assert.Equal(starred.Count - 1, (await folder.Store.ArticlesAsync(new ArticleFilter { OnlyStarred = true }, Ada, Cancel)).Count);
    }

    [Fact]
    public async Task A_label_is_given_and_the_evidence_names_the_filter()
    {
        await using var folder = await WithAsync("border-memo");
        await AllAsync(folder, "outlet:halyard", FilterAct.Label, "wire");
        var labelled = await folder.Store.ArticlesAsync(new ArticleFilter { Label = "wire" }, Ada, Cancel);
        Assert.NotEmpty(labelled);
        var caught = await folder.Store.CaughtAsync(Ada, [.. labelled.Select(l => l.Seq)], Cancel);
        Assert.Equal(labelled.Select(l => l.Seq).Order(), caught.Select(c => c.Seq));
        Assert.All(caught, c => Assert.Equal("outlet:halyard", c.Filter.Query));
    }

    [Fact]
    public async Task A_filter_cut_off_half_way_goes_on_where_it_was_and_catches_nothing_twice()
    {
        await using var folder = await WithAsync("border-memo", "harbour-ferry");
        await folder.Store.AddFilterAsync(Ada, "lang:en", FilterAct.Hide, null, StoreFolder.Now, Cancel);
        await folder.Store.ApplyFilterAsync(Ada, 1, Cancel);
        var first = (await folder.Store.FiltersBehindAsync(Cancel))[0];
        var query = SearchQueryReader.Read(first.Query);
        Assert.Equal(3, await folder.Store.RunFilterAsync(first, query, 3, StoreFolder.Now, Cancel));
        // The same step once more, as after a stop between reading and writing: it has been done.
        Assert.Equal(0, await folder.Store.RunFilterAsync(first, query, 3, StoreFolder.Now, Cancel));
        await folder.ReopenAsync();
        await FilterAsync(folder);
        var all = (await folder.Store.ArticlesAsync(new ArticleFilter { OnlyHidden = true, Limit = 1000 }, Ada, Cancel)).Count;
        Assert.Equal(all, (await folder.Store.FiltersAsync(Ada, Cancel))[0].Caught);
        Assert.Empty(await folder.Store.FiltersBehindAsync(Cancel));
    }

    [Fact]
    public async Task Unread_counts_leave_hidden_articles_out()
    {
        await using var folder = await WithFeedAsync();
        var feed = (await folder.Store.FeedsAsync(Cancel))[0].Id;
        var before = (await folder.Store.UnreadAsync(Ada, Cancel))[feed];
        await AllAsync(folder, "ferry", FilterAct.Hide);
        var hidden = (await folder.Store.HiddenAsync(Ada, onlyUnread: true, Cancel))[feed];
        Assert.True(hidden > 0);
        Assert.Equal(before - hidden, (await folder.Store.UnreadAsync(Ada, Cancel))[feed]);
        Assert.Equal(before - hidden, (await folder.Store.ArticlesAsync(new ArticleFilter { Feed = feed, OnlyUnread = true }, Ada, Cancel)).Count);
    }

    [Theory]
    [InlineData("feed:invented", 3)]
    [InlineData("FOLDER:world", 3)]
    [InlineData("folder:World -ferry", 1)]
    [InlineData("folder:nowhere", 0)]
    [InlineData("ferry -feed:invented", 0)]
    [InlineData("feed:nowhere OR feed:invented", 3)]
    [InlineData("ferry folder:World", 2)]
    [InlineData("bridge OR ferry folder:World", 3)]
    public async Task A_search_asks_for_feeds_and_folders(string query, int found)
    {
        await using var folder = await WithFeedAsync();
        Assert.Equal(found, (await folder.Store.SearchAsync(SearchQueryReader.Read(query), Cancel)).Hits.Count);
    }

    [Theory]
    [InlineData("-ferry")]
    [InlineData("-feed:invented")]
    [InlineData("ferry OR feed:invented")]
    [InlineData("feed:a feed:b feed:c feed:d feed:e feed:f feed:g")]
    [InlineData("")]
    [InlineData("feed:\"\" OR ferry after:2026 OR x")]
    public async Task A_query_that_cannot_be_meant_catches_nothing_or_tells_its_fault(string text)
    {
        await using var folder = await WithFeedAsync();
        var query = SearchQueryReader.Read(text);
        Assert.True(!query.Asks || query.Faults.Count > 0 || text.Contains('x', StringComparison.Ordinal));
        await AllAsync(folder, text, FilterAct.Hide);
        Assert.Equal(3, (await folder.Store.ArticlesAsync(new ArticleFilter(), Ada, Cancel)).Count);
    }

    private static async Task<StoreFolder> WithAsync(params string[] samples)
    {
        var folder = new StoreFolder();
        foreach (var sample in samples)
        {
            await AddAsync(folder, sample);
        }
        return folder;
    }

    private static async Task AddAsync(StoreFolder folder, string sample)
    {
        await folder.Store.AcceptAsync(StoreFolder.Pages(sample), StoreFolder.Now, Cancel);
        await folder.RunAsync();
    }

    /// <summary>A folder of feeds with one feed of three articles, two of them of a ferry.</summary>
    private static async Task<StoreFolder> WithFeedAsync()
    {
        var folder = new StoreFolder();
        var address = new Uri("https://feeds.example/news");
        var feed = new FeedRecord { Id = FeedId.Of(address), Address = address, Given = address, Title = "The invented wire", Folder = "World", AddedAt = StoreFolder.Now };
        await folder.Store.AddFeedAsync(feed, Cancel);
        string[] texts = ["The ferry to Skell was late again on Monday, its master said.", "A ferry ran aground off Skell on Sunday night, the coast guard said.", "The old bridge at Torrin was closed on Friday, the council said."];
        await folder.Store.AcceptAsync([.. texts.Select((t, i) => new Submission
        {
            Url = new Uri($"https://news.example/{i}"), Title = t[..20], Language = "en", Feed = feed.Id, EntryKey = "k" + i,
            Document = new FetchedDocument { Source = "feed", MediaType = "text/plain", Charset = "utf-8", FetchedAt = StoreFolder.Now, Content = System.Text.Encoding.UTF8.GetBytes(t[..20] + "\n\n" + t + " " + t) },
        })], StoreFolder.Now, Cancel);
        await folder.RunAsync();
        return folder;
    }

    private static async Task<long> AllAsync(StoreFolder folder, string query, FilterAct act, string? label = null)
    {
        var id = await folder.Store.AddFilterAsync(Ada, query, act, label, StoreFolder.Now, Cancel);
        await folder.Store.ApplyFilterAsync(Ada, id, Cancel);
        await FilterAsync(folder);
        return id;
    }

    private static async Task FilterAsync(StoreFolder folder)
    {
        var filtering = new LiveFiltering(folder.Store, TimeProvider.System);
        while (await filtering.FilterAsync(Cancel))
        {
        }
    }
}
