using Microsoft.Data.Sqlite;

namespace Stemma.Storage;

/// <summary>The people who read, their sessions and tokens.</summary>
public sealed partial class SqliteStore
{
    private const string UserColumns = "u.id, u.name, u.password_hash, u.is_admin, u.created_at, u.seen_at, u.settings";

    public ValueTask<UserRecord?> UserAsync(long user, CancellationToken cancellationToken = default) => new(Read(
        d => d.First($"SELECT {UserColumns} FROM user u WHERE u.id = ?1", ToUser, user)));

    public ValueTask<UserRecord?> UserNamedAsync(string name, CancellationToken cancellationToken = default) => new(Read(
        d => d.First($"SELECT {UserColumns} FROM user u WHERE u.name = ?1", ToUser, name)));

    public ValueTask<IReadOnlyList<UserRecord>> UsersAsync(CancellationToken cancellationToken = default) => new(Read(
        static d => (IReadOnlyList<UserRecord>)d.All($"SELECT {UserColumns} FROM user u ORDER BY u.name, u.id", ToUser)));

    public Task<long?> AddUserAsync(
        string name, string? passwordHash, bool isAdmin, DateTimeOffset at, CancellationToken cancellationToken = default) => WriteAsync(
        d => d.Run(
            "INSERT INTO user (name, password_hash, is_admin, created_at) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING",
            name, passwordHash, isAdmin ? 1 : 0, Columns.Of(at)) == 0
            ? (long?)null
            : d.Number("SELECT id FROM user WHERE name = ?1", name),
        cancellationToken);

    public Task<bool> ChangeUserAsync(UserRecord user, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(user);
        return WriteAsync(
            d => d.Run(
                "UPDATE OR IGNORE user SET name = ?2, password_hash = ?3, seen_at = ?4, settings = ?5 WHERE id = ?1",
                user.Id, user.Name, user.PasswordHash, Columns.Of(user.SeenAt), user.Settings) > 0,
            cancellationToken);
    }

    public Task RemoveUserAsync(long user, CancellationToken cancellationToken = default) => WriteAsync(
        d => d.Run("DELETE FROM user WHERE id = ?1 AND id <> ?2", user, UserRecord.First), cancellationToken);

    public Task AddSessionAsync(
        long user, ReadOnlyMemory<byte> digest, DateTimeOffset at, DateTimeOffset until, CancellationToken cancellationToken = default) => WriteAsync(
        d =>
        {
            d.Run("DELETE FROM session WHERE until <= ?1", Columns.Of(at));
            d.Run("INSERT INTO session (digest, user_id, at, until) VALUES (?1, ?2, ?3, ?4)", digest.ToArray(), user, Columns.Of(at), Columns.Of(until));
        },
        cancellationToken);

    public ValueTask<UserRecord?> SessionUserAsync(ReadOnlyMemory<byte> digest, DateTimeOffset now, CancellationToken cancellationToken = default) => new(Read(
        d => d.First(
            $"SELECT {UserColumns} FROM session s JOIN user u ON u.id = s.user_id WHERE s.digest = ?1 AND s.until > ?2",
            ToUser, digest.ToArray(), Columns.Of(now))));

    public Task EndSessionAsync(ReadOnlyMemory<byte> digest, CancellationToken cancellationToken = default) => WriteAsync(
        d => d.Run("DELETE FROM session WHERE digest = ?1", digest.ToArray()), cancellationToken);

    public Task EndSessionsAsync(long user, CancellationToken cancellationToken = default) => WriteAsync(
        d => d.Run("DELETE FROM session WHERE user_id = ?1", user), cancellationToken);

    public Task AddTokenAsync(
        ReaderScope scope, string name, ReadOnlyMemory<byte> digest, DateTimeOffset at, CancellationToken cancellationToken = default) => WriteAsync(
        d => d.Run(
            "INSERT OR REPLACE INTO api_token (digest, user_id, name, at) VALUES (?1, ?2, ?3, ?4)",
            digest.ToArray(), scope.User, name, Columns.Of(at)),
        cancellationToken);

    public ValueTask<UserRecord?> TokenUserAsync(ReadOnlyMemory<byte> digest, CancellationToken cancellationToken = default) => new(Read(
        d => d.First($"SELECT {UserColumns} FROM api_token t JOIN user u ON u.id = t.user_id WHERE t.digest = ?1", ToUser, digest.ToArray())));

    public ValueTask<IReadOnlyList<(string Name, DateTimeOffset At)>> TokensAsync(ReaderScope scope, CancellationToken cancellationToken = default) => new(Read(
        d => (IReadOnlyList<(string, DateTimeOffset)>)d.All(
            "SELECT name, at FROM api_token WHERE user_id = ?1 ORDER BY name", static r => (r.GetString(0), r.TimeSet(1)), scope.User)));

    public Task RemoveTokenAsync(ReaderScope scope, string name, CancellationToken cancellationToken = default) => WriteAsync(
        d => d.Run("DELETE FROM api_token WHERE user_id = ?1 AND name = ?2", scope.User, name), cancellationToken);

    private static UserRecord ToUser(SqliteDataReader r) => new()
    {
        Id = r.GetInt64(0),
        Name = r.GetString(1),
        PasswordHash = r.Text(2),
        IsAdmin = r.GetInt64(3) != 0,
        CreatedAt = r.TimeSet(4),
        SeenAt = r.Time(5),
        Settings = r.GetString(6),
    };
}
