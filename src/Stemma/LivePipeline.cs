using System.Threading.Channels;
using Stemma.Briefing;
using Stemma.Model;
using Stemma.Outlets;
using Stemma.Storage;
using Stemma.Tracing;

namespace Stemma;

/// <summary>
/// Steps 2 to 6 running for good over a store: what was accepted is read, put in its story and briefed, in the order it came.
/// The store is the queue: each step takes what the one before has committed, so that a stop at any moment loses nothing and
/// does nothing twice. (<see cref="Pipeline"/> runs the same steps once, in memory.)
/// </summary>
public sealed class LivePipeline : IDisposable
{
    private const int BriefsAtATime = 16;
    private const int MostAnalyzedAgain = 60;

    private readonly IStore _store;
    private readonly LiveOptions _options;
    private readonly OutletsSeen _outlets;
    private readonly ArticleReading _reading;
    private readonly LiveClustering _clustering;
    private readonly RememberedHosts _hosts;
    private readonly HashSet<ArticleId> _onTheirWay = [];
    private readonly WakeUp _toRead = new();
    private readonly WakeUp _toBrief = new();

    public LivePipeline(IStore store, OutletRegistry outlets, TimeProvider clock, LiveOptions? options = null)
    {
        (_store, _options) = (store, options ?? new LiveOptions());
        _outlets = new OutletsSeen(outlets);
        _reading = new ArticleReading(_outlets);
        _clustering = new LiveClustering(store, clock, _options);
        _hosts = new RememberedHosts(store);
    }

    /// <summary>Told of what was done: the step and how many items; for logs and counters. From any thread.</summary>
    public Action<string, int>? Progress { get; init; }

    /// <summary>Told of an item that failed through a fault of ours; the rest goes on. From any thread.</summary>
    public Action<string, Exception>? Fault { get; init; }

    /// <summary>Articles were accepted or pages came: do not wait to look for them.</summary>
    public void Wake() => _toRead.Set();

