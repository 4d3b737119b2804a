using Microsoft.Data.Sqlite;
using Stemma.Model;

namespace Stemma.Storage;

/// <summary>The filters of readers and what they have caught.</summary>
public sealed partial class SqliteStore
{
    private const string FilterColumns =
        "r.id, r.user_id, r.query, r.act, r.label, r.at, r.turn, (SELECT COUNT(*) FROM rule_catch c WHERE c.rule_id = r.id), "
        + "(SELECT COUNT(*) FROM article a WHERE a.turn > r.turn)";

    private const string LastTurn = "COALESCE((SELECT MAX(turn) FROM article WHERE turn IS NOT NULL), 0)";

    public ValueTask<IReadOnlyList<FilterRule>> FiltersAsync(ReaderScope scope, CancellationToken cancellationToken = default) => new(Read(
        d => (IReadOnlyList<FilterRule>)d.All($"SELECT {FilterColumns} FROM rule r WHERE r.user_id = ?1 ORDER BY r.id", ToFilter, scope.User)));

    public Task<long> AddFilterAsync(
        ReaderScope scope, string query, FilterAct act, string? label, DateTimeOffset at, CancellationToken cancellationToken = default) => WriteAsync(
        d =>
        {
            d.Run(
                $"INSERT INTO rule (user_id, query, act, label, at, turn) VALUES (?1, ?2, ?3, ?4, ?5, {LastTurn})",
                scope.User, query, (int)act, label, Columns.Of(at));
            return d.Number("SELECT last_insert_rowid()");
        },
        cancellationToken);

    public Task ApplyFilterAsync(ReaderScope scope, long filter, CancellationToken cancellationToken = default) => WriteAsync(
        d => d.Run("UPDATE rule SET turn = 0 WHERE id = ?1 AND user_id = ?2", filter, scope.User), cancellationToken);

    public Task RemoveFilterAsync(ReaderScope scope, long filter, CancellationToken cancellationToken = default) => WriteAsync(
        d => d.Run("DELETE FROM rule WHERE id = ?1 AND user_id = ?2", filter, scope.User), cancellationToken);

    public ValueTask<IReadOnlyList<FilterRule>> FiltersBehindAsync(CancellationToken cancellationToken = default) => new(Read(
        static d => (IReadOnlyList<FilterRule>)d.All(
            $"SELECT r.id, r.user_id, r.query, r.act, r.label, r.at, r.turn, 0, {LastTurn} - r.turn FROM rule r WHERE r.turn < {LastTurn} ORDER BY r.id",
            ToFilter)));

    public async Task<int> RunFilterAsync(
        FilterRule filter, SearchQuery query, int atMost, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(query);
        // Found by a reader's connection: others need not wait. What has a turn keeps it, so the write below still fits.
        var until = Read(d => Math.Min(filter.Turn + atMost, d.Number($"SELECT {LastTurn}")));
        var found = Read(d => Found(d, query, filter.Turn, until, "a.seq", static r => r.GetInt64(0)));
        return await WriteAsync(
            d =>
            {
                if (d.Run("UPDATE rule SET turn = ?2 WHERE id = ?1 AND turn = ?3", filter.Id, until, filter.Turn) == 0)
                {
                    return 0;
                }
                return found.Count(seq => Catch(d, filter, seq, now));
            },
            cancellationToken).ConfigureAwait(false);
    }

    public ValueTask<IReadOnlyList<(long Seq, FilterRule Filter)>> CaughtAsync(
        ReaderScope scope, IReadOnlyList<long> articles, CancellationToken cancellationToken = default) => new(Read(
        d => (IReadOnlyList<(long, FilterRule)>)d.All(
            """
            SELECT r.id, r.user_id, r.query, r.act, r.label, r.at, r.turn, 0, 0, k.seq
            FROM rule_catch k JOIN rule r ON r.id = k.rule_id
            WHERE k.user_id = ?1 AND k.seq IN (SELECT value FROM json_each(?2)) ORDER BY k.seq, r.id
            """,
            static r => (r.GetInt64(9), ToFilter(r)), scope.User, "[" + string.Join(',', articles) + "]")));

    public ValueTask<IReadOnlyDictionary<FeedId, int>> HiddenAsync(ReaderScope scope, bool onlyUnread, CancellationToken cancellationToken = default) => new(Read(
        d => (IReadOnlyDictionary<FeedId, int>)HiddenByFeed(d, scope, onlyUnread).ToDictionary(static h => new FeedId(h.Key), static h => h.Value)));

