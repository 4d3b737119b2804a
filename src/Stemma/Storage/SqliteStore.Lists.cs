using Microsoft.Data.Sqlite;
using Stemma.Model;

namespace Stemma.Storage;

/// <summary>Articles as lists show them, with one reader's marks.</summary>
public sealed partial class SqliteStore
{
    private const string LineColumns =
        "a.seq, a.id, a.url, a.outlet, a.title, a.author, a.excerpt, a.lang, a.words, a.published, a.published_day, a.taken_at, a.feed_id, "
        + "a.state, a.failure, a.story_id, COALESCE(m.is_read, a.seq <= COALESCE(u.seq, 0)), m.starred_at IS NOT NULL";

    private const string LineTables =
        "article a LEFT JOIN mark m ON m.user_id = ?1 AND m.seq = a.seq LEFT JOIN read_until u ON u.user_id = ?1 AND u.feed_id = COALESCE(a.feed_id, 0)";

    // What a filter of the reader hides and none keeps: left out, or asked for by itself.
    private const string IsHidden =
        "COALESCE((SELECT MAX(c.hides) FROM rule_catch c WHERE c.user_id = ?1 AND c.seq = a.seq), 0) = 1";

    public ValueTask<StoredArticle?> ArticleAsync(ArticleId article, ReaderScope scope, CancellationToken cancellationToken = default) => new(Read(d =>
    {
        var id = d.Number("SELECT same_as FROM article WHERE id = ?1", article.Value) is not 0 and var same ? same : article.Value;
        if (d.First($"SELECT {LineColumns} FROM {LineTables} WHERE a.id = ?2", ToLine, scope.User, id) is not { } line)
        {
            return null;
        }
        var read = d.First(
            "SELECT r.article, r.analysis, a.why FROM reading r JOIN article a ON a.seq = r.seq WHERE r.seq = ?1",
            static r => ((byte[] Article, byte[] Analysis, byte[]? Why)?)(r.Bytes(0), r.Bytes(1), r.IsDBNull(2) ? null : r.Bytes(2)), line.Seq);
        return new StoredArticle
        {
            Line = line,
            Article = read is null ? null : StoredJson.Unpack(read.Value.Article, StoredJson.Default.Article),
            Analysis = read is null ? null : StoredJson.Unpack(read.Value.Analysis, StoredJson.Default.Analysis),
            Assignment = read?.Why is { } why ? StoredJson.Unpack(why, StoredJson.Default.Explanation) : null,
            Versions = VersionsOf(d, line.Id),
        };
    }));

    public ValueTask<IReadOnlyList<(long Seq, Article Article, StoryId? Story)>> TextsAfterAsync(
        long after, int limit, CancellationToken cancellationToken = default) => new(Read(
        d => (IReadOnlyList<(long, Article, StoryId?)>)d.All(
            """
            SELECT a.seq, r.article, a.story_id FROM article a JOIN reading r ON r.seq = a.seq
            WHERE a.seq > ?1 AND a.state = 2 ORDER BY a.seq LIMIT ?2
            """,
            static r => (
                r.GetInt64(0),
                StoredJson.Unpack(r.Bytes(1), StoredJson.Default.Article),
                r.Long(2) is { } story ? new StoryId(story) : (StoryId?)null),
            after, limit)));