    /// <summary>Runs until stopped; then finishes what it is at, writes down what it knows, and returns.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        await _clustering.RestoreAsync(stop).ConfigureAwait(false);
        var batches = Channel.CreateBounded<IReadOnlyList<Reading>>(new BoundedChannelOptions(2) { SingleReader = true, SingleWriter = true });
        try
        {
            await Task.WhenAll(ReadAllAsync(batches.Writer, stop), ClusterAllAsync(batches.Reader), BriefAllAsync(stop)).ConfigureAwait(false);
        }
        finally
        {
            await _clustering.RememberAllAsync().ConfigureAwait(false);
            await _hosts.SaveAsync(CancellationToken.None).ConfigureAwait(false);
        }
    }

    /// <summary>Does all that is to be done now, and returns when nothing is left: for commands and tests.</summary>
    public async Task RunToEndAsync(CancellationToken cancellationToken)
    {
        await _clustering.RestoreAsync(cancellationToken).ConfigureAwait(false);
        while (await _store.ToReadAsync(0, _options.BatchSize, cancellationToken).ConfigureAwait(false) is { Count: > 0 } tasks)
        {
            await CommitAsync(await ReadSomeAsync(tasks, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
        }
        await _clustering.LookAgainAsync(isTime: true).ConfigureAwait(false);
        while (await BriefSomeAsync(cancellationToken).ConfigureAwait(false))
        {
        }
        await _clustering.RememberAllAsync().ConfigureAwait(false);
        await _hosts.SaveAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Obeys a person's word that two articles belong together or apart, and keeps it for later ones.</summary>
    public async Task CorrectAsync(ArticleId a, ArticleId b, bool together, long? user, CancellationToken cancellationToken = default)
    {
        await _clustering.CorrectAsync(a, b, together, user, cancellationToken).ConfigureAwait(false);
        _toBrief.Set();
    }

    public void Dispose() => _clustering.Dispose();

    // 2. Extract and 3. Analyze: several articles at a time, handed on in the order they came.
    private async Task ReadAllAsync(ChannelWriter<IReadOnlyList<Reading>> batches, CancellationToken stop)
    {
        var after = 0L;
        try
        {
            while (!stop.IsCancellationRequested)
            {
                var found = await _store.ToReadAsync(after, _options.BatchSize, stop).ConfigureAwait(false);
                // From the beginning again at the end: an article whose page came late stands before those read already.
                after = found.Count == 0 ? 0 : found[^1].Seq;
                var tasks = Take(found);
                if (tasks.Count > 0)
                {
                    await batches.WriteAsync(await ReadSomeAsync(tasks, stop).ConfigureAwait(false), stop).ConfigureAwait(false);
                }
                else if (found.Count == 0)
                {
                    await _toRead.WaitAsync(_options.IdleWait, stop).ConfigureAwait(false);
                }
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // What was not handed on stays in the store, to be read after the restart.
        }
        finally
        {
            batches.Complete();
        }
    }

    // 4. Cluster: one batch after the other.
    private async Task ClusterAllAsync(ChannelReader<IReadOnlyList<Reading>> batches)
    {
        var more = batches.WaitToReadAsync().AsTask();
        while (true)
        {
            // Woken by the next batch, or now and then to look again at what came.
            await Task.WhenAny(more, Task.Delay(_options.IdleWait)).ConfigureAwait(false);
            if (more.IsCompleted)
            {
                if (!await more.ConfigureAwait(false))
                {
                    return;
                }
                while (batches.TryRead(out var readings))
                {
                    await CommitAsync(readings).ConfigureAwait(false);
                }
                more = batches.WaitToReadAsync().AsTask();
            }
            if (await _clustering.LookAgainAsync(isTime: false).ConfigureAwait(false))
            {
                _toBrief.Set();
            }
        }
    }

    // 5. Trace and 6. Brief: the stories whose accounts have changed.
    private async Task BriefAllAsync(CancellationToken stop)
    {
        try
        {
            while (!stop.IsCancellationRequested)
            {
                if (!await BriefSomeAsync(stop).ConfigureAwait(false))
                {
                    await _toBrief.WaitAsync(_options.IdleWait, stop).ConfigureAwait(false);
                }
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The stories left are marked in the store as behind.
        }
    }

    private List<ReadTask> Take(IReadOnlyList<ReadTask> found)
    {
        lock (_onTheirWay)
        {
            return [.. found.Where(t => _onTheirWay.Add(t.Article))];
        }
    }

    private async Task<IReadOnlyList<Reading>> ReadSomeAsync(IReadOnlyList<ReadTask> tasks, CancellationToken cancellationToken)
    {
        var readings = new Reading[tasks.Count];
        var threads = new ParallelOptions { MaxDegreeOfParallelism = _options.Readers };
        Parallel.For(0, tasks.Count, threads, i => readings[i] = Guarded(tasks[i], () => _reading.Extract(tasks[i])));
        readings = [.. await _hosts.CleanAsync(readings, cancellationToken).ConfigureAwait(false)];
        // All texts first, so that an article may cite an outlet that the next one names as its own.
        _outlets.Note(readings.SelectMany(static r => r.Articles).Select(static r => r.Article));
        Parallel.For(0, tasks.Count, threads, i => readings[i] = Guarded(tasks[i], () => _reading.Analyze(readings[i])));
        Progress?.Invoke("read", tasks.Count);
        return readings;
    }

    private Reading Guarded(ReadTask task, Func<Reading> work)
    {
        try
        {
            return work();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // One article must not stop the rest, even where we are at fault.
            Fault?.Invoke($"reading {task.Article}", e);
            return new Reading { Task = task, Failure = FailureKind.Bug.Sentence(e.GetType().Name) };
        }
    }

    private async Task CommitAsync(IReadOnlyList<Reading> readings)
    {
        try
        {
            await _clustering.ClusterAsync(readings).ConfigureAwait(false);
            Progress?.Invoke("cluster", readings.Count);
        }
        catch (Exception e) when (e is not (OutOfMemoryException or StorageException) && readings.Count > 1)
        {
            // One of them cannot be kept: each by itself, so that the others are.
            foreach (var reading in readings)
            {
                await CommitAsync([reading]).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is not (OutOfMemoryException or StorageException))
        {
            Fault?.Invoke($"keeping {readings[0].Task.Article}", e);
            var failed = readings[0] with { Articles = [], Failure = FailureKind.Bug.Sentence(e.GetType().Name) };
            await _clustering.ClusterAsync([failed]).ConfigureAwait(false);
        }
        finally
        {
            lock (_onTheirWay)
            {
                _onTheirWay.ExceptWith(readings.Select(static r => r.Task.Article));
            }
        }
        _toBrief.Set();
    }

    private async Task<bool> BriefSomeAsync(CancellationToken cancellationToken)
    {
        var behind = await _store.StoriesToBriefAsync(BriefsAtATime, cancellationToken).ConfigureAwait(false);
        // Several at a time, which also lets their writes be committed together.
        await Parallel.ForEachAsync(
            behind,
            new ParallelOptions { MaxDegreeOfParallelism = _options.Readers, CancellationToken = cancellationToken },
            async (story, cancel) => await BriefAsync(story.Story, story.Revision, cancel).ConfigureAwait(false)).ConfigureAwait(false);
        if (behind.Count > 0)
        {
            Progress?.Invoke("brief", behind.Count);
        }
        return behind.Count > 0;
    }

    private async Task BriefAsync(StoryId id, long revision, CancellationToken cancellationToken)
    {
        try
        {
            if (await _store.StoryAsync(id, cancellationToken).ConfigureAwait(false) is not { } story)
            {
                await _store.SkipBriefAsync(id, revision, cancellationToken).ConfigureAwait(false);
                return;
            }
            // Outlets that ship with Stemma were known when the accounts were read. Others may have been named since, or before a
            // restart: then the accounts are analyzed again, so that the brief does not hang on the order they came in.
            if (_outlets.Note(story.Accounts.Select(static a => a.Article)) && story.Accounts.Count is > 1 and <= MostAnalyzedAgain)
            {
                story = story with { Accounts = [.. story.Accounts.Select(a => a with { Analysis = _outlets.Analyzer.Analyze(a.Article) })] };
            }
            var known = _outlets.All;
            var brief = new BriefWriter(known).Brief(story, new LineageTracer(known).Trace(story));
            await _store.SaveBriefAsync(brief, revision, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not (OutOfMemoryException or StorageException or OperationCanceledException))
        {
            Fault?.Invoke($"briefing {id}", e);
            await _store.SkipBriefAsync(id, revision, cancellationToken).ConfigureAwait(false);
        }
    }
}
