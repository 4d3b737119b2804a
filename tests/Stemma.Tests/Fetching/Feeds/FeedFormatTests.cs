using Stemma.Fetching;

namespace Stemma.Tests.Fetching.Feeds;

/// <summary>Formats are told apart, and say the same things in their own ways.</summary>
public sealed class FeedFormatTests
{
    [Theory]
    [InlineData("<rss version='2.0'><channel/></rss>", FeedFormat.Rss20)]
    [InlineData("<rss version='2.0.1'><channel/></rss>", FeedFormat.Rss20)]
    [InlineData("<rss version='0.91'><channel/></rss>", FeedFormat.Rss091Userland)]
    [InlineData("<!DOCTYPE rss PUBLIC '-//Netscape Communications//DTD RSS 0.91//EN' 'x.dtd'><rss version='0.91'><channel/></rss>", FeedFormat.Rss091Netscape)]
    [InlineData("<rss version='0.92'/>", FeedFormat.Rss092)]
    [InlineData("<rss version='0.93'/>", FeedFormat.Rss093)]
    [InlineData("<rss version='0.94'/>", FeedFormat.Rss094)]
    [InlineData("<rss/>", FeedFormat.Rss)]
    [InlineData("<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'/>", FeedFormat.Rss10)]
    [InlineData("<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://my.netscape.com/rdf/simple/0.9/'/>", FeedFormat.Rss090)]
    [InlineData("<feed xmlns='http://www.w3.org/2005/Atom'/>", FeedFormat.Atom10)]
    [InlineData("<feed version='0.3' xmlns='http://purl.org/atom/ns#'/>", FeedFormat.Atom03)]
    [InlineData("<feed/>", FeedFormat.Atom)]
    [InlineData("<CHANNEL HREF='http://a.example/'/>", FeedFormat.Cdf)]
    [InlineData("""{"version":"https://jsonfeed.org/version/1","title":"t","items":[]}""", FeedFormat.JsonFeed1)]
    [InlineData("""{"version":"https://jsonfeed.org/version/1.1","title":"t","items":[]}""", FeedFormat.JsonFeed11)]
    public void The_format_is_told_by_the_root(string document, FeedFormat expected)
    {
        var result = FeedsRead.Parse(document);

        Assert.Equal(expected, result.Feed!.Format);
        Assert.Empty(result.Faults);
    }

    [Fact]
    public void An_rss_item_is_read_with_its_modules()
    {
        var entry = FeedsRead.Parse("""
            <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"
                 xmlns:media="http://search.yahoo.com/mrss/"><channel><item>
              <title>Merrow Bridge &amp; the tide</title>
              <link>https://gazette.example/merrow</link>
              <guid isPermaLink="false">gazette-17</guid>
              <description>&lt;p&gt;It may close.&lt;/p&gt;</description>
              <content:encoded><![CDATA[<p>It may close <b>in June</b>.</p>]]></content:encoded>
              <dc:creator>Ines Calloway</dc:creator>
              <category domain="https://gazette.example/desk">Harbour</category>
              <pubDate>Mon, 05 May 2031 06:10:00 +0100</pubDate>
              <enclosure url="https://gazette.example/a.mp3" length="1234" type="audio/mpeg"/>
              <media:content url="https://gazette.example/a.jpg" medium="image" width="640"><media:credit>Rolf Brandt</media:credit></media:content>
              <source url="https://wire.example/feed">Tide Wire</source>
            </item></channel></rss>
            """).Feed!.Entries.Single();

        Assert.Equal("Merrow Bridge & the tide", entry.Title!.Value);
        Assert.Equal("https://gazette.example/merrow", entry.Link);
        Assert.Equal("gazette-17", entry.Key);
        Assert.Equal("It may close.", entry.Summary!.ToText());
        Assert.Equal("It may close in June.", entry.Contents.Single().ToText());
        Assert.Equal("Ines Calloway", entry.Authors.Single().Name);
        Assert.Equal(new FeedCategory("Harbour", "https://gazette.example/desk"), entry.Categories.Single());
        Assert.Equal("2031-05-05T06:10:00+01:00", entry.Published!.Moment.ToString());
        Assert.Equal("https://gazette.example/a.mp3", entry.Enclosures.Single().Href);
        Assert.Equal("Rolf Brandt", entry.Media!.Files.Single().Credit);
        Assert.Equal("Tide Wire", entry.Source!.Title!.Value);
        Assert.Equal("https://wire.example/feed", entry.Source.SelfAddress);
    }

    [Fact]
    public void Atom_resolves_addresses_against_the_innermost_base()
    {
        var entry = FeedsRead.Entry("""
            <link href="b"/><content type="xhtml" xml:base="sub/"><div xmlns="http://www.w3.org/1999/xhtml"><a href="c">see</a></div></content>
            """, "https://a.example/feed/");

        Assert.Equal("https://a.example/feed/b", entry.Link);
        Assert.Equal("<a href=\"https://a.example/feed/sub/c\" rel=\"noopener noreferrer\">see</a>", entry.Contents.Single().ToHtml(new HtmlSanitizer()));
    }

    [Fact]
    public void Atom_text_is_what_its_type_says()
    {
        Assert.Equal("the <b> tag", FeedsRead.Entry("<title type='text'>the &lt;b&gt; tag</title>").Title!.ToText());
        Assert.Equal("bold", FeedsRead.Entry("<title type='html'>&lt;b&gt;bold&lt;/b&gt;</title>").Title!.ToText());
        Assert.Equal("plain", FeedsRead.Entry("<title type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><i>plain</i></div></title>").Title!.ToText());
    }

