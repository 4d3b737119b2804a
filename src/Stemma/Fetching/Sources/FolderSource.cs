using System.Runtime.CompilerServices;

namespace Stemma.Fetching;

/// <summary>The pages of a folder, feeds in it opened; or one file as it is.</summary>
/// <param name="path">A folder or file.</param>
/// <param name="clock">Tells when a file was read.</param>
/// <param name="options">Limits.</param>
public sealed class FolderSource(string path, TimeProvider clock, FetchOptions options) : ISource
{
    public string Name => path;

    public async IAsyncEnumerable<SourceItem> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var fetcher = new DocumentFetcher(() => Stream.Null, network: null, clock, options) { OpensFeeds = Directory.Exists(path) };
        await foreach (var outcome in fetcher.FetchAsync([path], cancellationToken).ConfigureAwait(false))
        {
            yield return new SourceItem { Document = outcome.Document, Failure = outcome.Failure };
        }
    }
}
