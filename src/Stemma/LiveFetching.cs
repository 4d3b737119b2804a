using Stemma.Fetching;
using Stemma.Model;
using Stemma.Outlets;
using Stemma.Storage;

namespace Stemma;

/// <summary>
/// Step 1 running for good over a store: feeds are asked when they are due, then the pages that their entries lead to. What came
/// is committed before anything else is done with it.
/// </summary>
public sealed class LiveFetching
{
    private static readonly TimeSpan[] PageRetries =
        [TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(3), TimeSpan.FromHours(12)];

    // After how long a page is looked at again for changes, each counted from the last look.
    private static readonly TimeSpan[] Revisits = [TimeSpan.FromHours(1), TimeSpan.FromHours(5), TimeSpan.FromHours(18)];

    private readonly IStore _store;
    private readonly WebFetcher _web;
    private readonly TimeProvider _clock;
    private readonly LiveOptions _options;
    private readonly EntrySubmissions _entries;
    private readonly FeedParser _parser = new();
    private readonly RefreshSchedule _schedule = new(new RefreshOptions());
    private readonly WakeUp _due = new();

    public LiveFetching(IStore store, WebFetcher web, OutletRegistry outlets, TimeProvider clock, LiveOptions? options = null)
    {
        (_store, _web, _clock, _options) = (store, web, clock, options ?? new LiveOptions());
        _entries = new EntrySubmissions(outlets);
    }

    /// <summary>Told when there is something to be read. From any thread.</summary>
    public Action? Arrived { get; init; }

    /// <summary>Told of what was done: <c>feed</c> or <c>page</c>, and <c>1</c>. From any thread.</summary>
    public Action<string, int>? Progress { get; init; }

    /// <summary>Told of an item that failed through a fault of ours; the rest goes on. From any thread.</summary>
    public Action<string, Exception>? Fault { get; init; }

    /// <summary>A feed was added or is to be asked at once.</summary>
    public void Wake() => _due.Set();

    /// <summary>Runs until stopped; requests under way are given up, and made again after the restart.</summary>
    public Task RunAsync(CancellationToken stop) => Task.WhenAll(
        KeepAsync("feed", async (limit, cancel) => await _store.FeedsDueAsync(_clock.GetUtcNow(), limit, cancel).ConfigureAwait(false),
            static f => f.Id.Value, (f, cancel) => AskAsync(f, cancel), stop),
        KeepAsync("page", async (limit, cancel) => await _store.PagesDueAsync(_clock.GetUtcNow(), limit, cancel).ConfigureAwait(false),
            static p => p.Article.Value, GetAsync, stop),
        KeepAsync("revisit", async (limit, cancel) => await _store.PagesToRevisitAsync(_clock.GetUtcNow(), limit, cancel).ConfigureAwait(false),
            static p => p.Article.Value, RevisitAsync, stop));

