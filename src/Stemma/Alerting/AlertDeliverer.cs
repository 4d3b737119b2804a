using Stemma.Fetching;
using Stemma.Storage;

namespace Stemma.Alerting;

/// <summary>
/// Brings news to its targets: puts together what was collected, sends what is due, and notes what became of it. A message is noted
/// as arrived only after it has: a stop in between sends it once more, the same under the same number, and never loses it.
/// </summary>
/// <param name="store">The news and the messages.</param>
/// <param name="clock">The time.</param>
/// <param name="send">Tries to send one message; does not throw but when cancelled.</param>
public sealed class AlertDeliverer(IStore store, TimeProvider clock, Func<AlertDelivery, CancellationToken, Task<DeliveryOutcome>> send)
{
    /// <summary>After so many failures in a row a target is given up, about half a day after the first.</summary>
    public const int MostFailures = 8;

    private const int AtATime = 20;
    private static readonly TimeSpan FirstWait = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(6);
    private static readonly TimeSpan IdleWait = TimeSpan.FromSeconds(2);

    /// <summary>Told of a fault of ours; the rest goes on.</summary>
    public Action<string, Exception>? Fault { get; init; }

    /// <summary>Runs until stopped.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        try
        {
            while (!stop.IsCancellationRequested)
            {
                if (await DeliverAsync(stop).ConfigureAwait(false) == 0)
                {
                    await Task.Delay(IdleWait, stop).ConfigureAwait(false);
                }
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // What is on its way stands in the store.
        }
    }

    /// <summary>Sends what is due now; gives how many messages were tried.</summary>
    public async Task<int> DeliverAsync(CancellationToken cancellationToken)
    {
        await store.BundleAsync(clock.GetUtcNow(), cancellationToken).ConfigureAwait(false);
        var due = await store.DeliveriesDueAsync(clock.GetUtcNow(), AtATime, cancellationToken).ConfigureAwait(false);
        foreach (var target in due.GroupBy(static d => d.Target.Id))
        {
            // One target's failure is no reason to try it again with the next message at once.
            foreach (var delivery in target)
            {
                if (!await TryAsync(delivery, cancellationToken).ConfigureAwait(false))
                {
                    break;
                }
            }
        }
        return due.Count;
    }

    /// <summary>How long to wait after so many failures: a minute, then three times as long each time, at most six hours.</summary>
    public static TimeSpan WaitAfter(int failures) => BackOff.After(failures, FirstWait, 3, LongestWait);

    private async Task<bool> TryAsync(AlertDelivery delivery, CancellationToken cancellationToken)
    {
        DeliveryOutcome outcome;
        try
        {
            outcome = await send(delivery, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not (OutOfMemoryException or StorageException or OperationCanceledException))
        {
            Fault?.Invoke($"sending message {delivery.Id}", e);
            outcome = new DeliveryOutcome("failed through a fault of Stemma's own; the log says which");
        }
        var now = clock.GetUtcNow();
        if (outcome.Failure is not { } failure)
        {
            // It has arrived, whoever stops now.
            await store.DeliveredAsync(delivery.Id, now, CancellationToken.None).ConfigureAwait(false);
            return true;
        }
        var failures = delivery.Target.Failures + 1;
        var wait = WaitAfter(failures);
        var again = now + (outcome.Wait is { } asked && asked > wait ? asked < TimeSpan.FromDays(1) ? asked : TimeSpan.FromDays(1) : wait);
        await store.DeliveryFailedAsync(delivery.Id, failure, again, outcome.IsFinal || failures >= MostFailures, now, CancellationToken.None).ConfigureAwait(false);
        return false;
    }
}
