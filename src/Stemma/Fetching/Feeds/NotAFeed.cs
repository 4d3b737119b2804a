using Stemma.Extraction.Html;
using Stemma.Model;

namespace Stemma.Fetching;

/// <summary>Says what a document is that is no feed, and which feeds it names if it is a page.</summary>
internal static class NotAFeed
{
    // Feeds of one page worth telling.
    private const int Most = 50;

    public static (string What, IReadOnlyList<FeedLink> Named) Describe(string text, FeedMarkup markup, FetchedDocument document)
    {
        var first = FeedRoot.FirstElement(markup);
        switch (first)
        {
            case "urlset" or "sitemapindex":
                return ("a sitemap", []);
            case "opml":
                return ("a list of feeds, OPML", []);
            case null:
                return (markup.Count > 1 ? "plain text" : "nothing that can be read", []);
        }
        var tag = TagKinds.Find(first);
        return tag == Tag.Other && markup[1].Vocabulary != FeedVocabulary.Xhtml
            ? ($"XML of another kind, <{(first.Length > 40 ? first[..40] : first)}>", [])
            : ("an HTML page", NamedFeeds(HtmlParser.Parse(text), document));
    }

    private static List<FeedLink> NamedFeeds(HtmlTree page, FetchedDocument document)
    {
        List<FeedLink> named = [];
        var address = document.Url?.AbsoluteUri;
        for (var i = 0; i < page.Count && named.Count < Most; i++)
        {
            if (page[i].Tag == Tag.Base)
            {
                address = FeedAddresses.Base(page.Attribute(i, "href"), address);
            }
            if (page[i].Tag == Tag.Link
                && page.Attribute(i, "rel") is { } rel && rel.Contains("alternate", StringComparison.OrdinalIgnoreCase)
                && page.Attribute(i, "type")?.Trim().ToLowerInvariant() is { } type
                && type is "application/rss+xml" or "application/atom+xml" or "application/feed+json" or "application/rdf+xml" or "text/xml" or "application/xml"
                && FeedAddresses.Resolve(page.Attribute(i, "href"), address) is { } href)
            {
                named.Add(new FeedLink { Href = href, Type = type, Title = page.Attribute(i, "title") });
            }
        }
        return named;
    }
}
