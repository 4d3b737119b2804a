using Microsoft.Data.Sqlite;

namespace Stemma.Storage;

/// <summary>Alerts, where they go, and the messages on their way.</summary>
public sealed partial class SqliteStore
{
    private const string TargetColumns = "t.id, t.user_id, t.kind, t.address, t.secret, t.code, t.at, t.failures, t.failure, t.off_at";
    private const string AlertColumns = "l.id, l.user_id, l.target_id, l.query, l.pause_ms, l.at, l.turn";
    private static readonly TimeSpan NewsKept = TimeSpan.FromDays(60);

    public ValueTask<IReadOnlyList<AlertTarget>> TargetsAsync(ReaderScope scope, CancellationToken cancellationToken = default) => new(Read(
        d => (IReadOnlyList<AlertTarget>)d.All($"SELECT {TargetColumns} FROM alert_target t WHERE t.user_id = ?1 ORDER BY t.id", static r => ToTarget(r, 0), scope.User)));

    public Task<long> AddTargetAsync(AlertTarget target, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(target);
        return WriteAsync(
            d =>
            {
                d.Run(
                    """
                    INSERT INTO alert_target (user_id, kind, address, secret, code, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
                    ON CONFLICT (user_id, kind, address) DO UPDATE SET secret = COALESCE(?4, secret), failures = 0, failure = NULL, off_at = NULL
                    """,
                    target.Scope.User, (int)target.Kind, target.Address, target.Secret, target.Code, Columns.Of(target.At));
                return d.Number(
                    "SELECT id FROM alert_target WHERE user_id = ?1 AND kind = ?2 AND address = ?3", target.Scope.User, (int)target.Kind, target.Address);
            },
            cancellationToken);
    }

    public Task<bool> ConfirmTargetAsync(ReaderScope scope, long target, string code, CancellationToken cancellationToken = default) => WriteAsync(
        d => d.Run("UPDATE alert_target SET code = NULL WHERE id = ?1 AND user_id = ?2 AND code = ?3", target, scope.User, code) > 0, cancellationToken);

    public Task ReviveTargetAsync(ReaderScope scope, long target, DateTimeOffset now, CancellationToken cancellationToken = default) => WriteAsync(
        d =>
        {
            if (d.Run("UPDATE alert_target SET failures = 0, failure = NULL, off_at = NULL WHERE id = ?1 AND user_id = ?2", target, scope.User) > 0)
            {
                d.Run("UPDATE alert_delivery SET next_at = ?2 WHERE target_id = ?1 AND next_at IS NOT NULL", target, Columns.Of(now));
            }
        },
        cancellationToken);

    public Task RemoveTargetAsync(ReaderScope scope, long target, CancellationToken cancellationToken = default) => WriteAsync(
        d => d.Run("DELETE FROM alert_target WHERE id = ?1 AND user_id = ?2", target, scope.User), cancellationToken);

    public ValueTask<IReadOnlyList<AlertRecord>> AlertsAsync(ReaderScope scope, CancellationToken cancellationToken = default) => new(Read(
        d => (IReadOnlyList<AlertRecord>)d.All(
            $"SELECT {AlertColumns}, (SELECT COUNT(*) FROM alert_news n WHERE n.alert_id = l.id) FROM alert l WHERE l.user_id = ?1 ORDER BY l.id", ToAlert, scope.User)));

    public Task<bool> AddAlertAsync(
        ReaderScope scope, long target, string query, TimeSpan pause, DateTimeOffset at, CancellationToken cancellationToken = default) => WriteAsync(
        d => d.Run(
            $"""
            INSERT INTO alert (user_id, target_id, query, pause_ms, at, turn)
            SELECT ?1, t.id, ?3, ?4, ?5, {LastTurn} FROM alert_target t WHERE t.id = ?2 AND t.user_id = ?1 ON CONFLICT DO NOTHING
            """,
            scope.User, target, query, (long)pause.TotalMilliseconds, Columns.Of(at)) > 0,
        cancellationToken);

