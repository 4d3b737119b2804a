namespace Stemma.Fetching;

/// <summary>Tells what a file holds by its bytes, whatever its name ends in.</summary>
public static class FileSource
{
    private const int SniffedBytes = 16 * 1024;

    /// <summary>
    /// The source that reads a file: an archive, JSON lines, else the file as one document, which its reader looks at. A file that
    /// cannot be opened is told by the source when it is read.
    /// </summary>
    /// <param name="path">The file; packed or not.</param>
    /// <param name="clock">Tells when it was read.</param>
    /// <param name="options">Limits.</param>
    public static ISource Of(string path, TimeProvider clock, FetchOptions options)
    {
        var head = Head(path);
        var start = ContentDecoder.IsGzip(head) ? ContentDecoder.Beginning(head, SniffedBytes) : head;
        if (start.Span.StartsWith("WARC/"u8))
        {
            return new WarcSource(path, clock, options);
        }
        var text = MarkupText.Decode(start.Span, charset: null);
        return text.AsSpan().TrimStart("\uFEFF \t\r\n") is ['{', ..] && FeedSniffer.Kind(text) == ListKind.None
            ? new JsonLinesSource(path, clock, options)
            : new FolderSource(path, clock, options);
    }

    private static byte[] Head(string path)
    {
        try
        {
            using var stream = SourceFile.OpenRaw(path);
            if (!stream.CanSeek)
            {
                return [];
            }
            var head = new byte[SniffedBytes];
            return head[..stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
