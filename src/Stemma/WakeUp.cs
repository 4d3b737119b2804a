namespace Stemma;

/// <summary>Lets one loop wait until there may be work: it is told, or some time has passed.</summary>
internal sealed class WakeUp
{
    private volatile TaskCompletionSource _told = New();

    /// <summary>Tells the loop; several calls before it looks count as one.</summary>
    public void Set() => _told.TrySetResult();

    /// <summary>Waits to be told, at most so long. Returns, and does not throw, when stopped.</summary>
    public async Task WaitAsync(TimeSpan atMost, CancellationToken stop)
    {
        try
        {
            await _told.Task.WaitAsync(atMost, stop).ConfigureAwait(false);
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException)
        {
            return;
        }
        _told = New();
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