    public Task RemoveAlertAsync(ReaderScope scope, long alert, CancellationToken cancellationToken = default) => WriteAsync(
        d => d.Run("DELETE FROM alert WHERE id = ?1 AND user_id = ?2", alert, scope.User), cancellationToken);

    public Task TellAsync(
        ReaderScope scope, long target, AlertNews news, string key, DateTimeOffset now, CancellationToken cancellationToken = default) => WriteAsync(
        d =>
        {
            if (d.Number("SELECT 1 FROM alert_target WHERE id = ?1 AND user_id = ?2", target, scope.User) == 1 && Tell(d, target, null, key, news, now))
            {
                Bundle(d, target, null, now);
            }
        },
        cancellationToken);

    public async Task<int> BundleAsync(DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        // Most times there is nothing, and the one writer need not be asked.
        if (Read(d => Ripe(d, now)).Count == 0)
        {
            return 0;
        }
        return await WriteAsync(
            d =>
            {
                d.Run("DELETE FROM alert_delivery WHERE sent_at < ?1", Columns.Of(now - NewsKept));
                d.Run("DELETE FROM alert_news WHERE at < ?1", Columns.Of(now - NewsKept));
                var ripe = Ripe(d, now);
                ripe.ForEach(r => Bundle(d, r.Target, r.Alert, now));
                return ripe.Count;
            },
            cancellationToken).ConfigureAwait(false);
    }

