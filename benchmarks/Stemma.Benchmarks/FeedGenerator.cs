using System.Globalization;
using System.Text;

namespace Stemma.Benchmarks;

/// <summary>
/// Makes feeds of realistic shape and size out of invented words: mostly RSS 2.0 with full texts in CDATA, some with
/// summaries only, some Atom; few large ones and many small. The same arguments give the same bytes on every machine.
/// By default 200 feeds with 5,684 entries, together 16 MB.
/// </summary>
public sealed class FeedGenerator(int feeds = 200, int entries = 5684, int seed = 7)
{
    private const string Syllables = "mer row tid ala sen brook har bor gaz ett lan tern fen wick oak ham sto ven del ria cor mo lin est ur pas ten qua";

    private static readonly DateTimeOffset Start = new(2031, 5, 5, 6, 0, 0, TimeSpan.Zero);
    private static readonly string[] Words = MakeWords();

    /// <summary>The feeds as they stand in a round: from one to the next every tenth has one to three new entries.</summary>
    /// <param name="round">0 is the first; in each later one another tenth of the feeds changes.</param>
    public IEnumerable<GeneratedFeed> Round(int round)
    {
        var sizes = Sizes();
        for (var feed = 0; feed < feeds; feed++)
        {
            // Feed f changes in the rounds r with r mod 10 = f mod 10, but for the first.
            var revision = Enumerable.Range(1, Math.Max(0, round)).Count(r => r % 10 == feed % 10);
            yield return Make(feed, sizes[feed], revision);
        }
    }

    /// <summary>Entries of each feed: long-tailed, adding up to what was asked for.</summary>
    private int[] Sizes()
    {
        var random = new Random(seed);
        var weights = Enumerable.Range(0, feeds).Select(_ => Math.Exp(random.NextDouble() * 2.4)).ToArray();
        var sum = weights.Sum();
        var sizes = weights.Select(w => Math.Max(1, (int)(entries * w / sum))).ToArray();
        for (var (i, left) = (0, entries - sizes.Sum()); left > 0; i++, left--)
        {
            sizes[i % feeds]++;
        }
        return sizes;
    }

    private static GeneratedFeed Make(int feed, int size, int revision)
    {
        var host = $"paper{feed}.example";
        var isAtom = feed % 7 == 3;
        var xml = new StringBuilder(size * 3200);
        var title = $"The {Capital(feed)} Gazette";
        xml.Append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        xml.Append(isAtom
            ? $"<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\">\n<title>{title}</title>\n<link href=\"https://{host}/\"/>\n<link rel=\"self\" href=\"https://{host}/feed\"/>\n<id>https://{host}/</id>\n<updated>{Time(size + revision):yyyy-MM-dd'T'HH:mm:ss'Z'}</updated>\n"
            : "<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:media=\"http://search.yahoo.com/mrss/\" xmlns:atom=\"http://www.w3.org/2005/Atom\">\n<channel>\n"
                + $"<title>{title}</title>\n<link>https://{host}/</link>\n<atom:link rel=\"self\" type=\"application/rss+xml\" href=\"https://{host}/feed\"/>\n<description>{Prose(new Random(feed), 12)}</description>\n<language>en</language>\n<ttl>60</ttl>\n");
        // Newest first; each revision brings one to three entries and drops as many.
        var newest = size + revision * (1 + feed % 3);
        for (var number = newest; number > newest - size; number--)
        {
            if (isAtom)
            {
                AppendAtom(xml, host, feed, number);
            }
            else
            {
                AppendRss(xml, host, feed, number);
            }
        }
        xml.Append(isAtom ? "</feed>\n" : "</channel>\n</rss>\n");
        return new GeneratedFeed(new Uri($"https://{host}/feed"), Encoding.UTF8.GetBytes(xml.ToString()), size, revision);
    }