    public ValueTask<IReadOnlyList<ArticleLine>> ArticlesAsync(
        ArticleFilter filter, ReaderScope scope, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var hiding = filter.OnlyHidden ? $"AND a.seq IN (SELECT h.seq FROM rule_catch h WHERE h.user_id = ?1 AND h.hides = 1) AND {IsHidden}" : $"AND NOT {IsHidden}";
        return new(Read(d => (IReadOnlyList<ArticleLine>)(filter switch
        {
            // One statement for each list, so that each has its index.
            { OnlyStarred: true } => d.All(
                $"""
                SELECT {LineColumns} FROM {LineTables}
                WHERE m.starred_at IS NOT NULL AND a.seq < ?2 AND a.state <> 4 ORDER BY a.seq DESC LIMIT ?3
                """,
                ToLine, scope.User, filter.Before, filter.Limit),
            { Label: { } label } => d.All(
                $"""
                SELECT {LineColumns} FROM label l JOIN {LineTables.Replace("article a", "article a ON a.seq = l.seq", StringComparison.Ordinal)}
                WHERE l.user_id = ?1 AND l.name = ?4 AND a.seq < ?2 ORDER BY a.seq DESC LIMIT ?3
                """,
                ToLine, scope.User, filter.Before, filter.Limit, label),
            { Feed: { } feed } => d.All(
                $"""
                SELECT {LineColumns} FROM {LineTables}
                WHERE a.feed_id = ?4 AND a.seq < ?2 AND a.state <> 4 {hiding} AND (?5 = 0 OR COALESCE(m.is_read, a.seq <= COALESCE(u.seq, 0)) = 0)
                ORDER BY a.seq DESC LIMIT ?3
                """,
                ToLine, scope.User, filter.Before, filter.Limit, feed.Value, filter.OnlyUnread ? 1 : 0),
            { Folder: { } folder } => d.All(
                $"""
                SELECT {LineColumns} FROM {LineTables}
                WHERE a.feed_id IN (SELECT id FROM feed WHERE folder = ?4) AND a.seq < ?2 AND a.state <> 4 {hiding}
                    AND (?5 = 0 OR COALESCE(m.is_read, a.seq <= COALESCE(u.seq, 0)) = 0)
                ORDER BY a.seq DESC LIMIT ?3
                """,
                ToLine, scope.User, filter.Before, filter.Limit, folder, filter.OnlyUnread ? 1 : 0),
            { Outlet: { } outlet } => d.All(
                $"SELECT {LineColumns} FROM {LineTables} WHERE a.outlet = ?4 AND a.seq < ?2 AND a.state <> 4 ORDER BY a.seq DESC LIMIT ?3",
                ToLine, scope.User, filter.Before, filter.Limit, outlet),
            { Speaker: { } speaker } => d.All(
                $"""
                SELECT {LineColumns} FROM {LineTables}
                WHERE a.id IN (SELECT article_id FROM speaker WHERE name = ?4) AND a.seq < ?2 ORDER BY a.seq DESC LIMIT ?3
                """,
                ToLine, scope.User, filter.Before, filter.Limit, speaker),
            { OnlyFailed: true } => d.All(
                $"SELECT {LineColumns} FROM {LineTables} WHERE a.state = 3 AND a.seq < ?2 ORDER BY a.seq DESC LIMIT ?3",
                ToLine, scope.User, filter.Before, filter.Limit),
            _ => d.All(
                $"""
                SELECT {LineColumns} FROM {LineTables}
                WHERE a.seq < ?2 AND a.state <> 4 {hiding} AND (?4 = 0 OR COALESCE(m.is_read, a.seq <= COALESCE(u.seq, 0)) = 0)
                ORDER BY a.seq DESC LIMIT ?3
                """,
                ToLine, scope.User, filter.Before, filter.Limit, filter.OnlyUnread ? 1 : 0),
        })));
    }

    public ValueTask<IReadOnlyDictionary<FeedId, int>> UnreadAsync(ReaderScope scope, CancellationToken cancellationToken = default) => new(Read(d =>
    {
        var hidden = HiddenByFeed(d, scope, onlyUnread: true);
        return (IReadOnlyDictionary<FeedId, int>)d.All(
            """
            SELECT f.id,
                (SELECT COUNT(*) FROM article a WHERE a.feed_id = f.id AND a.seq > COALESCE(u.seq, 0))
                - (SELECT COUNT(*) FROM mark m JOIN article a ON a.seq = m.seq WHERE m.user_id = ?1 AND m.is_read = 1 AND a.feed_id = f.id AND m.seq > COALESCE(u.seq, 0))
                + (SELECT COUNT(*) FROM mark m JOIN article a ON a.seq = m.seq WHERE m.user_id = ?1 AND m.is_read = 0 AND a.feed_id = f.id AND m.seq <= COALESCE(u.seq, 0))
            FROM feed f LEFT JOIN read_until u ON u.user_id = ?1 AND u.feed_id = f.id
            """,
            static r => (Feed: new FeedId(r.GetInt64(0)), Count: r.GetInt32(1)), scope.User)
            .ToDictionary(static r => r.Feed, r => Math.Max(0, r.Count - hidden.GetValueOrDefault(r.Feed.Value)));
    }));

