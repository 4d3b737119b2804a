using Stemma.Storage;

namespace Stemma;

/// <summary>
/// What readers asked to be done with news, behind the steps: their filters look at what was put in stories, then their alerts write
/// down what is to be told. The steps do not wait for it.
/// </summary>
internal sealed class LiveWatching(IStore store, TimeProvider clock, LiveOptions options)
{
    // Several batches are looked at together, so that many readers' filters cost one round for all.
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(300);

    private readonly LiveFiltering _filtering = new(store, clock);
    private readonly LiveAlerting _alerting = new(store, clock);
    private readonly WakeUp _toLook = new();

    /// <summary>Told of an item that failed through a fault of ours; the rest goes on.</summary>
    public Action<string, Exception>? Fault { get; init; }

    /// <summary>Articles were put in stories, stories were briefed, or readers changed what they want.</summary>
    public void Wake() => _toLook.Set();

    /// <summary>Runs until stopped.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        try
        {
            while (!stop.IsCancellationRequested)
            {
                if (!await LookAsync(stop).ConfigureAwait(false))
                {
                    await _toLook.WaitAsync(options.WatchWait, stop).ConfigureAwait(false);
                    await Task.Delay(Gather, stop).ConfigureAwait(false);
                }
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // How far each has looked stands in the store.
        }
    }

    /// <summary>Looks at all that is there, and returns.</summary>
    public async Task RunToEndAsync(CancellationToken cancellationToken)
    {
        while (await LookAsync(cancellationToken).ConfigureAwait(false))
        {
        }
    }

    private async Task<bool> LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            // Filters first: what they hide is no news.
            return await _filtering.FilterAsync(cancellationToken).ConfigureAwait(false)
                | await _alerting.WatchAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not (OutOfMemoryException or StorageException or OperationCanceledException))
        {
            Fault?.Invoke("filtering and alerting", e);
            return false;
        }
    }
}
