using System.Runtime.CompilerServices;
using Stemma.Model;

namespace Stemma.Fetching;

/// <summary>The pages a sitemap names, those of an index's sitemaps included, as links still to be fetched.</summary>
/// <param name="url">The address of the sitemap.</param>
/// <param name="fetcher">Asks for it.</param>
public sealed class SitemapSource(Uri url, WebFetcher fetcher) : ISource
{
    // An index of an old newspaper names thousands; the newest come first, and these are enough for its news.
    private const int MaxSitemaps = 50;
    private const int MaxDepth = 3;
    private const int MaxPages = 100_000;

    public string Name => url.OriginalString;

    public async IAsyncEnumerable<SourceItem> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        HashSet<string> known = [url.AbsoluteUri];
        Queue<(Uri Url, int Depth)> queue = new([(url, 1)]);
        var (asked, pages) = (0, 0);
        while (queue.TryDequeue(out var next) && asked < MaxSitemaps)
        {
            asked++;
            var result = await fetcher.FetchAsync(new FetchRequest(next.Url, FetchPurpose.Feed), cancellationToken).ConfigureAwait(false);
            if (result.Document is not { } document)
            {
                yield return new SourceItem { Failure = result.Failure ?? new ItemFailure(next.Url.OriginalString, FailureKind.BadResponse) };
                continue;
            }
            var sitemap = SitemapReader.Read(document.Content.Span, document.Charset);
            if (sitemap.Failed > 0 || sitemap.Entries.Count == 0)
            {
                yield return SourceItem.Failed(
                    next.Url.OriginalString, FailureKind.BadRecord, sitemap.Failed > 0 ? $"{sitemap.Failed} entries" : "no entries");
            }
            foreach (var entry in sitemap.IsIndex ? NewestFirst(sitemap.Entries) : sitemap.Entries)
            {
                if (!known.Add(entry.Url.AbsoluteUri))
                {
                    continue;
                }
                if (sitemap.IsIndex)
                {
                    if (next.Depth < MaxDepth)
                    {
                        queue.Enqueue((entry.Url, next.Depth + 1));
                    }
                }
                else if (++pages <= MaxPages)
                {
                    yield return new SourceItem { Link = entry.Url, Hints = entry.Hints };
                }
            }
        }
    }

    // The dates are ISO 8601, so their order is that of their letters; entries without one keep their place behind the others.
    private static IEnumerable<SitemapEntry> NewestFirst(IReadOnlyList<SitemapEntry> entries) =>
        entries.OrderByDescending(e => e.Hints.Updated ?? "", StringComparer.Ordinal);
}
