namespace Stemma.Storage;

/// <summary>
/// Alerts: what readers want to be told of, where it goes, and the news on its way. News is written in one piece with how far was
/// looked for it, and a message is fixed before it is first sent: none is lost, and every try of one is the same.
/// </summary>
public partial interface IStore
{
    /// <summary>Where the reader's alerts may go, the oldest first.</summary>
    ValueTask<IReadOnlyList<AlertTarget>> TargetsAsync(ReaderScope scope, CancellationToken cancellationToken = default);

    /// <summary>Adds a target, or renews the secret of one at the same address; gives its number.</summary>
    /// <param name="target">Its number and state are the store's.</param>
    Task<long> AddTargetAsync(AlertTarget target, CancellationToken cancellationToken = default);

    /// <summary>Whether the code was right: then the target is the reader's from now on.</summary>
    Task<bool> ConfirmTargetAsync(ReaderScope scope, long target, string code, CancellationToken cancellationToken = default);

    /// <summary>Tries a target anew that was given up; what waits for it is sent now.</summary>
    Task ReviveTargetAsync(ReaderScope scope, long target, DateTimeOffset now, CancellationToken cancellationToken = default);

    /// <summary>Removes a target of the reader with its alerts and all that waits for it.</summary>
    Task RemoveTargetAsync(ReaderScope scope, long target, CancellationToken cancellationToken = default);

    /// <summary>What the reader wants to be told of, the oldest first.</summary>
    ValueTask<IReadOnlyList<AlertRecord>> AlertsAsync(ReaderScope scope, CancellationToken cancellationToken = default);

    /// <summary>Adds an alert for what comes from now on; false where there is one like it, or the target is not the reader's.</summary>
    Task<bool> AddAlertAsync(ReaderScope scope, long target, string query, TimeSpan pause, DateTimeOffset at, CancellationToken cancellationToken = default);

    Task RemoveAlertAsync(ReaderScope scope, long alert, CancellationToken cancellationToken = default);

    /// <summary>Alerts by search, of all readers, that have not looked at every article.</summary>
    ValueTask<IReadOnlyList<AlertRecord>> AlertsBehindAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Lets an alert look at the next articles, at most so many and none that a filter of its reader has yet to look at; writes down
    /// as news what its search finds. What the reader's filters hide and what stands in a muted story is none. Gives whether it got on.
    /// </summary>
    Task<bool> WatchSearchAsync(AlertRecord alert, SearchQuery query, int atMost, DateTimeOffset now, CancellationToken cancellationToken = default);

    /// <summary>
    /// Writes down as news what changed in followed stories whose brief is up to date: new accounts, roots, denials, conflicts. A story
    /// that was merged into another is followed there. Gives how many stories were looked at.
    /// </summary>
    Task<int> WatchFollowedAsync(int atMost, DateTimeOffset now, CancellationToken cancellationToken = default);

    /// <summary>Sends a piece of news to a target of the reader by itself, at once.</summary>
    Task TellAsync(ReaderScope scope, long target, AlertNews news, string key, DateTimeOffset now, CancellationToken cancellationToken = default);

    /// <summary>
    /// Puts collected news together to messages: one an alert, no sooner after the last than its pause, and none while one is on its
    /// way. Gives how many.
    /// </summary>
    Task<int> BundleAsync(DateTimeOffset now, CancellationToken cancellationToken = default);

    /// <summary>Messages to be sent now, the longest due first; none to targets that were given up.</summary>
    ValueTask<IReadOnlyList<AlertDelivery>> DeliveriesDueAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken = default);

    /// <summary>A message has arrived.</summary>
    Task DeliveredAsync(long delivery, DateTimeOffset now, CancellationToken cancellationToken = default);

    /// <summary>A message has not arrived: when it is tried again, and whether its target is given up.</summary>
    Task DeliveryFailedAsync(
        long delivery, string failure, DateTimeOffset again, bool givesUp, DateTimeOffset now, CancellationToken cancellationToken = default);

    /// <summary>What became of the reader's messages, the newest first.</summary>
    ValueTask<IReadOnlyList<AlertDeliveryLine>> DeliveriesAsync(ReaderScope scope, int limit, CancellationToken cancellationToken = default);
}
