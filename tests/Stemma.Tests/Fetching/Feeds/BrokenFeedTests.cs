using System.Text;
using Stemma.Fetching;
using Stemma.Model;

namespace Stemma.Tests.Fetching.Feeds;

/// <summary>Broken feeds are read as far as it goes, and say what is wrong with them.</summary>
public sealed class BrokenFeedTests
{
    private const string Head = "<rss version='2.0'><channel><title>Gazette</title><item><title>One</title></item>";

    [Theory]
    [InlineData(Head + "<item><title>Two & three</title></item></channel></rss>", FeedFaultKind.BareAmpersand, "Two & three")]
    [InlineData(Head + "<item><title>2 < 3</title></item></channel></rss>", FeedFaultKind.BareLessThan, "2 < 3")]
    [InlineData(Head + "<item><title>Caf&eacute;</title></item></channel></rss>", FeedFaultKind.UndeclaredEntity, "Café")]
    [InlineData(Head + "<item><dc:title>Two</dc:title></item></channel></rss>", FeedFaultKind.UndeclaredPrefix, "Two")]
    [InlineData(Head + "<item><title>Two", FeedFaultKind.CutShort, "Two")]
    [InlineData(Head + "<item><title><![CDATA[Two", FeedFaultKind.CutShort, "Two")]
    [InlineData(Head + "<item><title>Two</title><link>https://a.example/</item></channel></rss>", FeedFaultKind.MismatchedTag, "Two")]
    [InlineData(Head + "<item><title>T\u0003wo</title></item></channel></rss>", FeedFaultKind.ControlCharacter, "Two")]
    [InlineData("<p>Warning: line 3</p>" + Head + "<item><title>Two</title></item></channel></rss>", FeedFaultKind.JunkBefore, "Two")]
    [InlineData(Head + "<item><title>Two</title></item></channel></rss><script>x</script>", FeedFaultKind.JunkAfter, "Two")]
    [InlineData(Head + "<item><title foo>Two</title></item></channel></rss>", FeedFaultKind.BadAttribute, "Two")]
    [InlineData(Head + "<item><title>Two</title><pubDate>soon</pubDate></item></channel></rss>", FeedFaultKind.BadDate, "Two")]
    public void What_is_wrong_is_told_and_the_entries_are_there(string document, FeedFaultKind fault, string second)
    {
        var result = FeedsRead.Parse(document);

        Assert.Contains(fault, result.Faults.Select(f => f.Kind));
        Assert.Equal("Gazette", result.Feed!.Title!.Value);
        Assert.Equal(["One", second], result.Feed.Entries.Select(e => e.Title!.ToText()));
        Assert.All(result.Faults, f => Assert.NotEmpty(f.Message));
    }

    [Fact]
    public void Entries_that_were_never_closed_stay_apart()
    {
        var feed = FeedsRead.Rss("<item><title>One</title><item><title>Two</title><item><title>Three</title>");

        Assert.Equal(["One", "Two", "Three"], feed.Entries.Select(e => e.Title!.Value));
    }

    [Fact]
    public void Plain_text_does_not_lose_a_feed()
    {
        var result = FeedsRead.Parse(Head + "</channel></rss>", mediaType: "text/plain");

        Assert.Single(result.Feed!.Entries);
        Assert.Equal([FeedFaultKind.WrongMediaType], result.Faults.Select(f => f.Kind));
    }

    [Fact]
    public void A_page_is_no_feed_but_names_its_feeds()
    {
        var result = FeedsRead.Parse(
            "<!doctype html><html><head><link rel='alternate' type='application/rss+xml' title='News' href='/feed'></head><body><p>Hi</p></body></html>",
            "https://a.example/news/");

        Assert.Null(result.Feed);
        Assert.Equal(FailureKind.NoFeed, result.Failure!.Kind);
        Assert.Contains("HTML page", result.Failure.Message, StringComparison.Ordinal);
        Assert.Equal("https://a.example/feed", result.NamedFeeds.Single().Href);
    }

    [Theory]
    [InlineData("", FailureKind.Empty)]
    [InlineData(" \n\t", FailureKind.Empty)]
    [InlineData("Just some words.", FailureKind.NoFeed)]
    [InlineData("{\"a\":1}", FailureKind.NoFeed)]
    [InlineData("<opml version='2.0'><body/></opml>", FailureKind.NoFeed)]
    [InlineData("<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'/>", FailureKind.NoFeed)]
    public void What_is_no_feed_says_so(string document, FailureKind kind) =>
        Assert.Equal(kind, FeedsRead.Parse(document).Failure!.Kind);

    [Fact]
    public void Json_that_is_cut_off_keeps_its_whole_entries()
    {
        var result = FeedsRead.Parse("""{"version":"https://jsonfeed.org/version/1","title":"G","items":[{"id":"1","title":"a [b"},{"id":"2","title":"b"},{"id":"3","ti""");

        Assert.Equal(["1", "2"], result.Feed!.Entries.Select(e => e.Key));
        Assert.Equal([FeedFaultKind.BadJson], result.Faults.Select(f => f.Kind));
    }

    [Fact]
    public void Entities_of_the_document_type_are_read_but_never_explode()
    {
        var plain = FeedsRead.Parse("<!DOCTYPE rss [<!ENTITY paper 'Harbour Gazette'>]><rss version='2.0'><channel><title>&paper;</title></channel></rss>");
        Assert.Equal("Harbour Gazette", plain.Feed!.Title!.Value);

        var bomb = new StringBuilder("<!DOCTYPE rss [<!ENTITY a0 'ha'>");
        for (var i = 1; i < 40; i++)
        {
            bomb.Append($"<!ENTITY a{i} '&a{i - 1};&a{i - 1};&a{i - 1};'>");
        }
        var result = FeedsRead.Parse(bomb + "]><rss version='2.0'><channel><title>&a39;</title></channel></rss>");
        Assert.True(result.Feed!.Title!.Value.Length < 100);
        Assert.Contains(FeedFaultKind.EntityDefinition, result.Faults.Select(f => f.Kind));

        var wide = "<!DOCTYPE rss [<!ENTITY a '" + new string('x', 1000) + "'>]><rss><channel><title>" + string.Concat(Enumerable.Repeat("&a;", 100_000)) + "</title></channel></rss>";
        Assert.True(FeedsRead.Parse(wide).Feed!.Title!.Value.Length < 700_000);
    }

    [Fact]
    public void Nothing_outside_the_document_is_read()
    {
        var result = FeedsRead.Parse("<!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><rss version='2.0'><channel><title>a&x;b</title></channel></rss>");

        Assert.Equal("a&x;b", result.Feed!.Title!.Value);
    }
}