    public ValueTask<IReadOnlyList<AlertDelivery>> DeliveriesDueAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken = default) => new(Read(
        d => (IReadOnlyList<AlertDelivery>)[.. d.All(
            $"""
            SELECT v.id, v.at, v.attempts, l.query, {TargetColumns}
            FROM alert_delivery v JOIN alert_target t ON t.id = v.target_id LEFT JOIN alert l ON l.id = v.alert_id
            WHERE v.next_at <= ?1 AND t.off_at IS NULL ORDER BY v.next_at, v.id LIMIT ?2
            """,
            static r => (Id: r.GetInt64(0), At: r.TimeSet(1), Attempts: r.GetInt32(2), Query: r.Text(3), Target: ToTarget(r, 4)), Columns.Of(now), limit)
            .Select(v => new AlertDelivery
            {
                Id = v.Id,
                At = v.At,
                Attempts = v.Attempts,
                Query = v.Query,
                Target = v.Target,
                News = d.All("SELECT content FROM alert_news WHERE delivery_id = ?1 ORDER BY id", static r => ToNews(r.GetString(0)), v.Id),
            })]));

    public Task DeliveredAsync(long delivery, DateTimeOffset now, CancellationToken cancellationToken = default) => WriteAsync(
        d =>
        {
            d.Run("UPDATE alert_delivery SET next_at = NULL, sent_at = ?2, failure = NULL, attempts = attempts + 1 WHERE id = ?1", delivery, Columns.Of(now));
            d.Run("UPDATE alert_target SET failures = 0, failure = NULL WHERE id = (SELECT target_id FROM alert_delivery WHERE id = ?1)", delivery);
        },
        cancellationToken);

    public Task DeliveryFailedAsync(
        long delivery, string failure, DateTimeOffset again, bool givesUp, DateTimeOffset now, CancellationToken cancellationToken = default) => WriteAsync(
        d =>
        {
            d.Run("UPDATE alert_delivery SET failure = ?2, attempts = attempts + 1 WHERE id = ?1", delivery, failure);
            // All that waits for this target waits with it: else each message would count as a failure of its own.
            d.Run(
                """
                UPDATE alert_delivery SET next_at = MAX(next_at, ?2)
                WHERE target_id = (SELECT target_id FROM alert_delivery WHERE id = ?1) AND next_at IS NOT NULL
                """,
                delivery, Columns.Of(again));
            d.Run(
                """
                UPDATE alert_target SET failures = failures + 1, failure = ?2, off_at = CASE WHEN ?3 = 1 THEN ?4 ELSE off_at END
                WHERE id = (SELECT target_id FROM alert_delivery WHERE id = ?1)
                """,
                delivery, failure, givesUp ? 1 : 0, Columns.Of(now));
        },
        cancellationToken);

    public ValueTask<IReadOnlyList<AlertDeliveryLine>> DeliveriesAsync(ReaderScope scope, int limit, CancellationToken cancellationToken = default) => new(Read(
        d => (IReadOnlyList<AlertDeliveryLine>)d.All(
            """
            SELECT v.target_id, v.at, v.sent_at, v.next_at, v.attempts, v.failure, (SELECT COUNT(*) FROM alert_news n WHERE n.delivery_id = v.id)
            FROM alert_delivery v JOIN alert_target t ON t.id = v.target_id WHERE t.user_id = ?1 ORDER BY v.id DESC LIMIT ?2
            """,
            static r => new AlertDeliveryLine(r.GetInt64(0), r.TimeSet(1), r.Time(2), r.Time(3), r.GetInt32(4), r.Text(5), r.GetInt32(6)),
            scope.User, limit)));

    /// <summary>Alerts with collected news whose pause is over and that have no message on its way.</summary>
    private static List<(long Alert, long Target)> Ripe(Database d, DateTimeOffset now) => d.All(
        """
        SELECT DISTINCT l.id, l.target_id FROM alert_news n JOIN alert l ON l.id = n.alert_id JOIN alert_target t ON t.id = l.target_id
        WHERE n.delivery_id IS NULL AND t.off_at IS NULL AND t.code IS NULL
            AND NOT EXISTS (SELECT 1 FROM alert_delivery v WHERE v.alert_id = l.id AND (v.next_at IS NOT NULL OR v.sent_at + l.pause_ms > ?1))
        ORDER BY l.id
        """,
        static r => (r.GetInt64(0), r.GetInt64(1)), Columns.Of(now));

    private static void Bundle(Database d, long target, long? alert, DateTimeOffset now)
    {
        d.Run("INSERT INTO alert_delivery (target_id, alert_id, at, next_at) VALUES (?1, ?2, ?3, ?3)", target, alert, Columns.Of(now));
        var delivery = d.Number("SELECT last_insert_rowid()");
        _ = alert is null
            ? d.Run("UPDATE alert_news SET delivery_id = ?1 WHERE target_id = ?2 AND alert_id IS NULL AND delivery_id IS NULL", delivery, target)
            : d.Run("UPDATE alert_news SET delivery_id = ?1 WHERE alert_id = ?2 AND delivery_id IS NULL", delivery, alert);
    }

    /// <summary>Writes news down; false where the target was told it before.</summary>
    private static bool Tell(Database d, long target, long? alert, string key, AlertNews news, DateTimeOffset now) => d.Run(
        "INSERT INTO alert_news (target_id, alert_id, key, at, content) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING",
        target, alert, key, Columns.Of(now), System.Text.Json.JsonSerializer.Serialize(news, StoredJson.Default.AlertNews)) > 0;

    private static AlertNews ToNews(string json) => System.Text.Json.JsonSerializer.Deserialize(json, StoredJson.Default.AlertNews)!;

    private static AlertTarget ToTarget(SqliteDataReader r, int first) => new()
    {
        Id = r.GetInt64(first),
        Scope = new ReaderScope(r.GetInt64(first + 1)),
        Kind = (TargetKind)r.GetInt32(first + 2),
        Address = r.GetString(first + 3),
        Secret = r.IsDBNull(first + 4) ? null : r.Bytes(first + 4),
        Code = r.Text(first + 5),
        At = r.TimeSet(first + 6),
        Failures = r.GetInt32(first + 7),
        Failure = r.Text(first + 8),
        OffAt = r.Time(first + 9),
    };

    private static AlertRecord ToAlert(SqliteDataReader r) => new()
    {
        Id = r.GetInt64(0),
        Scope = new ReaderScope(r.GetInt64(1)),
        Target = r.GetInt64(2),
        Query = r.GetString(3),
        Pause = TimeSpan.FromMilliseconds(r.GetInt64(4)),
        At = r.TimeSet(5),
        Turn = r.GetInt64(6),
        Told = r.GetInt32(7),
    };
}
