using System.Runtime.CompilerServices;
using Stemma.Model;

namespace Stemma.Fetching;

/// <summary>What a feed holds now: a link for each entry that has a page, the text of those that have none.</summary>
/// <param name="url">The address of the feed.</param>
/// <param name="fetcher">Asks for it.</param>
public sealed class FeedSource(Uri url, WebFetcher fetcher) : ISource
{
    public string Name => url.OriginalString;

    public async IAsyncEnumerable<SourceItem> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var result = await fetcher.FetchAsync(new FetchRequest(url, FetchPurpose.Feed), cancellationToken).ConfigureAwait(false);
        if (result.Document is not { } document)
        {
            yield return new SourceItem { Failure = result.Failure ?? new ItemFailure(Name, FailureKind.BadResponse) };
            yield break;
        }
        foreach (var item in FeedItems.Of(document, isOffline: false))
        {
            yield return item;
        }
    }
}
