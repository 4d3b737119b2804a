using Stemma.Fetching;

namespace Stemma.Storage;

/// <summary>Subscriptions at WebSub hubs.</summary>
public partial interface IStore
{
    /// <summary>Feeds whose hub is to be asked: never asked yet, due, or another hub than the one asked. With what is kept; null for nothing.</summary>
    ValueTask<IReadOnlyList<(FeedId Feed, WebSubHub Hub, HubSubscription? Kept)>> HubsDueAsync(
        DateTimeOffset now, int limit, CancellationToken cancellationToken = default);

    /// <summary>Keeps a subscription in place of the feed's last one; false where the feed is gone.</summary>
    Task<bool> SaveSubscriptionAsync(HubSubscription subscription, CancellationToken cancellationToken = default);

    /// <summary>The subscription that a hub sends to under this token; null for none.</summary>
    ValueTask<HubSubscription?> SubscriptionAsync(string token, CancellationToken cancellationToken = default);

    /// <summary>The subscription of a feed; null for none.</summary>
    ValueTask<HubSubscription?> SubscriptionOfAsync(FeedId feed, CancellationToken cancellationToken = default);
}
