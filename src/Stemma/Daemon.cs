using Stemma.Fetching;
using Stemma.Model;
using Stemma.Outlets;
using Stemma.Storage;

namespace Stemma;

/// <summary>
/// Stemma at work: feeds and pages are fetched, articles read and put in stories, stories briefed, for as long as it runs. Every
/// step hands on through the store, so it may be stopped or killed at any moment.
/// </summary>
public sealed class Daemon : IDisposable
{
    private readonly LiveFetching _fetching;
    private readonly LivePipeline _pipeline;
    private readonly LiveWatching _watching;
    private readonly IStore _store;
    private readonly TimeProvider _clock;
    private readonly TimeSpan? _keepBytes;
    private readonly Action<string, int>? _progress;

    /// <param name="store">Where everything is kept.</param>
    /// <param name="web">Asks the network.</param>
    /// <param name="outlets">The outlets known.</param>
    /// <param name="clock">The time.</param>
    /// <param name="options">Figures; null for the usual ones.</param>
    /// <param name="progress">Told of what was done: the step and how many items. From any thread.</param>
    /// <param name="fault">Told of an item that failed through a fault of ours. From any thread.</param>
    public Daemon(
        IStore store,
        WebFetcher web,
        OutletRegistry outlets,
        TimeProvider clock,
        LiveOptions? options = null,
        Action<string, int>? progress = null,
        Action<string, Exception>? fault = null)
    {
        (_store, _clock, _keepBytes, _progress) = (store, clock, options?.KeepBytes, progress);
        _watching = new LiveWatching(store, clock, options ?? new LiveOptions()) { Fault = fault };
        _pipeline = new LivePipeline(store, outlets, clock, options) { Progress = Told, Fault = fault };
        _fetching = new LiveFetching(store, web, outlets, clock, options) { Arrived = _pipeline.Wake, Progress = progress, Fault = fault };
        Hubs = options?.PublicUrl is { } address ? new LiveHubs(store, web, _fetching, clock, address) { Fault = fault } : null;
    }

    /// <summary>Takes what hubs send; null where no hub can reach this server.</summary>
    public LiveHubs? Hubs { get; }

    /// <summary>Something was added: a feed, or articles. Do not wait to look for it.</summary>
    public void Wake()
    {
        _fetching.Wake();
        _pipeline.Wake();
    }

    /// <summary>A reader changed what is to be done with news: a filter, an alert, a story followed.</summary>
    public void WakeWatching() => _watching.Wake();

    /// <summary>Asks a feed now and keeps what came.</summary>
    public Task<Accepted> AskAsync(FeedRecord feed, CancellationToken cancellationToken) => _fetching.AskAsync(feed, cancellationToken);

    /// <summary>Obeys a person's word that two articles belong together or apart, and keeps it for later ones.</summary>
    public Task CorrectAsync(ArticleId a, ArticleId b, bool together, long? user, CancellationToken cancellationToken = default) =>
        _pipeline.CorrectAsync(a, b, together, user, cancellationToken);

    /// <summary>Runs until stopped; what is under way is finished or left for the next start.</summary>
    public Task RunAsync(CancellationToken stop) => Task.WhenAll(
        _fetching.RunAsync(stop), _pipeline.RunAsync(stop), _watching.RunAsync(stop), TidyAsync(stop), Hubs?.RunAsync(stop) ?? Task.CompletedTask);

    /// <summary>Asks the feeds and fetches the pages that are due, makes the stories, and returns: for commands.</summary>
    public async Task RunToEndAsync(CancellationToken cancellationToken)
    {
        await _fetching.RunToEndAsync(cancellationToken).ConfigureAwait(false);
        await _pipeline.RunToEndAsync(cancellationToken).ConfigureAwait(false);
        await _watching.RunToEndAsync(cancellationToken).ConfigureAwait(false);
    }

    public void Dispose() => _pipeline.Dispose();

    private void Told(string step, int items)
    {
        _progress?.Invoke(step, items);
        if (step is "cluster" or "brief")
        {
            _watching.Wake();
        }
    }

    // Retention by the user's rule, and told: nothing is let go of unless a time was set.
    private async Task TidyAsync(CancellationToken stop)
    {
        while (_keepBytes is { } keep && !stop.IsCancellationRequested)
        {
            var released = await _store.ReleaseBytesAsync(_clock.GetUtcNow() - keep, 500, CancellationToken.None).ConfigureAwait(false);
            if (released > 0)
            {
                _progress?.Invoke("release", released);
                continue;
            }
            try
            {
                await Task.Delay(TimeSpan.FromHours(1), _clock, stop).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }
}
