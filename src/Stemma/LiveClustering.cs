using Stemma.Clustering;
using Stemma.Model;
using Stemma.Storage;

namespace Stemma;

/// <summary>
/// Step 4 over a store: one article after the other is put in a story, the decision is committed with the article, and what the
/// clusterer knows is written down now and then. For one caller at a time.
/// </summary>
internal sealed class LiveClustering(IStore store, TimeProvider clock, LiveOptions options, ClusteringOptions? figures = null) : IDisposable
{
    private readonly ClustererMemory _memory = new(store);
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly ClusteringOptions _figures = (figures ?? new ClusteringOptions()) with { ForgetsClosed = true };
    private StoryClusterer _clusterer = new((figures ?? new ClusteringOptions()) with { ForgetsClosed = true });
    private DateTimeOffset _lookedAt = clock.GetUtcNow();
    private long _lastTurn;
    private int _sinceLook;
    private int _sinceRemembered;

    /// <summary>Takes up what is known: what was written down, and from the store what was decided since.</summary>
    public async Task RestoreAsync(CancellationToken cancellationToken)
    {
        if (await _memory.RecallAsync(cancellationToken).ConfigureAwait(false) is { } memory)
        {
            try
            {
                await using (memory.Content.ConfigureAwait(false))
                {
                    _clusterer = StoryClusterer.Restore(memory.Content, _figures);
                }
                _lastTurn = memory.AtTurn;
            }
            catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
            {
                // Written by another version: the stories of the last days are taken in from the store instead.
                _clusterer = new StoryClusterer(_figures);
            }
        }
        var since = clock.GetUtcNow() - _figures.CloseAfter;
        while (await store.AssignedAfterAsync(_lastTurn, since, 200, cancellationToken).ConfigureAwait(false) is { Count: > 0 } assigned)
        {
            _clusterer.Reenter(assigned.Select(static a => (a.Article, a.Assignment)));
            _lastTurn = assigned[^1].Turn;
        }
        foreach (var (a, b, together) in await store.CorrectionsAsync(cancellationToken).ConfigureAwait(false))
        {
            Note(a, b, together);
        }
    }

    /// <summary>
    /// Puts the articles in stories, in the order given, and commits them with all that was read of them. An article that was in a
    /// story before stays there.
    /// </summary>
    public Task ClusterAsync(IReadOnlyList<Reading> readings) => InTurnAsync(async () =>
    {
        var now = clock.GetUtcNow();
        List<Reading> assigned = new(readings.Count);
        foreach (var reading in readings)
        {
            assigned.Add(await IsKnownAsync(reading).ConfigureAwait(false) is { } same
                ? reading with { Articles = [], SameAs = same }
                : await AssignAsync(reading).ConfigureAwait(false));
        }
        _lastTurn = await store.SaveReadingsAsync(assigned, _clusterer.TakeMoved(), now).ConfigureAwait(false);
        await ArchiveAsync().ConfigureAwait(false);
        var count = readings.Sum(static r => r.Articles.Count);
        _sinceLook += count;
        _sinceRemembered += count;
        // Writing it down costs as much as it holds: the more that is, the more may come before it is written again.
        if (_sinceRemembered >= Math.Max(options.RememberEvery, _clusterer.OpenArticles / 4))
        {
            await RememberAsync().ConfigureAwait(false);
        }
    });

    /// <summary>Looks again at the newest stories if articles came and it is time; gives whether any article moved.</summary>
    public async Task<bool> LookAgainAsync(bool isTime)
    {
        var moved = false;
        await InTurnAsync(async () =>
        {
            var now = clock.GetUtcNow();
            if (_sinceLook == 0 || (!isTime && now - _lookedAt < options.LookAgainAfter))
            {
                return;
            }
            (_lookedAt, _sinceLook) = (now, 0);
            moved = await SaveAsync(_clusterer.LookAgain()).ConfigureAwait(false);
        }).ConfigureAwait(false);
        return moved;
    }

