using Stemma.Model;
using Stemma.Outlets;
using Stemma.Storage;

namespace Stemma.Tests.Storage;

/// <summary>A database in a folder of its own, gone after the test.</summary>
internal sealed class StoreFolder : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("stemma-store");

    public StoreFolder() => Store = SqliteStore.Open(Path);

    public string Path => System.IO.Path.Combine(_folder.FullName, "stemma.db");

    public SqliteStore Store { get; private set; }

    public static DateTimeOffset Now { get; } = new(2026, 10, 6, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Closes and opens the database as a restart does.</summary>
    public async Task ReopenAsync()
    {
        await Store.DisposeAsync();
        Store = SqliteStore.Open(Path);
    }

    /// <summary>The pages of a bundled event, as handed in one by one.</summary>
    public static List<Submission> Pages(string sample) =>
        [.. Directory.GetFiles(System.IO.Path.Combine(Repository.Samples, sample), "*.html").Order(StringComparer.Ordinal).Select(PageOf)];

    /// <summary>Reads, clusters and briefs all that waits.</summary>
    public async Task RunAsync()
    {
        using var pipeline = new LivePipeline(Store, OutletRegistry.LoadBuiltIn(), new SetClock(Now));
        await pipeline.RunToEndAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private static Submission PageOf(string path) => new()
    {
        Document = new FetchedDocument { Source = path, Content = File.ReadAllBytes(path), FetchedAt = Now },
    };

    private sealed class SetClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
