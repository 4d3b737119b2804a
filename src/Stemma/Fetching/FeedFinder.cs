namespace Stemma.Fetching;

/// <summary>
/// Finds the feeds of a site: the address itself, else what its page names in the head, else what it links to, else where feeds
/// usually lie. Goes on to the next only where the one before gives nothing, and asks at most a dozen addresses.
/// </summary>
/// <param name="fetcher">Asks the addresses.</param>
public sealed class FeedFinder(WebFetcher fetcher)
{
    private const int MaxFeeds = 20;
    private const int MaxAsked = 11;

    private static readonly string[] UsualPlaces =
        ["feed", "rss", "rss.xml", "feed.xml", "atom.xml", "index.xml", "feed.json", "feeds/posts/default"];

    /// <summary>The feeds of the site at an address. Never throws but on cancellation.</summary>
    public async Task<FeedSearch> FindAsync(Uri site, CancellationToken cancellationToken)
    {
        var result = await fetcher.FetchAsync(new FetchRequest(site, FetchPurpose.NamedPage), cancellationToken).ConfigureAwait(false);
        if (result.Document is not { } document)
        {
            return new FeedSearch([], ListKind.None, result.Failure);
        }
        var text = MarkupText.Decode(document.Content.Span, document.Charset);
        var kind = FeedSniffer.Kind(text);
        if (kind == ListKind.Feed)
        {
            return new FeedSearch([new FoundFeed(result.PermanentUrl ?? site, null, FoundFeedKind.Itself)], kind, null);
        }
        if (kind is ListKind.Sitemap or ListKind.Opml)
        {
            return new FeedSearch([], kind, null);
        }
        var links = PageFeedLinks.Read(text, result.FinalUrl);
        List<FoundFeed> named = [.. result.Links
            .Where(l => l.Relation == "alternate" && PageFeedLinks.IsFeedType(l.MediaType))
            .Select(l => new FoundFeed(l.Target, null, FoundFeedKind.Named))
            .Concat(links.Named)];
        if (named.Count > 0)
        {
            return new FeedSearch(Best(named), kind, null);
        }
        var asked = 0;
        List<FoundFeed> found = [];
        foreach (var link in links.Linked.Take(MaxAsked / 2))
        {
            asked++;
            if (await IsFeedAsync(link.Url, cancellationToken).ConfigureAwait(false))
            {
                found.Add(link);
            }
        }
        foreach (var place in found.Count > 0 ? [] : Places(result.FinalUrl))
        {
            if (asked++ < MaxAsked && await IsFeedAsync(place, cancellationToken).ConfigureAwait(false))
            {
                found.Add(new FoundFeed(place, null, FoundFeedKind.UsualPlace));
                break;
            }
        }
        return new FeedSearch(Best(found), kind, null);
    }

    private async Task<bool> IsFeedAsync(Uri url, CancellationToken cancellationToken)
    {
        var result = await fetcher.FetchAsync(new FetchRequest(url, FetchPurpose.Feed), cancellationToken).ConfigureAwait(false);
        return result.Document is { } document
            && FeedSniffer.Kind(MarkupText.Decode(document.Content.Span, document.Charset)) == ListKind.Feed;
    }

    // Beside the page itself first, then at the top of the site.
    private static IEnumerable<Uri> Places(Uri page)
    {
        HashSet<string> known = [];
        foreach (var root in new[] { new Uri(page, "."), new Uri(page, "/") })
        {
            foreach (var place in UsualPlaces)
            {
                if (Uri.TryCreate(root, place, out var url) && known.Add(url.AbsoluteUri))
                {
                    yield return url;
                }
            }
        }
    }

    private static List<FoundFeed> Best(IEnumerable<FoundFeed> feeds) =>
        [.. feeds.DistinctBy(f => f.Url.AbsoluteUri).OrderBy(f => PageFeedLinks.IsOfComments(f) ? 1 : 0).Take(MaxFeeds)];
}
