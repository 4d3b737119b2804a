using System.Runtime.CompilerServices;
using Stemma.Model;

namespace Stemma.Fetching;

/// <summary>One page a person named.</summary>
/// <param name="url">Its address.</param>
/// <param name="fetcher">Asks for it.</param>
public sealed class PageSource(Uri url, WebFetcher fetcher) : ISource
{
    /// <summary>The page where it is at hand already; null asks for it.</summary>
    internal FetchedDocument? Known { get; init; }

    public string Name => url.OriginalString;

    public async IAsyncEnumerable<SourceItem> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (Known is not null)
        {
            yield return new SourceItem { Document = Known };
            yield break;
        }
        var result = await fetcher.FetchAsync(new FetchRequest(url, FetchPurpose.NamedPage), cancellationToken).ConfigureAwait(false);
        yield return result.Document is { } document
            ? new SourceItem { Document = document }
            : new SourceItem { Failure = result.Failure ?? new ItemFailure(Name, FailureKind.BadResponse) };
    }
}
