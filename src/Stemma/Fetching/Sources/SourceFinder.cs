using Stemma.Model;

namespace Stemma.Fetching;

/// <summary>Tells what something a person adds is, by looking at it: a path or an address, whatever its name ends in.</summary>
/// <param name="fetcher">Asks addresses; null where the network is off.</param>
/// <param name="clock">Tells when something was read.</param>
/// <param name="options">Limits.</param>
public sealed class SourceFinder(WebFetcher? fetcher, TimeProvider clock, FetchOptions options)
{
    private const int SniffedBytes = 16 * 1024;

    /// <summary>What an input is. Never throws but on cancellation.</summary>
    /// <param name="input">A path; else an address, whose scheme may be left out.</param>
    /// <param name="cancellationToken">Gives up at once.</param>
    public async Task<SourceChoice> FindAsync(string input, CancellationToken cancellationToken)
    {
        if (Directory.Exists(input))
        {
            return new SourceChoice(SourceKind.Folder) { Source = new FolderSource(input, clock, options) };
        }
        if (File.Exists(input))
        {
            return FindFile(input);
        }
        if (WebAddress.Parse(input) is not { } url)
        {
            return SourceChoice.Unreadable(new ItemFailure(
                input, input.Contains("://", StringComparison.Ordinal) ? FailureKind.BadAddress : FailureKind.NotFound));
        }
        if (fetcher is null)
        {
            return SourceChoice.Unreadable(new ItemFailure(input, FailureKind.Network, "the network is off"));
        }
        var search = await new FeedFinder(fetcher).FindAsync(url, cancellationToken).ConfigureAwait(false);
        return search switch
        {
            { Failure: { } failure } => SourceChoice.Unreadable(failure),
            { Kind: ListKind.Sitemap } => new SourceChoice(SourceKind.Sitemap) { Source = new SitemapSource(url, fetcher) },
            { Kind: ListKind.Opml, Document: { } document } => FromList(input, document.Content.Span),
            { Feeds.Count: > 0 } => new SourceChoice(SourceKind.Feeds) { Feeds = search.Feeds },
            _ => new SourceChoice(SourceKind.Page) { Source = new PageSource(url, fetcher) { Known = search.Document } },
        };
    }

    private SourceChoice FindFile(string path)
    {
        byte[] head;
        try
        {
            using var stream = SourceFile.OpenRaw(path);
            head = new byte[SniffedBytes];
            head = head[..stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        }
        catch (UnauthorizedAccessException)
        {
            return SourceChoice.Unreadable(new ItemFailure(path, FailureKind.NoPermission));
        }
        catch (IOException e)
        {
            return SourceChoice.Unreadable(new ItemFailure(path, FailureKind.Unreadable, e.Message));
        }
        var start = ContentDecoder.IsGzip(head) ? ContentDecoder.Beginning(head, SniffedBytes) : head;
        if (start.Span.StartsWith("WARC/"u8))
        {
            return new SourceChoice(SourceKind.Archive) { Source = new WarcSource(path, clock, options) };
        }
        var text = MarkupText.Decode(start.Span, charset: null);
        var kind = FeedSniffer.Kind(text);
        if (kind == ListKind.Opml)
        {
            var (content, failure) = ReadWhole(path);
            return failure is null ? FromList(path, content) : SourceChoice.Unreadable(failure);
        }
        return kind == ListKind.None && text.AsSpan().TrimStart() is ['{', ..]
            ? new SourceChoice(SourceKind.JsonLines) { Source = new JsonLinesSource(path, clock, options) }
            : new SourceChoice(SourceKind.File) { Source = new FolderSource(path, clock, options) };
    }

    private (byte[] Content, ItemFailure? Failure) ReadWhole(string path)
    {
        try
        {
            return new FileInfo(path).Length > options.MaxBytes
                ? ([], new ItemFailure(path, FailureKind.TooLarge))
                : (File.ReadAllBytes(path), null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return ([], new ItemFailure(path, FailureKind.Unreadable, e.Message));
        }
    }

    private static SourceChoice FromList(string input, ReadOnlySpan<byte> bytes)
    {
        var list = OpmlReader.Read(bytes);
        return list.Feeds.Count == 0
            ? SourceChoice.Unreadable(new ItemFailure(input, FailureKind.BadRecord, "the list names no feeds"))
            : new SourceChoice(SourceKind.FeedList)
            {
                List = list,
                Feeds = [.. list.Feeds.Select(f => new FoundFeed(f.Url, f.Title, FoundFeedKind.Named))],
            };
    }
}