    public ValueTask<IReadOnlySet<StoryId>> HiddenStoriesAsync(
        ReaderScope scope, IReadOnlyList<StoryId> stories, CancellationToken cancellationToken = default) => new(Read(
        d => (IReadOnlySet<StoryId>)d.All(
            $"""
            SELECT s.value FROM json_each(?2) s
            WHERE EXISTS (SELECT 1 FROM rule_catch h WHERE h.user_id = ?1 AND h.hides = 1)
                AND EXISTS (SELECT 1 FROM article a WHERE a.story_id = s.value AND a.state = 2)
                AND NOT EXISTS (SELECT 1 FROM article a WHERE a.story_id = s.value AND a.state = 2 AND NOT {IsHidden})
            """,
            static r => new StoryId(r.GetInt64(0)), scope.User, "[" + string.Join(',', stories.Select(static s => s.Value)) + "]").ToHashSet()));

    private static Dictionary<long, int> HiddenByFeed(Database d, ReaderScope scope, bool onlyUnread) => d.All(
        $"""
        SELECT COALESCE(a.feed_id, 0), COUNT(*)
        FROM (SELECT DISTINCT h.seq AS seq FROM rule_catch h WHERE h.user_id = ?1 AND h.hides = 1) x JOIN article a ON a.seq = x.seq
        LEFT JOIN mark m ON m.user_id = ?1 AND m.seq = a.seq
        LEFT JOIN read_until u ON u.user_id = ?1 AND u.feed_id = COALESCE(a.feed_id, 0)
        WHERE a.state <> 4 AND {IsHidden} AND (?2 = 0 OR COALESCE(m.is_read, a.seq <= COALESCE(u.seq, 0)) = 0)
        GROUP BY 1
        """,
        static r => (Feed: r.GetInt64(0), Count: r.GetInt32(1)), scope.User, onlyUnread ? 1 : 0).ToDictionary(static r => r.Feed, static r => r.Count);

    /// <summary>Articles put in stories in <c>(from, until]</c> that a search finds, in that order.</summary>
    private static List<T> Found<T>(Database d, SearchQuery query, long from, long until, string columns, Func<SqliteDataReader, T> row)
    {
        if (!query.Asks || query.Faults.Count > 0 || until <= from)
        {
            return [];
        }
        if (query.Match is null)
        {
            var only = SearchCondition.Of(d, query, 3);
            return d.All(
                $"SELECT {columns} FROM article a WHERE a.turn > ?1 AND a.turn <= ?2 AND a.state = 2 AND {only.Sql} ORDER BY a.turn",
                row, [from, until, .. only.Values]);
        }
        // The index walks only the articles in question: they stand close together, as they came.
        var (first, last) = d.First(
            "SELECT MIN(seq), MAX(seq) FROM article WHERE turn > ?1 AND turn <= ?2",
            static r => (r.Long(0) ?? 0, r.Long(1) ?? -1), from, until);
        var where = SearchCondition.Of(d, query, 6);
        return d.All(
            $"""
            SELECT {columns} FROM article_fts JOIN article a ON a.seq = article_fts.rowid
            WHERE article_fts MATCH ?1 AND article_fts.rowid >= ?2 AND article_fts.rowid <= ?3 AND a.turn > ?4 AND a.turn <= ?5 AND a.state = 2 AND {where.Sql}
            ORDER BY a.turn
            """,
            row, [query.Match, first, last, from, until, .. where.Values]);
    }

    /// <summary>Does with an article what the filter is for; false where the filter has caught it before.</summary>
    private static bool Catch(Database d, FilterRule filter, long seq, DateTimeOffset now)
    {
        var hides = filter.Act switch { FilterAct.Hide => 1, FilterAct.Keep => 2, _ => 0 };
        if (d.Run(
            "INSERT INTO rule_catch (user_id, seq, rule_id, hides) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING",
            filter.Scope.User, seq, filter.Id, hides) == 0)
        {
            return false;
        }
        if (filter.Act == FilterAct.Star)
        {
            Star(d, filter.Scope, seq, now);
        }
        else if (filter is { Act: FilterAct.Label, Label: { } label })
        {
            d.Run("INSERT INTO label (user_id, name, seq) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING", filter.Scope.User, label, seq);
        }
        return true;
    }

    private static FilterRule ToFilter(SqliteDataReader r) => new()
    {
        Id = r.GetInt64(0),
        Scope = new ReaderScope(r.GetInt64(1)),
        Query = r.GetString(2),
        Act = (FilterAct)r.GetInt32(3),
        Label = r.Text(4),
        At = r.TimeSet(5),
        Turn = r.GetInt64(6),
        Caught = r.GetInt32(7),
        Left = r.GetInt64(8),
    };
}
