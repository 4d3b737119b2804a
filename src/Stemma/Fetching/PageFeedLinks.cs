namespace Stemma.Fetching;

/// <summary>The feeds a page names or links to.</summary>
internal static class PageFeedLinks
{
    private const int MaxLinks = 100;

    /// <summary>Those of the head (<c>link rel=alternate</c>), and links of the body whose addresses look like feeds.</summary>
    /// <param name="html">The page.</param>
    /// <param name="page">Its address.</param>
    public static (List<FoundFeed> Named, List<FoundFeed> Linked) Read(string html, Uri page)
    {
        List<FoundFeed> named = [];
        List<FoundFeed> linked = [];
        var baseUrl = page;
        var scanner = new MarkupScanner(html, isHtml: true);
        while (scanner.Next() && named.Count < MaxLinks && linked.Count < MaxLinks)
        {
            if (scanner.IsEnd)
            {
                continue;
            }
            if (scanner.Is("base"))
            {
                baseUrl = Resolve(scanner.Attribute("href"), page) ?? baseUrl;
            }
            else if (scanner.Is("link") && IsAlternate(scanner.Attribute("rel")) && IsFeedType(scanner.Attribute("type"))
                && Resolve(scanner.Attribute("href"), baseUrl) is { } feed
                && (scanner.Attribute("type") != "application/json" || LooksLikeFeed(feed)))
            {
                named.Add(new FoundFeed(feed, scanner.Attribute("title"), FoundFeedKind.Named));
            }
            else if (scanner.Is("a") && Resolve(scanner.Attribute("href"), baseUrl) is { } link && LooksLikeFeed(link))
            {
                linked.Add(new FoundFeed(link, scanner.Attribute("title"), FoundFeedKind.Linked));
            }
        }
        return (named, linked);
    }

    /// <summary>Whether a media type is one of feeds; the generic ones of XML and JSON count, for pages use them (JSON for their
    /// programming interfaces too, so that its address must look like a feed).</summary>
    public static bool IsFeedType(string? type) => type?.Split(';')[0].Trim().ToLowerInvariant()
        is "application/rss+xml" or "application/atom+xml" or "application/feed+json" or "application/rdf+xml"
        or "application/json" or "application/xml" or "text/xml" or "application/x.atom+xml" or "text/rss";

    /// <summary>Whether a feed tells of comments and not of articles.</summary>
    public static bool IsOfComments(FoundFeed feed) =>
        feed.Title?.Contains("comment", StringComparison.OrdinalIgnoreCase) == true
        || feed.Url.AbsolutePath.Contains("/comments/", StringComparison.OrdinalIgnoreCase);

    private static bool IsAlternate(string? relation) => relation is not null
        && relation.Split(' ', StringSplitOptions.RemoveEmptyEntries) is var words
        && (words.Contains("alternate", StringComparer.OrdinalIgnoreCase) || words.Contains("feed", StringComparer.OrdinalIgnoreCase))
        && !words.Contains("stylesheet", StringComparer.OrdinalIgnoreCase);

    private static bool LooksLikeFeed(Uri url)
    {
        var path = url.AbsolutePath.TrimEnd('/');
        var last = path[(path.LastIndexOf('/') + 1)..].ToLowerInvariant();
        return last is "feed" or "feeds" or "rss" or "atom" or "rdf" or "rss2"
            || last.EndsWith(".rss", StringComparison.Ordinal) || last.EndsWith(".atom", StringComparison.Ordinal)
            || last.EndsWith(".rdf", StringComparison.Ordinal)
            || ((last.EndsWith(".xml", StringComparison.Ordinal) || last.EndsWith(".json", StringComparison.Ordinal))
                && (last.Contains("rss", StringComparison.Ordinal) || last.Contains("feed", StringComparison.Ordinal)
                    || last.Contains("atom", StringComparison.Ordinal) || last == "index.xml"))
            || url.Query.Contains("feed=rss", StringComparison.OrdinalIgnoreCase);
    }

    private static Uri? Resolve(string? href, Uri baseUrl) =>
        href is { Length: > 0 and < 4096 } && Uri.TryCreate(baseUrl, href, out var url) && url.Scheme is "http" or "https" ? url : null;
}
