using System.Diagnostics;
using System.Text;
using Stemma.Fetching;

namespace Stemma.Tests.Fetching.Feeds;

/// <summary>Whatever the bytes: no throw, no hang, bounded memory, the same result twice.</summary>
public sealed class FeedNoiseTests
{
    private static readonly string[] Samples =
    [
        "<?xml version='1.0' encoding='utf-8'?><rss version='2.0' xmlns:media='http://search.yahoo.com/mrss/' xmlns:itunes='http://www.itunes.com/dtds/podcast-1.0.dtd'><channel><title>Gazette &amp; co</title><link>https://a.example/</link><itunes:category text='News'><itunes:category text='Sea'/></itunes:category><item><title><![CDATA[Bridge <b>closes</b>]]></title><guid>1</guid><pubDate>Mon, 05 May 2031 06:10:00 GMT</pubDate><description>&lt;p&gt;It &#8211; closes&lt;/p&gt;</description><media:group><media:content url='a.jpg' width='2'><media:credit role='x'>R</media:credit></media:content></media:group></item></channel></rss>",
        "<feed xmlns='http://www.w3.org/2005/Atom' xml:base='https://a.example/' xml:lang='en'><title type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>A <i>b</i></div></title><entry><id>tag:a.example,2031:1</id><link rel='alternate' href='1'/><updated>2031-05-05T06:10:00Z</updated><author><name>Ines</name><email>i@a.example</email></author><content type='html'>&lt;img src=x&gt;</content><source><title>W</title></source><georss:point xmlns:georss='http://www.georss.org/georss'>1 2</georss:point></entry></feed>",
        "<!DOCTYPE rdf [<!ENTITY x 'y'>]><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/' xmlns:dc='http://purl.org/dc/elements/1.1/'><channel rdf:about='https://a.example/'><title>&x;</title></channel><item rdf:about='https://a.example/1'><dc:date>2031-05-05</dc:date></item></rdf:RDF>",
        """{"version":"https://jsonfeed.org/version/1.1","title":"G","authors":[{"name":"I"}],"items":[{"id":"1","url":"https://a.example/1","content_html":"<p>x</p>","date_published":"2031-05-05T06:10:00Z","attachments":[{"url":"a.mp3","duration_in_seconds":3}]},{"id":2}]}""",
    ];

    [Fact]
    public void Random_bytes_and_mutations_never_throw()
    {
        var random = new Random(11);
        for (var i = 0; i < 4000; i++)
        {
            var bytes = Encoding.UTF8.GetBytes(Samples[i % Samples.Length]);
            if (i % 9 == 0)
            {
                random.NextBytes(bytes);
            }
            for (var changes = random.Next(12); changes > 0 && bytes.Length > 0; changes--)
            {
                bytes = Mutate(bytes, random);
            }
            Exercise(bytes);
        }
    }

    [Fact]
    public void Every_truncation_gives_what_was_there()
    {
        foreach (var sample in Samples)
        {
            var bytes = Encoding.UTF8.GetBytes(sample);
            for (var length = 0; length < bytes.Length; length += 3)
            {
                Exercise(bytes[..length]);
            }
        }
    }

    [Theory]
    [InlineData("nested elements", "<a>", "")]
    [InlineData("nested entries", "<item>", "")]
    [InlineData("nested media", "<media:content url='a'>", "")]
    [InlineData("nested authors", "<author>", "")]
    [InlineData("nested sources", "<source><title>x</title>", "")]
    [InlineData("nested markup in a text", "<description><b>", "")]
    [InlineData("end tags without a start", "</a>", "")]
    [InlineData("start and end tags crossed", "<a><b></a></b>", "")]
    [InlineData("attributes", " a='1'", "<item")]
    [InlineData("attributes of different names", " xmlns:a='b'", "<item")]
    [InlineData("open quotes", "<a b=\"<a b='", "")]
    [InlineData("open comments", "<!--", "")]
    [InlineData("open CDATA", "<![CDATA[", "")]
    [InlineData("open declarations", "<!ENTITY a '", "<!DOCTYPE rss [")]
    [InlineData("ampersands", "&", "<title>")]
    [InlineData("references", "&#65;", "<title>")]
    [InlineData("unknown references", "&foo;", "<title>")]
    [InlineData("less-than signs", "< ", "<title>")]
    [InlineData("categories", "<category>x</category>", "<item>")]
    [InlineData("entries", "<item/>", "")]
    [InlineData("links", "<link>https://a.example/</link>", "<item>")]
    [InlineData("chapters", "<psc:chapter start='1'/>", "<item><psc:chapters>")]
    [InlineData("coordinates", "1.5 2.5 ", "<item><georss:line>")]
    [InlineData("controls", "\u0001x", "<title>")]
    public void A_hundred_thousand_of_anything_takes_no_time(string what, string piece, string before)
    {
        var bytes = Encoding.UTF8.GetBytes("<rss version='2.0'><channel>" + before + string.Concat(Enumerable.Repeat(piece, 100_000)));
        var clock = Stopwatch.StartNew();
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        Exercise(bytes);

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(30), $"{what}: {clock.Elapsed}");
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - allocated < 600_000_000, what);
    }

    [Fact]
    public void Deep_json_is_refused_and_long_json_is_read_to_a_limit()
    {
        Exercise(Encoding.UTF8.GetBytes(new string('[', 100_000)));
        Exercise(Encoding.UTF8.GetBytes("{\"items\":" + string.Concat(Enumerable.Repeat("{\"a\":", 100_000))));
        var many = "{\"version\":\"https://jsonfeed.org/version/1\",\"title\":\"x\",\"items\":[" + string.Join(',', Enumerable.Repeat("{\"id\":\"\\ud800\"}", 100_000)) + "]}";
        Assert.InRange(FeedsRead.Parse(many).Feed!.Entries.Count, 1, 20_000);
    }

    private static byte[] Mutate(byte[] bytes, Random random)
    {
        var at = random.Next(bytes.Length);
        switch (random.Next(5))
        {
            case 0:
                bytes[at] = (byte)random.Next(256);
                return bytes;
            case 1:
                return bytes[..at];
            case 2:
                return [.. bytes[..at], .. bytes[Math.Min(bytes.Length, at + random.Next(20))..]];
            case 3:
                var from = random.Next(bytes.Length);
                return [.. bytes[..at], .. bytes[from..Math.Min(bytes.Length, from + random.Next(60))], .. bytes[at..]];
            default:
                return [.. bytes[..at], .. "<>&\"'/]!-:="u8.Slice(random.Next(11), 1), .. bytes[at..]];
        }
    }

    /// <summary>Reads the bytes and everything lazy in the result.</summary>
    private static void Exercise(byte[] bytes)
    {
        var result = FeedsRead.Parse(bytes, "https://a.example/feed");
        Assert.NotEqual(result.Feed is null, result.Failure is null);
        Assert.All(result.Faults, f => Assert.NotEmpty(f.Message));
        var sanitizer = new HtmlSanitizer();
        foreach (var entry in result.Feed?.Entries.Take(50) ?? [])
        {
            Assert.NotEmpty(entry.Key);
            _ = entry.Title?.ToText();
            foreach (var content in entry.Contents.Take(20))
            {
                _ = content.ToText() + content.ToHtml(sanitizer);
            }
        }
    }
}
