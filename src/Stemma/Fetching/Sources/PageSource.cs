using System.Runtime.CompilerServices;
using Stemma.Model;

namespace Stemma.Fetching;

/// <summary>One page a person named.</summary>
/// <param name="url">Its address.</param>
/// <param name="fetcher">Asks for it.</param>
public sealed class PageSource(Uri url, WebFetcher fetcher) : ISource
{
    public string Name => url.OriginalString;

    public async IAsyncEnumerable<SourceItem> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var result = await fetcher.FetchAsync(new FetchRequest(url, FetchPurpose.NamedPage), cancellationToken).ConfigureAwait(false);
        yield return result.Document is { } document
            ? new SourceItem { Document = document }
            : new SourceItem { Failure = result.Failure ?? new ItemFailure(Name, FailureKind.BadResponse) };
    }
}