    public Task MarkReadAsync(ReaderScope scope, IReadOnlyList<long> articles, bool isRead, CancellationToken cancellationToken = default) => WriteAsync(
        d =>
        {
            foreach (var seq in articles)
            {
                d.Run(
                    "INSERT INTO mark (user_id, seq, is_read) VALUES (?1, ?2, ?3) ON CONFLICT DO UPDATE SET is_read = ?3",
                    scope.User, seq, isRead ? 1 : 0);
            }
        },
        cancellationToken);

    public Task StarAsync(ReaderScope scope, long article, DateTimeOffset? at, CancellationToken cancellationToken = default) => WriteAsync(
        d => Star(d, scope, article, at), cancellationToken);

    public Task MarkAllReadAsync(ReaderScope scope, FeedId? feed, long upTo, CancellationToken cancellationToken = default) => WriteAsync(
        d =>
        {
            d.Run(
                """
                INSERT INTO read_until (user_id, feed_id, seq) SELECT ?1, id, ?3 FROM feed WHERE ?2 IS NULL OR id = ?2
                ON CONFLICT DO UPDATE SET seq = MAX(seq, ?3)
                """,
                scope.User, feed?.Value, upTo);
            if (feed is null)
            {
                d.Run("INSERT INTO read_until (user_id, feed_id, seq) VALUES (?1, 0, ?2) ON CONFLICT DO UPDATE SET seq = MAX(seq, ?2)", scope.User, upTo);
            }
            d.Run(
                "UPDATE mark SET is_read = 1 WHERE user_id = ?1 AND seq <= ?3 AND is_read = 0 AND (?2 IS NULL OR seq IN (SELECT seq FROM article WHERE feed_id = ?2))",
                scope.User, feed?.Value, upTo);
        },
        cancellationToken);

    private static void Star(Database d, ReaderScope scope, long article, DateTimeOffset? at) => d.Run(
        """
        INSERT INTO mark (user_id, seq, is_read, starred_at)
        VALUES (?1, ?2, (SELECT COALESCE((SELECT 1 FROM article a JOIN read_until u ON u.user_id = ?1 AND u.feed_id = COALESCE(a.feed_id, 0)
            WHERE a.seq = ?2 AND a.seq <= u.seq), 0)), ?3)
        ON CONFLICT DO UPDATE SET starred_at = ?3
        """,
        scope.User, article, Columns.Of(at));

    private static ArticleLine ToLine(SqliteDataReader r) => new()
    {
        Seq = r.GetInt64(0),
        Id = new ArticleId(r.GetInt64(1)),
        Url = r.Address(2),
        Outlet = r.Text(3),
        Title = r.GetString(4),
        Author = r.Text(5),
        Excerpt = r.GetString(6),
        Language = r.GetString(7),
        Words = r.GetInt32(8),
        Published = MomentOf(r, 9),
        TakenAt = r.TimeSet(11),
        Feed = r.Long(12) is { } feed ? new FeedId(feed) : null,
        State = (ArticleState)r.GetInt32(13),
        Failure = r.Text(14),
        Story = r.Long(15) is { } story ? new StoryId(story) : null,
        IsRead = r.GetInt64(16) != 0,
        IsStarred = r.GetInt64(17) != 0,
    };
}