    private static void AppendRss(StringBuilder xml, string host, int feed, int number)
    {
        var random = new Random(feed * 100_003 + number);
        var headline = Headline(random);
        xml.Append(CultureInfo.InvariantCulture, $"<item>\n<title><![CDATA[{headline}]]></title>\n<link>https://{host}/{Time(number):yyyy/MM/dd}/{Slug(headline)}-{number}/?utm_source=rss&amp;utm_medium=feed</link>\n");
        xml.Append(CultureInfo.InvariantCulture, $"<guid isPermaLink=\"false\">https://{host}/?p={number}</guid>\n<dc:creator><![CDATA[{Capital(random.Next(Words.Length))} {Capital(random.Next(Words.Length))}]]></dc:creator>\n");
        xml.Append(CultureInfo.InvariantCulture, $"<pubDate>{Time(number):ddd, dd MMM yyyy HH:mm:ss} +0000</pubDate>\n");
        for (var i = random.Next(4); i > 0; i--)
        {
            xml.Append("<category><![CDATA[").Append(Words[random.Next(Words.Length)]).Append("]]></category>\n");
        }
        xml.Append("<description>&lt;p&gt;").Append(Prose(random, 30)).Append("&lt;/p&gt;</description>\n");
        if (feed % 5 != 0)
        {
            xml.Append("<content:encoded><![CDATA[");
            AppendBody(xml, host, random);
            xml.Append("]]></content:encoded>\n");
        }
        xml.Append(CultureInfo.InvariantCulture, $"<media:content url=\"https://{host}/img/{number}.jpg\" medium=\"image\" width=\"1200\" height=\"675\"><media:credit>{Capital(number)}</media:credit></media:content>\n</item>\n");
    }

    private static void AppendAtom(StringBuilder xml, string host, int feed, int number)
    {
        var random = new Random(feed * 100_003 + number);
        var headline = Headline(random);
        xml.Append(CultureInfo.InvariantCulture, $"<entry>\n<title type=\"html\">{headline}</title>\n<link href=\"https://{host}/a/{number}\"/>\n<id>tag:{host},2031:{number}</id>\n");
        xml.Append(CultureInfo.InvariantCulture, $"<published>{Time(number):yyyy-MM-dd'T'HH:mm:ss'Z'}</published>\n<updated>{Time(number):yyyy-MM-dd'T'HH:mm:ss'Z'}</updated>\n<author><name>{Capital(random.Next(Words.Length))} {Capital(random.Next(Words.Length))}</name></author>\n<content type=\"html\">");
        var body = new StringBuilder();
        AppendBody(body, host, random);
        xml.Append(body.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;")).Append("</content>\n</entry>\n");
    }

    private static void AppendBody(StringBuilder html, string host, Random random)
    {
        html.Append(CultureInfo.InvariantCulture, $"<p><img src=\"https://{host}/img/{random.Next(9999)}.jpg\" alt=\"\" width=\"1200\" height=\"675\" class=\"lead\" srcset=\"https://{host}/img/s.jpg 300w\"></p>\n");
        for (var paragraphs = 2 + random.Next(8); paragraphs > 0; paragraphs--)
        {
            html.Append("<p>").Append(Prose(random, 36 + random.Next(36)));
            if (random.Next(2) == 0)
            {
                html.Append(CultureInfo.InvariantCulture, $" <a href=\"https://{host}/tag/{Words[random.Next(Words.Length)]}\">{Prose(random, 3)}</a> &#8211; ").Append(Prose(random, 12));
            }
            html.Append("</p>\n");
        }
    }

    private static DateTimeOffset Time(int number) => Start.AddMinutes(number * 37L);

    private static string Headline(Random random)
    {
        var words = Prose(random, 6 + random.Next(5));
        return char.ToUpperInvariant(words[0]) + words[1..];
    }

    private static string Slug(string headline) => headline.Replace(' ', '-').ToLowerInvariant();

    private static string Capital(int number) => char.ToUpperInvariant(Words[number % Words.Length][0]) + Words[number % Words.Length][1..];

    private static string Prose(Random random, int words)
    {
        var text = new StringBuilder(words * 7);
        for (var i = 0; i < words; i++)
        {
            text.Append(i == 0 ? "" : " ").Append(Words[(int)(Math.Pow(random.NextDouble(), 3) * Words.Length)]);
        }
        return text.ToString();
    }

    private static string[] MakeWords()
    {
        var syllables = Syllables.Split(' ');
        var random = new Random(1);
        return [.. Enumerable.Range(0, 4000).Select(_ => string.Concat(Enumerable.Range(0, 1 + random.Next(3)).Select(_ => syllables[random.Next(syllables.Length)])))];
    }
}