    /// <summary>Obeys a person's word on two articles at once: those still open by a second look, others by moving one.</summary>
    public Task CorrectAsync(ArticleId a, ArticleId b, bool together, long? user, CancellationToken cancellationToken) => InTurnAsync(async () =>
    {
        await store.CorrectAsync(a, b, together, user, clock.GetUtcNow(), cancellationToken).ConfigureAwait(false);
        Note(a, b, together);
        await SaveAsync(_clusterer.LookAgain()).ConfigureAwait(false);
        await SaveAsync(await StillWrongAsync(a, b, together, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
    });

    /// <summary>Writes down what the clusterer knows, so that the next start is quick.</summary>
    public Task RememberAllAsync() => InTurnAsync(() => _sinceRemembered > 0 ? RememberAsync() : Task.CompletedTask);

    public void Dispose() => _turn.Dispose();

    /// <summary>The article accepted under the page's canonical address, where that is another of the same site.</summary>
    private async Task<ArticleId?> IsKnownAsync(Reading reading)
    {
        if (reading.Task.Before is not null || reading.Articles is not [{ Article.Url: { } canonical }, ..] || reading.Task.Url is not { } asked
            || !AddressKey.IsOneSite(canonical, asked))
        {
            return null;
        }
        var id = new ArticleId(ContentId.Of("article", AddressKey.Of(canonical)));
        return id != reading.Task.Article && await store.HasAsync(id).ConfigureAwait(false) ? id : null;
    }

    private async Task<Reading> AssignAsync(Reading reading)
    {
        List<ReadArticle> assigned = new(reading.Articles.Count);
        foreach (var read in reading.Articles)
        {
            assigned.Add(reading.Task.Before is not null && read.Article.Id == reading.Task.Article
                ? read
                : read with { Assignment = await AssignAsync(read).ConfigureAwait(false) });
        }
        return reading with { Articles = assigned };
    }

    /// <summary>The article's story, with a look into the archive of closed ones.</summary>
    private async Task<StoryAssignment> AssignAsync(ReadArticle read)
    {
        if (_clusterer.Prepare(read.Article) is not { } prepared)
        {
            return _clusterer.Cluster(read.Article, read.Analysis);
        }
        var near = await store.ArchivedNearAsync(
            prepared.Terms, _clusterer.ArchivedSince, _figures.ArchiveCandidates).ConfigureAwait(false);
        List<ClosedArticle> archived = new(near.Count);
        foreach (var account in near)
        {
            if (ClosedArticle.Read(account.Story, account.Seen, account.Terms, account.Content) is { } closed)
            {
                archived.Add(closed);
            }
        }
        return _clusterer.Cluster(read.Article, prepared.Features, archived);
    }

    private async Task ArchiveAsync()
    {
        var closed = _clusterer.TakeToArchive();
        if (closed.Count > 0)
        {
            List<ArchivedArticle> kept = [.. closed.Select(static c => new ArchivedArticle(c.Weighted.Id, c.Story, c.Seen, c.Terms, c.Content()))];
            await store.ArchiveAsync(kept, _clusterer.ArchivedSince).ConfigureAwait(false);
        }
    }

    private async Task<bool> SaveAsync(IReadOnlyList<StoryAssignment> moved)
    {
        if (moved.Count == 0)
        {
            return false;
        }
        await store.SaveReadingsAsync([], moved, clock.GetUtcNow()).ConfigureAwait(false);
        await ArchiveAsync().ConfigureAwait(false);
        await RememberAsync().ConfigureAwait(false);
        return true;
    }

    private async Task<IReadOnlyList<StoryAssignment>> StillWrongAsync(ArticleId a, ArticleId b, bool together, CancellationToken cancellationToken)
    {
        var (one, other) = (
            await store.ArticleAsync(a, default, cancellationToken).ConfigureAwait(false),
            await store.ArticleAsync(b, default, cancellationToken).ConfigureAwait(false));
        if (one?.Line.Story is not { } home || other?.Line.Story is not { } where || (home == where) == together)
        {
            return [];
        }
        var story = together ? home : new StoryId(ContentId.Of("apart", a.ToString(), b.ToString()));
        var words = together ? $"A reader said that it belongs together with {a}." : $"A reader said that it does not belong together with {a}.";
        return [new StoryAssignment(b, story, null, new Explanation("cluster.corrected", words, null, []))];
    }

    private async Task RememberAsync()
    {
        await _memory.SaveAsync(_lastTurn, _clusterer.Save).ConfigureAwait(false);
        _sinceRemembered = 0;
    }

    private void Note(ArticleId a, ArticleId b, bool together)
    {
        if (together)
        {
            _clusterer.PutTogether(a, b);
        }
        else
        {
            _clusterer.KeepApart(a, b);
        }
    }

    private async Task InTurnAsync(Func<Task> work)
    {
        await _turn.WaitAsync().ConfigureAwait(false);
        try
        {
            await work().ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }
}
