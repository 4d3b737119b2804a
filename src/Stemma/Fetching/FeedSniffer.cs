using Stemma.Model;

namespace Stemma.Fetching;

/// <summary>Tells feeds from pages and lists by their first element or member; the parser of feeds decides the rest.</summary>
internal static class FeedSniffer
{
    /// <summary>Whether a document seems to be a feed, by its first bytes.</summary>
    public static bool IsFeed(FetchedDocument document)
    {
        var head = document.Content.Span;
        return Kind(MarkupText.Decode(head[..Math.Min(head.Length, 4096)], document.Charset)) == ListKind.Feed;
    }

    /// <summary>What a text seems to be.</summary>
    public static ListKind Kind(ReadOnlySpan<char> text)
    {
        var start = text.TrimStart("\uFEFF \t\r\n");
        if (start is ['{', ..])
        {
            var head = start[..Math.Min(start.Length, 4096)];
            return head.IndexOf("jsonfeed.org", StringComparison.Ordinal) >= 0 ? ListKind.Feed : ListKind.None;
        }
        // Junk before the first element is common; a page in between is not.
        var scanner = new MarkupScanner(text, isHtml: false);
        for (var i = 0; i < 8 && scanner.Next(); i++)
        {
            if (scanner.IsEnd)
            {
                continue;
            }
            if (scanner.Is("rss") || scanner.Is("feed") || scanner.Is("RDF") || scanner.Is("channel"))
            {
                return ListKind.Feed;
            }
            if (scanner.Is("urlset") || scanner.Is("sitemapindex"))
            {
                return ListKind.Sitemap;
            }
            if (scanner.Is("opml"))
            {
                return ListKind.Opml;
            }
            if (scanner.Is("html") || scanner.Is("head") || scanner.Is("body"))
            {
                return ListKind.Page;
            }
        }
        return ListKind.None;
    }
}