    /// <summary>Asks the feeds that are due, then fetches the pages that are, each once, and returns.</summary>
    public async Task RunToEndAsync(CancellationToken cancellationToken)
    {
        while (await _store.FeedsDueAsync(_clock.GetUtcNow(), _options.OpenRequests, cancellationToken).ConfigureAwait(false) is { Count: > 0 } feeds)
        {
            await Task.WhenAll(feeds.Select(f => DoAsync("feed", f, (feed, cancel) => AskAsync(feed, cancel), cancellationToken))).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
        }
        while (await _store.PagesDueAsync(_clock.GetUtcNow(), _options.OpenRequests, cancellationToken).ConfigureAwait(false) is { Count: > 0 } pages)
        {
            await Task.WhenAll(pages.Select(p => DoAsync("page", p, GetAsync, cancellationToken))).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Asks a feed now and keeps what came.</summary>
    public async Task<Accepted> AskAsync(FeedRecord feed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(feed);
        var started = _clock.GetTimestamp();
        var result = await _web.FetchAsync(
            new FetchRequest(feed.Address, FetchPurpose.Feed) { ETag = feed.ETag, LastModified = feed.LastModified, ValidatedAt = feed.Address },
            cancellationToken).ConfigureAwait(false);
        var fetch = await ToFetchAsync(feed, result, cancellationToken).ConfigureAwait(false) with { Took = _clock.GetElapsedTime(started) };
        var accepted = await _store.RecordFetchAsync(fetch, cancellationToken).ConfigureAwait(false);
        if (accepted.Fresh + accepted.Changed > 0)
        {
            Arrived?.Invoke();
            _due.Set();
        }
        return accepted;
    }

    /// <summary>Keeps what the hub of a feed sent: some of its entries, or all. When the feed is asked next stays as it was.</summary>
    internal async Task<Accepted> TakeSentAsync(FeedRecord feed, FetchedDocument document, CancellationToken cancellationToken)
    {
        var now = _clock.GetUtcNow();
        var parsed = _parser.Parse(document);
        var accepted = await _store.RecordFetchAsync(
            new FeedFetch
            {
                Feed = feed.Id,
                At = now,
                Bytes = document.Content.Length,
                Failure = parsed.Failure is { } failure ? failure.Kind.Sentence(failure.Detail) : null,
                IsSent = true,
                Entries = parsed.Feed is { } read ? _entries.Of(feed, read, now) : [],
            },
            cancellationToken).ConfigureAwait(false);
        if (accepted.Fresh + accepted.Changed > 0)
        {
            Arrived?.Invoke();
            _due.Set();
        }
        return accepted;
    }

    private async Task<FeedFetch> ToFetchAsync(FeedRecord feed, FetchResult result, CancellationToken cancellationToken)
    {
        var now = _clock.GetUtcNow();
        var parsed = result.Document is { } document ? _parser.Parse(document) : null;
        var failure = result.Failure ?? parsed?.Failure;
        var times = parsed?.Feed is { } fresh
            ? fresh.Entries.Select(static e => e.When?.Moment?.At).OfType<DateTimeOffset>().ToList()
            : await _store.EntryTimesAsync(feed.Id, cancellationToken).ConfigureAwait(false);
        var schedule = parsed?.Feed?.Schedule;
        // What the feed wished last still holds when it answers that nothing has changed.
        var wish = schedule is null ? feed.Wish : WishOf(schedule);
        var next = _schedule.Next(new RefreshState(feed.Address.AbsoluteUri, now)
        {
            EntryTimes = times,
            FreshFor = result.FreshFor,
            Wish = wish,
            SkipHours = schedule?.SkipHours ?? [],
            SkipDays = schedule?.SkipDays ?? [],
            Failure = failure?.Kind,
            FailuresInARow = failure is null ? 0 : feed.Failures + 1,
            RetryAt = result.RetryAt,
            IsPushed = feed.SentUntil > now,
        });
        return new FeedFetch
        {
            Feed = feed.Id,
            At = now,
            Bytes = result.BytesReceived,
            Failure = failure?.Kind.Sentence(failure.Detail),
            IsUnchanged = result.NotModified,
            MovedTo = result.PermanentUrl,
            ETag = result.ETag,
            LastModified = result.LastModified,
            NextAt = next.At,
            Interval = next.At - now,
            IntervalReason = next.Explanation.Text,
            Title = parsed?.Feed?.Title?.ToText(),
            HomePage = EntrySubmissions.AddressOf(parsed?.Feed?.HomePage),
            Language = parsed?.Feed?.Language,
            Hub = parsed?.Feed is { } named ? HubOf(named, result, feed.Address) : null,
            Wish = wish,
            Entries = parsed?.Feed is { } read ? _entries.Of(feed, read, now) : [],
        };
    }

    private static TimeSpan? WishOf(FeedSchedule schedule)
    {
        var ttl = schedule.TtlMinutes is { } minutes ? TimeSpan.FromMinutes(minutes) : TimeSpan.Zero;
        var period = schedule.UpdatePeriod is null ? TimeSpan.Zero : schedule.Interval.GetValueOrDefault();
        return (ttl > period ? ttl : period) is var longer && longer > TimeSpan.Zero ? longer : null;
    }

    private static WebSubHub? HubOf(Feed read, FetchResult result, Uri asked) => WebSubHub.Find(
        result.Links,
        [.. read.Hubs.Select(EntrySubmissions.AddressOf).OfType<Uri>()],
        EntrySubmissions.AddressOf(read.Links.FirstOrDefault(static l => l.Rel == "self")?.Href),
        asked);

    private async Task GetAsync(PageTask page, CancellationToken cancellationToken)
    {
        var result = await _web.FetchAsync(new FetchRequest(page.Url, FetchPurpose.FoundPage), cancellationToken).ConfigureAwait(false);
        if (result.Document is { } document)
        {
            await _store.SavePageAsync(page.Article, document, result.ETag, result.LastModified, cancellationToken).ConfigureAwait(false);
            await _store.NoteRevisitAsync(page.Article, _clock.GetUtcNow() + Revisits[0], cancellationToken).ConfigureAwait(false);
        }
        else
        {
            var failure = result.Failure ?? new ItemFailure(page.Url.AbsoluteUri, FailureKind.BadResponse);
            var again = IsPassing(failure.Kind) && page.Attempts < PageRetries.Length
                ? result.RetryAt ?? _clock.GetUtcNow() + PageRetries[page.Attempts]
                : (DateTimeOffset?)null;
            await _store.SavePageFailureAsync(page.Article, failure.Kind.Sentence(failure.Detail), again, cancellationToken).ConfigureAwait(false);
        }
        Arrived?.Invoke();
    }

    // Outlets change a page most in its first hours. A page that cannot be had now is left as it was.
    private async Task RevisitAsync(PageTask page, CancellationToken cancellationToken)
    {
        var result = await _web.FetchAsync(
            new FetchRequest(page.Url, FetchPurpose.FoundPage) { ETag = page.ETag, LastModified = page.LastModified, ValidatedAt = page.Url },
            cancellationToken).ConfigureAwait(false);
        if (result.Document is { } document)
        {
            await _store.SavePageAsync(page.Article, document, result.ETag, result.LastModified, cancellationToken).ConfigureAwait(false);
            Arrived?.Invoke();
        }
        var next = page.Attempts < Revisits.Length && !result.IsGone ? _clock.GetUtcNow() + Revisits[page.Attempts] : (DateTimeOffset?)null;
        await _store.NoteRevisitAsync(page.Article, next, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Whether it may go well another time.</summary>
    private static bool IsPassing(FailureKind kind) => kind is FailureKind.TimedOut or FailureKind.Network or FailureKind.NameNotFound
        or FailureKind.TooSlow or FailureKind.Truncated or FailureKind.TooManyRequests or FailureKind.ServerError or FailureKind.BadResponse
        or FailureKind.BadEncoding or FailureKind.SecureConnection;

    /// <summary>Takes what is due, many at a time; the fetcher's gate says how many requests are open at once.</summary>
    private async Task KeepAsync<T>(
        string what,
        Func<int, CancellationToken, Task<IReadOnlyList<T>>> due,
        Func<T, long> idOf,
        Func<T, CancellationToken, Task> work,
        CancellationToken stop)
    {
        Dictionary<long, Task> open = [];
        while (!stop.IsCancellationRequested)
        {
            try
            {
                var found = await due(_options.OpenRequests + open.Count, stop).ConfigureAwait(false);
                foreach (var item in found.Where(i => !open.ContainsKey(idOf(i))).Take(_options.OpenRequests - open.Count))
                {
                    open.Add(idOf(item), DoAsync(what, item, work, stop));
                }
                var idle = _due.WaitAsync(_options.IdleWait, stop);
                await (open.Count == 0 ? idle : Task.WhenAny([.. open.Values, idle])).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                break;
            }
            foreach (var done in open.Where(static o => o.Value.IsCompleted).Select(static o => o.Key).ToList())
            {
                open.Remove(done);
            }
        }
        await Task.WhenAll(open.Values).ConfigureAwait(false);
    }

    private async Task DoAsync<T>(string what, T item, Func<T, CancellationToken, Task> work, CancellationToken stop)
    {
        try
        {
            await work(item, stop).ConfigureAwait(false);
            Progress?.Invoke(what, 1);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Asked again after the restart.
        }
        catch (Exception e) when (e is not (OutOfMemoryException or StorageException))
        {
            Fault?.Invoke($"{what} {item}", e);
            // Not at once again: a fault of ours would go round and round.
            await Task.Delay(_options.FaultWait, CancellationToken.None).ConfigureAwait(false);
        }
    }
}
