using System.Net;
using System.Text;
using Stemma.Extraction;
using Stemma.Fetching;
using Stemma.Model;
using Stemma.Outlets;

namespace Stemma.Tests.Fetching.Sources;

/// <summary>Where articles are asked for, a feed stands for its entries.</summary>
public sealed class FeedAsInputTests
{
    private const string Feed = """
        <rss version="2.0"><channel><title>The Norholm Paper</title>
          <item><title>Ferry late</title><link>/ferry</link><guid>1</guid><pubDate>Mon, 07 Jan 2030 10:00:00 GMT</pubDate>
            <description>&lt;p&gt;The ferry to Norholm was late on Monday, said its captain, Ida Brekke, for the third time this week.&lt;/p&gt;
            &lt;p&gt;Passengers waited for two hours in the rain, and some of them went home.&lt;/p&gt;</description></item>
          <item><title>Bridge shut</title><link>/bridge</link><guid>2</guid></item>
        </channel></rss>
        """;

    [Fact]
    public async Task The_pages_of_its_entries_are_fetched_and_one_that_fails_fails_alone()
    {
        var outlet = new ScriptedOutlet(r => r.RequestUri!.AbsolutePath switch
        {
            "/feed" => ScriptedOutlet.Page(Feed),
            "/ferry" => ScriptedOutlet.Page("<p>page of the ferry"),
            _ => new HttpResponseMessage(HttpStatusCode.NotFound),
        });
        using var fetcher = ScriptedFetcher.Of(outlet);
        var outcomes = await FetchAsync("https://paper.example/feed", fetcher, "");
        Assert.Equal("<p>page of the ferry", Encoding.UTF8.GetString(outcomes[0].Document!.Content.Span));
        Assert.Equal(FailureKind.HttpStatus, outcomes[1].Failure!.Kind);
        Assert.Equal(2, outcomes.Count);
        Assert.Contains(outlet.Asked, u => u.AbsolutePath == "/robots.txt");
    }

    [Fact]
    public async Task Without_the_network_the_entries_own_texts_are_read()
    {
        var document = Assert.Single(await FetchAsync("-", null, Feed)).Document!;
        var article = Assert.Single(new ArticleExtractor(OutletRegistry.LoadBuiltIn()).Extract(document).Articles);
        Assert.Equal("Ferry late", article.Title);
        Assert.StartsWith("The ferry to Norholm was late", article.Text, StringComparison.Ordinal);
        Assert.Equal("The Norholm Paper", article.Outlet);
        Assert.Equal(new DateTimeOffset(2030, 1, 7, 10, 0, 0, TimeSpan.Zero), article.Published!.Value.At);
    }

    private static async Task<List<FetchOutcome>> FetchAsync(string input, WebFetcher? fetcher, string standardInput)
    {
        var documents = new DocumentFetcher(
            () => new MemoryStream(Encoding.UTF8.GetBytes(standardInput)), fetcher, new ManualClock(new(2030, 2, 1, 0, 0, 0, TimeSpan.Zero)), new FetchOptions());
        List<FetchOutcome> outcomes = [];
        await foreach (var outcome in documents.FetchAsync([input], TestContext.Current.CancellationToken))
        {
            outcomes.Add(outcome);
        }
        return outcomes;
    }
}
