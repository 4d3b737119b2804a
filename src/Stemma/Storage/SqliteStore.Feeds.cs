using Microsoft.Data.Sqlite;

namespace Stemma.Storage;

/// <summary>Feeds and their history.</summary>
public sealed partial class SqliteStore
{
    private const int FetchesKept = 200;

    private const string FeedColumns =
        "id, address, given, title, named, folder, home_page, language, pages, added_at, etag, last_modified, next_at, interval_ms, "
        + "interval_why, asked_at, ok_at, fresh_at, failures, failure, hub, "
        + "(SELECT until FROM subscription WHERE feed_id = feed.id), wish_ms";

    public Task<bool> AddFeedAsync(FeedRecord feed, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(feed);
        return WriteAsync(
            d => d.Run(
                """
                INSERT INTO feed (id, address, given, title, named, folder, home_page, language, pages, added_at, next_at)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11) ON CONFLICT DO NOTHING
                """,
                feed.Id.Value, feed.Address.AbsoluteUri, feed.Given.AbsoluteUri, feed.Title, feed.Named, feed.Folder,
                feed.HomePage?.AbsoluteUri, feed.Language, feed.Pages.ToString(), Columns.Of(feed.AddedAt), Columns.Of(feed.NextAt)) > 0,
            cancellationToken);
    }

    public Task ChangeFeedAsync(FeedRecord feed, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(feed);
        return WriteAsync(
            d => d.Run(
                "UPDATE feed SET named = ?2, folder = ?3, pages = ?4, next_at = ?5, address = ?6 WHERE id = ?1",
                feed.Id.Value, feed.Named, feed.Folder, feed.Pages.ToString(), Columns.Of(feed.NextAt), feed.Address.AbsoluteUri),
            cancellationToken);
    }

    public Task RemoveFeedAsync(FeedId feed, CancellationToken cancellationToken = default) =>
        WriteAsync(d => d.Run("DELETE FROM feed WHERE id = ?1", feed.Value), cancellationToken);

    public ValueTask<IReadOnlyList<FeedRecord>> FeedsAsync(CancellationToken cancellationToken = default) => new(Read(
        static d => d.All($"SELECT {FeedColumns} FROM feed ORDER BY folder, COALESCE(named, title), id", ToFeed)));

    public ValueTask<FeedRecord?> FeedAsync(FeedId feed, CancellationToken cancellationToken = default) => new(Read(
        d => d.First($"SELECT {FeedColumns} FROM feed WHERE id = ?1", ToFeed, feed.Value)));

    public ValueTask<IReadOnlyList<FeedRecord>> FeedsDueAsync(
        DateTimeOffset now, int limit, CancellationToken cancellationToken = default) => new(Read(
        d => d.All($"SELECT {FeedColumns} FROM feed WHERE next_at <= ?1 ORDER BY next_at, id LIMIT ?2", ToFeed, Columns.Of(now), limit)));

    public ValueTask<IReadOnlyList<FeedFetchLine>> FetchesAsync(FeedId feed, CancellationToken cancellationToken = default) => new(Read(
        d => d.All(
            "SELECT at, outcome, bytes, fresh, changed, took_ms FROM feed_fetch WHERE feed_id = ?1 ORDER BY seq DESC",
            static r => new FeedFetchLine(
                r.TimeSet(0), r.GetString(1), r.GetInt64(2), r.GetInt32(3), r.GetInt32(4), TimeSpan.FromMilliseconds(r.GetInt64(5))),
            feed.Value)));

    public ValueTask<IReadOnlyList<DateTimeOffset>> EntryTimesAsync(FeedId feed, CancellationToken cancellationToken = default) => new(Read(
        d => (IReadOnlyList<DateTimeOffset>)d.All(
            "SELECT COALESCE(published, taken_at) FROM article WHERE feed_id = ?1 ORDER BY seq DESC LIMIT 40", static r => r.TimeSet(0), feed.Value)));

    public Task<Accepted> RecordFetchAsync(FeedFetch fetch, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(fetch);
        return WriteAsync(d => Record(d, fetch), cancellationToken);
    }

