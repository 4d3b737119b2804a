namespace Stemma.Fetching;

/// <summary>
/// Something news is taken from: a folder, a file of JSON lines, an archive, a sitemap. It streams what it holds, so
/// that a source of any size is read in bounded memory and the reader of the stream sets the pace.
/// </summary>
public interface ISource
{
    /// <summary>The path or address it was added by, for messages.</summary>
    string Name { get; }

    /// <summary>
    /// What it holds, in its own order: documents, links to documents, and one failure for each entry that could not be read.
    /// Never throws but on cancellation.
    /// </summary>
    IAsyncEnumerable<SourceItem> ReadAsync(CancellationToken cancellationToken);
}
