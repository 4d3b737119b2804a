using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace Stemma.Storage;

/// <summary>
/// The one writer. Work waits in a bounded queue; what waits at the same time is committed together, so that many small writes
/// cost one flush to the disk, and each is answered only when it is on the disk. (The single write queue: datasette's database.py.)
/// </summary>
internal sealed class WriteQueue : IAsyncDisposable
{
    private const int MostWaiting = 256;
    private const int MostTogether = 64;

    private readonly Database _database;
    private readonly Channel<Job> _jobs = Channel.CreateBounded<Job>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });
    private readonly Task _worker;

    public WriteQueue(Database database)
    {
        _database = database;
        _worker = Task.Factory.StartNew(WorkAsync, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap();
    }

    /// <summary>
    /// Does the work in a transaction of its own or with others. If it throws, nothing of it is written and the others are not
    /// touched. Once queued it is done; cancelling only while it waits for room.
    /// </summary>
    public async Task<T> DoAsync<T>(Func<Database, T> work, CancellationToken cancellationToken = default)
    {
        var job = new Job<T>(work);
        await _jobs.Writer.WriteAsync(job, cancellationToken).ConfigureAwait(false);
        return await job.Answer.ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        _jobs.Writer.TryComplete();
        await _worker.ConfigureAwait(false);
        _database.Dispose();
    }

    private async Task WorkAsync()
    {
        List<Job> together = new(MostTogether);
        while (await _jobs.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            together.Clear();
            while (together.Count < MostTogether && _jobs.Reader.TryRead(out var job))
            {
                together.Add(job);
            }
            Commit(together);
        }
    }

    private void Commit(List<Job> jobs)
    {
        try
        {
            _database.Script("BEGIN IMMEDIATE");
            foreach (var job in jobs)
            {
                _database.Run("SAVEPOINT job");
                if (!job.TryDo(_database))
                {
                    _database.Run("ROLLBACK TO job");
                }
                _database.Run("RELEASE job");
            }
            _database.Script("COMMIT");
        }
        catch (SqliteException e)
        {
            var broken = new StorageException("Could not write to the database while committing.", e);
            TryRollBack();
            jobs.ForEach(j => j.Fail(broken));
            return;
        }
        jobs.ForEach(static j => j.Finish());
    }

    private void TryRollBack()
    {
        try
        {
            _database.Script("ROLLBACK");
        }
        catch (SqliteException)
        {
            // No transaction is open: SQLite has rolled back by itself.
        }
    }

    private abstract class Job
    {
        /// <summary>Does the work; false if it threw.</summary>
        public abstract bool TryDo(Database database);

        public abstract void Finish();

        public abstract void Fail(Exception reason);
    }

    private sealed class Job<T>(Func<Database, T> work) : Job
    {
        private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T _result = default!;
        private Exception? _fault;

        public Task<T> Answer => _answer.Task;

        public override bool TryDo(Database database)
        {
            try
            {
                _result = work(database);
                return true;
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                _fault = e;
                return false;
            }
        }

        public override void Finish()
        {
            if (_fault is null)
            {
                _answer.SetResult(_result);
            }
            else
            {
                _answer.SetException(_fault);
            }
        }

        public override void Fail(Exception reason) => _answer.TrySetException(reason);
    }
}
