using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Stemma.Storage;

/// <summary>
/// The store on one SQLite file: one writer behind a queue, as many readers as ask at a time. A write is answered when it is on
/// the disk. One file for each family of tables: <c>SqliteStore.Feeds.cs</c> and so on.
/// </summary>
public sealed partial class SqliteStore : IStore
{
    private readonly string _path;
    private readonly WriteQueue _writes;
    private readonly ConcurrentBag<Database> _readers = [];

    private SqliteStore(string path, WriteQueue writes) => (_path, _writes) = (path, writes);

    /// <summary>Opens the database, making it or bringing it to this version's form as needed.</summary>
    /// <param name="path">The file; its folder is made where it is missing.</param>
    /// <exception cref="StorageException">It cannot be opened; says why and what to do.</exception>
    public static SqliteStore Open(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        Database? writer = null;
        try
        {
            if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
            {
                Directory.CreateDirectory(folder);
            }
            writer = new Database(path, mayWrite: true);
            Migrator.Migrate(writer);
            return new SqliteStore(path, new WriteQueue(writer));
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException or StorageException)
        {
            writer?.Dispose();
            throw e as StorageException ?? new StorageException(
                $"Could not open the database {path}: {e.Message}. Check the folder's permissions and the disk, or name another with --data.", e);
        }
    }

    public async ValueTask DisposeAsync()
    {
        // The writer last: the one that closes last brings what stands in the log into the file, and only a writer can.
        while (_readers.TryTake(out var reader))
        {
            reader.Dispose();
        }
        await _writes.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>Reads with a connection of one's own for the while.</summary>
    private T Read<T>(Func<Database, T> work)
    {
        if (!_readers.TryTake(out var reader))
        {
            reader = new Database(_path, mayWrite: false);
        }
        try
        {
            return work(reader);
        }
        finally
        {
            _readers.Add(reader);
        }
    }

    private Task<T> WriteAsync<T>(Func<Database, T> work, CancellationToken cancellationToken) => _writes.DoAsync(work, cancellationToken);

    private Task WriteAsync(Action<Database> work, CancellationToken cancellationToken) => _writes.DoAsync(
        database =>
        {
            work(database);
            return true;
        },
        cancellationToken);
}
