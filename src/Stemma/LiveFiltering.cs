using Stemma.Storage;

namespace Stemma;

/// <summary>
/// Lets the filters of all readers look at the articles that were put in stories. Each filter remembers how far it has looked, and
/// that is written together with what it caught: a stop at any moment loses nothing and does nothing twice.
/// </summary>
internal sealed class LiveFiltering(IStore store, TimeProvider clock)
{
    private const int ArticlesAtATime = 500;

    /// <summary>Lets every filter that is behind look at the next articles; gives whether any was behind.</summary>
    public async Task<bool> FilterAsync(CancellationToken cancellationToken)
    {
        var behind = await store.FiltersBehindAsync(cancellationToken).ConfigureAwait(false);
        foreach (var filter in behind)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await store.RunFilterAsync(filter, SearchQueryReader.Read(filter.Query), ArticlesAtATime, clock.GetUtcNow(), cancellationToken).ConfigureAwait(false);
        }
        return behind.Count > 0;
    }
}
