using System.Net;
using Stemma.Fetching;

namespace Stemma.Tests.Fetching.Sources;

public sealed class FeedFinderTests
{
    private const string Rss = "<?xml version='1.0'?><!-- x --><rss version='2.0'><channel/></rss>";

    [Fact]
    public async Task The_feeds_a_page_names_in_its_head_are_found_those_of_comments_last()
    {
        var search = await FindAsync(("/news/", """
            <!doctype html><html><head><base href="/sub/"><title><link rel=alternate type=application/rss+xml href=/title></title>
            <script>"<link rel='alternate' type='application/rss+xml' href='/script'>"</script>
            <!-- <link rel="alternate" type="application/rss+xml" href="/comment"> -->
            <link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed/">
            <LINK REL='Alternate' TYPE='application/atom+xml; charset=utf-8' TITLE='News &amp; more' HREF='atom.xml'>
            <link rel="alternate" type="application/json" href="/wp-json/posts/1">
            <link rel="alternate" hreflang="de" href="/de/">
            <link rel="alternate stylesheet" type="text/xml" href="/style.xml">
            """));
        Assert.Equal(
            [
                new FoundFeed(new Uri("https://paper.example/sub/atom.xml"), "News & more", FoundFeedKind.Named),
                new FoundFeed(new Uri("https://paper.example/comments/feed/"), "Comments", FoundFeedKind.Named),
            ],
            search.Feeds);
    }

    [Fact]
    public async Task An_address_that_is_a_feed_is_its_own_answer()
    {
        var search = await FindAsync(("/news/", Rss));
        Assert.Equal(FoundFeedKind.Itself, Assert.Single(search.Feeds).How);
        Assert.Equal(ListKind.Feed, search.Kind);
    }

    [Fact]
    public async Task Links_that_look_like_feeds_are_asked()
    {
        var search = await FindAsync(
            ("/news/", "<html><body><a href='/about'>About</a><a href='/rss.xml'>Feed</a><a href='/other/rss'>Dead</a></body></html>"),
            ("/rss.xml", Rss));
        Assert.Equal(new Uri("https://paper.example/rss.xml"), Assert.Single(search.Feeds).Url);
    }

    [Fact]
    public async Task Where_nothing_is_named_the_usual_places_are_asked_and_not_more_than_a_dozen()
    {
        var search = await FindAsync(("/news/", "<html><body>Hello</body></html>"), ("/news/feed.xml", Rss));
        Assert.Equal(FoundFeedKind.UsualPlace, Assert.Single(search.Feeds).How);

        var outlet = Outlet(("/news/", "<html><body>Hello</body></html>"));
        using var fetcher = ScriptedFetcher.Of(outlet);
        var none = await new FeedFinder(fetcher).FindAsync(new Uri("https://paper.example/news/"), TestContext.Current.CancellationToken);
        Assert.Empty(none.Feeds);
        Assert.Null(none.Failure);
        Assert.InRange(outlet.Asked.Count, 2, 12);
    }

    [Fact]
    public async Task A_site_that_cannot_be_read_says_why()
    {
        var search = await FindAsync(("/elsewhere", ""));
        Assert.NotNull(search.Failure);
    }

    [Theory]
    [InlineData("\uFEFF  <?xml version='1.0'?><rdf:RDF/>", ListKind.Feed)]
    [InlineData("junk before <feed xmlns='http://www.w3.org/2005/Atom'>", ListKind.Feed)]
    [InlineData("{\"version\": \"https://jsonfeed.org/version/1.1\"}", ListKind.Feed)]
    [InlineData("{\"a\":1}", ListKind.None)]
    [InlineData("<!doctype html><p>hello", ListKind.None)]
    [InlineData("<html><body><rss></rss>", ListKind.Page)]
    [InlineData("<opml version='1.0'>", ListKind.Opml)]
    [InlineData("<urlset>", ListKind.Sitemap)]
    [InlineData("", ListKind.None)]
    public void Lists_are_told_by_their_first_element(string text, ListKind kind) => Assert.Equal(kind, FeedSniffer.Kind(text));

    private static ScriptedOutlet Outlet(params (string Path, string Body)[] pages) => new(r =>
        pages.Where(p => p.Path == r.RequestUri!.AbsolutePath).Select(p => ScriptedOutlet.Page(p.Body)).FirstOrDefault()
        ?? new HttpResponseMessage(HttpStatusCode.NotFound));

    private static async Task<FeedSearch> FindAsync(params (string Path, string Body)[] pages)
    {
        using var fetcher = ScriptedFetcher.Of(Outlet(pages));
        return await new FeedFinder(fetcher).FindAsync(new Uri("https://paper.example/news/"), TestContext.Current.CancellationToken);
    }
}
