using Microsoft.Data.Sqlite;
using Stemma.Fetching;

namespace Stemma.Storage;

/// <summary>Subscriptions at WebSub hubs.</summary>
public sealed partial class SqliteStore
{
    private const string SubscriptionColumns = "s.feed_id, s.hub, s.topic, s.token, s.secret, s.pending, s.until, s.next_at, s.failures, s.failure";

    public ValueTask<IReadOnlyList<(FeedId Feed, WebSubHub Hub, HubSubscription? Kept)>> HubsDueAsync(
        DateTimeOffset now, int limit, CancellationToken cancellationToken = default) => new(Read(
        d => (IReadOnlyList<(FeedId, WebSubHub, HubSubscription?)>)d.All(
            $"""
            SELECT {SubscriptionColumns}, f.id, f.hub, f.hub_topic FROM feed f LEFT JOIN subscription s ON s.feed_id = f.id
            WHERE f.hub IS NOT NULL AND f.hub_topic IS NOT NULL AND f.next_at IS NOT NULL
                AND (s.feed_id IS NULL OR s.next_at <= ?1 OR s.hub <> f.hub OR s.topic <> f.hub_topic)
            ORDER BY f.id LIMIT ?2
            """,
            static r => (new FeedId(r.GetInt64(10)), new WebSubHub(r.Address(11)!, r.Address(12)!), r.IsDBNull(0) ? null : ToSubscription(r)),
            Columns.Of(now), limit)));

    public Task<bool> SaveSubscriptionAsync(HubSubscription subscription, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        return WriteAsync(
            d => d.Run(
                """
                INSERT OR REPLACE INTO subscription (feed_id, hub, topic, token, secret, pending, until, next_at, failures, failure)
                SELECT id, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10 FROM feed WHERE id = ?1
                """,
                subscription.Feed.Value, subscription.Hub.Hub.AbsoluteUri, subscription.Hub.Topic.AbsoluteUri, subscription.Token,
                subscription.Secret, subscription.Pending?.ToString(), Columns.Of(subscription.Until), Columns.Of(subscription.NextAt),
                subscription.Failures, subscription.Failure) > 0,
            cancellationToken);
    }

    public ValueTask<HubSubscription?> SubscriptionAsync(string token, CancellationToken cancellationToken = default) => new(Read(
        d => d.First($"SELECT {SubscriptionColumns} FROM subscription s WHERE s.token = ?1", ToSubscription, token)));

    public ValueTask<HubSubscription?> SubscriptionOfAsync(FeedId feed, CancellationToken cancellationToken = default) => new(Read(
        d => d.First($"SELECT {SubscriptionColumns} FROM subscription s WHERE s.feed_id = ?1", ToSubscription, feed.Value)));

    private static HubSubscription ToSubscription(SqliteDataReader r) => new()
    {
        Feed = new FeedId(r.GetInt64(0)),
        Hub = new WebSubHub(r.Address(1)!, r.Address(2)!),
        Token = r.GetString(3),
        Secret = r.GetString(4),
        Pending = r.Text(5) is { } pending ? Enum.Parse<WebSubMode>(pending) : null,
        Until = r.Time(6),
        NextAt = r.TimeSet(7),
        Failures = r.GetInt32(8),
        Failure = r.Text(9),
    };
}
