using System.Globalization;
using System.Text.RegularExpressions;
using Stemma.Extraction.Html;
using Stemma.Model;

namespace Stemma.Extraction;

/// <summary>Finds when the page's article was published and last changed; never a time after it was fetched.</summary>
internal sealed partial class PublishedReader(DateTimeOffset fetchedAt, bool monthFirst)
{
    // Visible dates farther from the headline belong to comments, related links or the footer.
    private const int Reach = 14;

    private static readonly string[] PublishedNames =
    [
        "article:published_time", "og:published_time", "article:published", "og:article:published_time", "datePublished",
        "parsely-pub-date", "sailthru.date", "publish-date", "publish_date", "publication_date", "pubdate", "pub_date", "date",
        "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "dcterms.created", "dc.date.created", "citation_date",
        "citation_publication_date", "article_date_original", "originalpublicationdate", "cxenseparse:recs:publishtime",
        "article.published", "published_at", "created", "date.created", "ptime", "displaydate", "weibo:article:create_at",
    ];

    private static readonly string[] UpdatedNames =
    [
        "article:modified_time", "og:updated_time", "dateModified", "last-modified", "dc.date.modified", "dcterms.modified",
        "article:modified", "og:modified_time", "lastmod", "revised", "article.updated",
    ];

    /// <summary>Both times; null where the page does not tell.</summary>
    public (Moment? Published, Moment? Updated) Read(
        HtmlTree tree, IReadOnlyList<PageBlock> blocks, string title, MetaTags meta, StructuredArticle? structured, Uri? url)
    {
        var published = Accept(DateReader.Read(structured?.Published, monthFirst))
            ?? PublishedNames.Select(n => Accept(DateReader.Read(meta.First(n), monthFirst))).FirstOrDefault(m => m is not null)
            ?? FromTimeElements(tree, blocks, title)
            ?? FromText(blocks, title)
            ?? FromUrl(url);
        var updated = Accept(DateReader.Read(structured?.Modified, monthFirst))
            ?? UpdatedNames.Select(n => Accept(DateReader.Read(meta.First(n), monthFirst))).FirstOrDefault(m => m is not null);
        published ??= updated;
        return (published, updated is { } u && published is { } p && u.At > p.At ? updated : null);
    }

    private Moment? Accept(Moment? moment) =>
        moment is { } m && m.At <= fetchedAt.AddHours(m.HasTime ? 0 : 14) && m.At.Year >= 1990 ? m : null;

    private Moment? FromTimeElements(HtmlTree tree, IReadOnlyList<PageBlock> blocks, string title)
    {
        var (from, to) = Range(tree, blocks, title);
        for (var i = from; i < to; i++)
        {
            var isTime = tree[i].Tag == Tag.Time
                || (tree.TryGetRaw(i, "itemprop", out var property) && property.Contains("datePublished", StringComparison.OrdinalIgnoreCase));
            if (isTime && (Accept(DateReader.Read(tree.Attribute(i, "datetime") ?? tree.Attribute(i, "content"), monthFirst))
                ?? Accept(DateReader.Read(tree.TextOf(i), monthFirst))) is { } moment)
            {
                return moment;
            }
        }
        return null;
    }

    private static (int From, int To) Range(HtmlTree tree, IReadOnlyList<PageBlock> blocks, string title)
    {
        var at = TitleBlock(blocks, title);
        return at < 0 ? (0, tree.Count) : (Math.Max(0, blocks[Math.Max(0, at - 4)].Node),
            at + Reach < blocks.Count ? blocks[at + Reach].FirstNode : tree.Count);
    }

    private Moment? FromText(IReadOnlyList<PageBlock> blocks, string title)
    {
        var at = Math.Max(0, TitleBlock(blocks, title));
        Moment? distant = null;
        for (var i = Math.Max(0, at - 4); i < Math.Min(blocks.Count, at + Reach); i++)
        {
            var block = blocks[i];
            if (block.Words <= 25 && (block.Regions & (PageRegions.Nav | PageRegions.Footer)) == 0
                && Accept(DateReader.Read(block.Text, monthFirst)) is { } moment)
            {
                if (i > at || ((block.OwnHints | block.NearHints) & ClassHints.Date) != 0)
                {
                    return moment;
                }
                distant ??= moment;
            }
        }
        for (var i = 0; i < blocks.Count && distant is null; i++)
        {
            if (blocks[i].Words <= 20 && ((blocks[i].OwnHints | blocks[i].NearHints) & (ClassHints.Date | ClassHints.Meta)) != 0)
            {
                distant = Accept(DateReader.Read(blocks[i].Text, monthFirst));
            }
        }
        return distant;
    }

    private Moment? FromUrl(Uri? url)
    {
        var match = UrlDate().Match(url?.AbsolutePath ?? "");
        if (!match.Success)
        {
            return null;
        }
        int Part(string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);
        var (year, month, day) = (Part("y"), Part("m"), Part("d"));
        return month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)
            ? null : Accept(Moment.OfDay(new DateOnly(year, month, day)));
    }

    private static int TitleBlock(IReadOnlyList<PageBlock> blocks, string title)
    {
        var (best, heading) = (-1, false);
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i].Text == title && (best < 0 || (!heading && blocks[i].IsHeading)))
            {
                (best, heading) = (i, blocks[i].IsHeading);
            }
        }
        return best;
    }

    [GeneratedRegex(@"[/-](?<y>(19|20)\d\d)[/-]?(?<m>\d\d)[/-]?(?<d>\d\d)(?!\d)", RegexOptions.ExplicitCapture)]
    private static partial Regex UrlDate();
}
