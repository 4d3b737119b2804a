using Stemma.Storage;

namespace Stemma;

/// <summary>
/// Looks for the news that readers' alerts are about: articles that a search finds, and what changed in followed stories. How far was
/// looked is written together with the news.
/// </summary>
internal sealed class LiveAlerting(IStore store, TimeProvider clock)
{
    private const int ArticlesAtATime = 500;
    private const int StoriesAtATime = 200;

    /// <summary>Looks once; gives whether there may be more to see at once.</summary>
    public async Task<bool> WatchAsync(CancellationToken cancellationToken)
    {
        var more = false;
        foreach (var alert in await store.AlertsBehindAsync(cancellationToken).ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            more |= await store.WatchSearchAsync(alert, SearchQueryReader.Read(alert.Query), ArticlesAtATime, clock.GetUtcNow(), cancellationToken).ConfigureAwait(false);
        }
        return await store.WatchFollowedAsync(StoriesAtATime, clock.GetUtcNow(), cancellationToken).ConfigureAwait(false) == StoriesAtATime || more;
    }
}
