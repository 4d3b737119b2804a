using System.Globalization;

namespace Stemma.Storage;

/// <summary>Who readers are elsewhere.</summary>
public sealed partial class SqliteStore
{
    private const int MostNameTries = 10_000;

    public ValueTask<UserRecord?> IdentityUserAsync(string issuer, string subject, CancellationToken cancellationToken = default) => new(Read(
        d => IdentityUser(d, issuer, subject)));

    public ValueTask<IReadOnlyList<(string Issuer, string Subject)>> IdentitiesAsync(long user, CancellationToken cancellationToken = default) => new(Read(
        d => (IReadOnlyList<(string, string)>)d.All(
            "SELECT issuer, subject FROM identity WHERE user_id = ?1 ORDER BY issuer, subject", static r => (r.GetString(0), r.GetString(1)), user)));

    public Task<bool> LinkAsync(string issuer, string subject, long user, DateTimeOffset at, CancellationToken cancellationToken = default) => WriteAsync(
        d =>
        {
            d.Run(
                "INSERT INTO identity (issuer, subject, user_id, at) SELECT ?1, ?2, id, ?4 FROM user WHERE id = ?3 ON CONFLICT DO NOTHING",
                issuer, subject, user, Columns.Of(at));
            return IdentityUser(d, issuer, subject)?.Id == user;
        },
        cancellationToken);

    public Task<UserRecord> SignUpAsync(string issuer, string subject, string name, DateTimeOffset at, CancellationToken cancellationToken = default) => WriteAsync(
        d =>
        {
            if (IdentityUser(d, issuer, subject) is { } known)
            {
                return known;
            }
            var free = name;
            for (var number = 2; d.Run(
                "INSERT INTO user (name, password_hash, is_admin, created_at) VALUES (?1, NULL, 0, ?2) ON CONFLICT DO NOTHING", free, Columns.Of(at)) == 0; number++)
            {
                if (number > MostNameTries)
                {
                    throw new InvalidOperationException("Could not find a free name for a new user.");
                }
                free = string.Create(CultureInfo.InvariantCulture, $"{name} {number}");
            }
            d.Run(
                "INSERT INTO identity (issuer, subject, user_id, at) SELECT ?1, ?2, id, ?4 FROM user WHERE name = ?3", issuer, subject, free, Columns.Of(at));
            return IdentityUser(d, issuer, subject)!;
        },
        cancellationToken);

    private static UserRecord? IdentityUser(Database d, string issuer, string subject) => d.First(
        $"SELECT {UserColumns} FROM identity i JOIN user u ON u.id = i.user_id WHERE i.issuer = ?1 AND i.subject = ?2", ToUser, issuer, subject);
}