    [Fact]
    public void Rss_text_is_judged_by_its_look()
    {
        Assert.False(FeedsRead.Item("<title>1 &lt; 2 and AT&amp;T</title>").Title!.IsHtml);
        Assert.False(FeedsRead.Item("<title>on the &lt;b&gt; tag</title>").Title!.IsHtml);
        Assert.True(FeedsRead.Item("<title>&lt;i&gt;Merrow&lt;/i&gt;</title>").Title!.IsHtml);
        Assert.Equal("Merrow & co", FeedsRead.Item("<title>Merrow &amp;amp; co</title>").Title!.ToText());
    }

    [Fact]
    public void A_picture_does_not_lend_its_title_to_the_feed()
    {
        var feed = FeedsRead.Rss("<image><title>Logo</title><url>https://a.example/l.png</url><link>https://a.example/pic</link></image><title>Gazette</title><link>https://a.example/</link>");

        Assert.Equal("Gazette", feed.Title!.Value);
        Assert.Equal("https://a.example/", feed.HomePage);
        Assert.Equal("https://a.example/l.png", feed.Image!.Url);
    }

    [Fact]
    public void The_timetable_of_a_feed_gives_its_interval()
    {
        Assert.Equal(TimeSpan.FromMinutes(60), FeedsRead.Rss("<ttl>60</ttl>").Schedule.Interval);
        var feed = FeedsRead.Parse("<rss version='2.0' xmlns:sy='http://purl.org/rss/1.0/modules/syndication/'><channel><sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency><skipHours><hour>24</hour><hour>3</hour></skipHours><skipDays><day>Sunday</day></skipDays></channel></rss>").Feed!;
        Assert.Equal(TimeSpan.FromHours(6), feed.Schedule.Interval);
        Assert.Equal([0, 3], feed.Schedule.SkipHours);
        Assert.Empty(FeedsRead.Parse("<rss version='2.0' xmlns:sy='http://purl.org/rss/1.0/modules/syndication/'><channel><sy:updatePeriod>\n hourly </sy:updatePeriod></channel></rss>").Faults);
        Assert.Equal([DayOfWeek.Sunday], feed.Schedule.SkipDays);
    }

    [Fact]
    public void A_json_feed_is_read_like_the_others()
    {
        var result = FeedsRead.Parse("""
            {"version":"https://jsonfeed.org/version/1.1","title":"Gazette","home_page_url":"https://a.example/","feed_url":"https://a.example/f.json",
             "hubs":[{"type":"WebSub","url":"https://hub.example/"}],"authors":[{"name":"Ines"}],"language":"en",
             "items":[{"id":7,"url":"/merrow","title":"Bridge","content_html":"<p>Hi</p>","date_published":"2031-05-05T06:10:00+01:00","tags":["harbour"],
                       "attachments":[{"url":"https://a.example/a.mp3","mime_type":"audio/mpeg","size_in_bytes":12}]}]}
            """);

        Assert.Empty(result.Faults);
        Assert.Equal("https://a.example/", result.Feed!.HomePage);
        Assert.Equal(["https://hub.example/"], result.Feed.Hubs);
        var entry = result.Feed.Entries.Single();
        Assert.Equal(("7", "https://a.example/merrow", "Hi"), (entry.Key, entry.Link, entry.Contents.Single().ToText()));
        Assert.Equal("12", entry.Enclosures.Single().Length);
    }

    [Theory]
    [InlineData("Ines Calloway (ines@a.example)", "Ines Calloway", "ines@a.example")]
    [InlineData("ines@a.example (Ines Calloway)", "Ines Calloway", "ines@a.example")]
    [InlineData("Ines Calloway <ines+desk@a.example>", "Ines Calloway", "ines+desk@a.example")]
    [InlineData("ines@a.example", null, "ines@a.example")]
    [InlineData("Ines Calloway", "Ines Calloway", null)]
    [InlineData("Harbour @ Night", "Harbour @ Night", null)]
    public void A_person_in_one_line_is_taken_apart(string line, string? name, string? email)
    {
        var person = FeedsRead.Item($"<author>{line.Replace("<", "&lt;", StringComparison.Ordinal)}</author>").Authors.Single();

        Assert.Equal((name, email), (person.Name, person.Email));
    }

    [Fact]
    public void An_address_that_executes_is_no_address()
    {
        Assert.Null(FeedsRead.Item("<link>javascript:alert(1)</link>").Link);
        Assert.Null(FeedsRead.Item("<link>java&#9;script:alert(1)</link>").Link);
        Assert.Empty(FeedsRead.Item("<enclosure url='data:text/html,x' type='text/html'/>").Links);
    }

    [Fact]
    public void A_module_taken_for_the_default_namespace_does_not_hide_the_feed()
    {
        var feed = FeedsRead.Parse("<rss version='2.0' xmlns='http://search.yahoo.com/mrss/'><channel><title>G</title><item><title>One</title><creator xmlns='http://purl.org/dc/elements/1.1/'>Ines</creator></item></channel></rss>").Feed!;

        Assert.Equal("G", feed.Title!.Value);
        Assert.Equal("Ines", feed.Entries.Single().Authors.Single().Name);
    }

    [Fact]
    public void Elements_without_a_meaning_here_are_kept()
    {
        var entry = FeedsRead.Parse("<rss version='2.0' xmlns:tide='https://tide.example/ns'><channel><item><tide:Level unit='m'>3.2</tide:Level></item></channel></rss>").Feed!.Entries.Single();

        var extension = entry.Extensions.Single();
        Assert.Equal(("tide", "level", "3.2"), (extension.Prefix, extension.Name, extension.Text));
        Assert.Equal("m", extension.Attributes.Single().Value);
    }
}
