
using Microsoft.Data.Sqlite;

namespace Stemma.Storage;

/// <summary>Is it whole, how large is it, and a copy of it while it runs.</summary>
public sealed partial class SqliteStore
{
    public ValueTask<StoreCounts> CountsAsync(CancellationToken cancellationToken = default) => new(Read(static d => new StoreCounts(
        d.Number("SELECT COUNT(*) FROM article WHERE state = 0"),
        d.Number("SELECT COUNT(*) FROM article WHERE state = 1"),
        d.Number("SELECT COUNT(*) FROM story WHERE briefed < revision AND merged_into IS NULL"),
        d.Number("SELECT COUNT(*) FROM feed"),
        d.Number("SELECT COUNT(*) FROM feed WHERE failures > 0"),
        d.Number("PRAGMA page_count") * d.Number("PRAGMA page_size"))));

    public ValueTask<StoreHealth> HealthAsync(CancellationToken cancellationToken = default) => new(Read(d => new StoreHealth
    {
        Integrity = d.All("PRAGMA quick_check(20)", static r => r.GetString(0)),
        Form = (int)d.Number("PRAGMA user_version"),
        FileBytes = d.Number("PRAGMA page_count") * d.Number("PRAGMA page_size"),
        Feeds = d.Number("SELECT COUNT(*) FROM feed"),
        FailingFeeds = d.Number("SELECT COUNT(*) FROM feed WHERE failures > 0"),
        Articles = d.Number("SELECT COUNT(*) FROM article"),
        AwaitPage = d.Number("SELECT COUNT(*) FROM article WHERE state = 0"),
        AwaitReading = d.Number("SELECT COUNT(*) FROM article WHERE state = 1"),
        Failed = d.Number("SELECT COUNT(*) FROM article WHERE state = 3"),
        Failures = d.All(
            "SELECT failure, COUNT(*) FROM article WHERE state = 3 GROUP BY failure ORDER BY COUNT(*) DESC, failure LIMIT 20",
            static r => (r.Text(0) ?? "for no reason told", r.GetInt64(1))),
        Stories = d.Number("SELECT COUNT(*) FROM story WHERE merged_into IS NULL"),
        StoriesBehind = d.Number("SELECT COUNT(*) FROM story WHERE briefed < revision AND merged_into IS NULL"),
        Versions = d.Number("SELECT COUNT(*) FROM version"),
        WithoutBytes = d.Number("SELECT COUNT(*) FROM article a WHERE a.state = 1 AND NOT EXISTS (SELECT 1 FROM document WHERE article_id = a.id)"),
    }));

    public Task BackUpAsync(string path, CancellationToken cancellationToken = default) => Task.Run(
        () =>
        {
            var fresh = path + ".new";
            File.Delete(fresh);
            Read(d =>
            {
                // By SQLite's own means: from one moment of the database, while others write.
                using var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = fresh, Pooling = false }.ToString());
                copy.Open();
                d.Connection.BackupDatabase(copy);
                return true;
            });
            File.Move(fresh, path, overwrite: true);
        },
        cancellationToken);
}