    private static Accepted Record(Database d, FeedFetch fetch)
    {
        var accepted = Accept(d, fetch.Entries, fetch.At);
        var at = Columns.Of(fetch.At);
        if (fetch.IsSent)
        {
            d.Run("UPDATE feed SET fresh_at = ?2 WHERE id = ?1 AND ?3 > 0", fetch.Feed.Value, at, accepted.Fresh + accepted.Changed);
        }
        else
        {
            RecordAsked(d, fetch, accepted);
        }
        d.Run(
            "INSERT INTO feed_fetch (feed_id, at, outcome, bytes, fresh, changed, took_ms) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            fetch.Feed.Value, at, fetch.Failure ?? (fetch.IsSent ? "sent by its hub" : fetch.IsUnchanged ? "unchanged" : "ok"), fetch.Bytes,
            accepted.Fresh, accepted.Changed, (long)fetch.Took.TotalMilliseconds);
        d.Run(
            "DELETE FROM feed_fetch WHERE feed_id = ?1 AND seq <= (SELECT seq FROM feed_fetch WHERE feed_id = ?1 ORDER BY seq DESC LIMIT 1 OFFSET ?2)",
            fetch.Feed.Value, FetchesKept);
        return accepted;
    }

    private static void RecordAsked(Database d, FeedFetch fetch, Accepted accepted)
    {
        var at = Columns.Of(fetch.At);
        d.Run(
            """
            UPDATE feed SET asked_at = ?2, next_at = ?3, interval_ms = ?4, interval_why = ?5, failure = ?6,
                failures = CASE WHEN ?6 IS NULL THEN 0 ELSE failures + 1 END,
                ok_at = CASE WHEN ?6 IS NULL THEN ?2 ELSE ok_at END,
                fresh_at = CASE WHEN ?7 > 0 THEN ?2 ELSE fresh_at END
            WHERE id = ?1
            """,
            fetch.Feed.Value, at, Columns.Of(fetch.NextAt), fetch.Interval is { } wait ? (long)wait.TotalMilliseconds : null,
            fetch.IntervalReason, fetch.Failure, accepted.Fresh + accepted.Changed);
        if (fetch.Failure is null && !fetch.IsUnchanged)
        {
            d.Run(
                """
                UPDATE feed SET etag = ?2, last_modified = ?3, title = COALESCE(?4, title), home_page = COALESCE(?5, home_page),
                    language = COALESCE(?6, language), hub = ?7, hub_topic = ?8, wish_ms = ?9
                WHERE id = ?1
                """,
                fetch.Feed.Value, fetch.ETag, fetch.LastModified, fetch.Title, fetch.HomePage?.AbsoluteUri, fetch.Language,
                fetch.Hub?.Hub.AbsoluteUri, fetch.Hub?.Topic.AbsoluteUri,
                fetch.Wish is { } wish ? (long)wish.TotalMilliseconds : null);
        }
        if (fetch.MovedTo is { } moved)
        {
            // Where another feed has that address already, this one stays as it is: both lead to the same entries.
            d.Run("UPDATE OR IGNORE feed SET address = ?2 WHERE id = ?1", fetch.Feed.Value, moved.AbsoluteUri);
        }
    }

    private static FeedRecord ToFeed(SqliteDataReader r) => new()
    {
        Id = new FeedId(r.GetInt64(0)),
        Address = r.Address(1)!,
        Given = r.Address(2)!,
        Title = r.GetString(3),
        Named = r.Text(4),
        Folder = r.GetString(5),
        HomePage = r.Address(6),
        Language = r.Text(7),
        Pages = Enum.Parse<PagePolicy>(r.GetString(8)),
        AddedAt = r.TimeSet(9),
        ETag = r.Text(10),
        LastModified = r.Text(11),
        NextAt = r.Time(12),
        Interval = r.Long(13) is { } wait ? TimeSpan.FromMilliseconds(wait) : null,
        IntervalReason = r.Text(14),
        AskedAt = r.Time(15),
        OkAt = r.Time(16),
        FreshAt = r.Time(17),
        Failures = r.GetInt32(18),
        Failure = r.Text(19),
        Hub = r.Address(20),
        SentUntil = r.Time(21),
        Wish = r.Long(22) is { } wish ? TimeSpan.FromMilliseconds(wish) : null,
    };
}
