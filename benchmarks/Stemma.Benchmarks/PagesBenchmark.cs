using System.Diagnostics;
using System.Globalization;
using Stemma.Model;
using Stemma.Outlets;
using Stemma.Storage;

namespace Stemma.Benchmarks;

/// <summary>The whole way from a page's bytes to its story, over the store: extract, analyze, cluster, trace, brief, commit.</summary>
internal static class PagesBenchmark
{
    public static async Task<int> RunAsync(string pages, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("stemma-pages");
        try
        {
            var store = SqliteStore.Open(Path.Combine(folder.FullName, "stemma.db"));
            await using (store.ConfigureAwait(false))
            {
                var files = Directory.GetFiles(pages, "*.html", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
                var now = TimeProvider.System.GetUtcNow();
                long bytes = 0;
                var warmUp = Math.Min(100, files.Count / 4);
                await AcceptAsync(files[..warmUp]).ConfigureAwait(false);
                await RunAsync(store).ConfigureAwait(false);
                bytes = 0;
                await AcceptAsync(files[warmUp..]).ConfigureAwait(false);
                var process = Process.GetCurrentProcess();
                var (cpu, started) = (process.TotalProcessorTime, Stopwatch.GetTimestamp());
                await RunAsync(store).ConfigureAwait(false);
                process.Refresh();
                var health = await store.HealthAsync().ConfigureAwait(false);
                var count = files.Count - warmUp;
                await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                    $"{count} pages of {bytes / 1024.0 / count:0} KB on the mean: {count / Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} a second, "
                    + $"{(process.TotalProcessorTime - cpu).TotalMilliseconds / count:0.0} CPU ms each; {health.Articles} articles, {health.Failed} without one, {health.Stories} stories; "
                    + $"{health.FileBytes / 1024.0 / health.Articles:0.0} KB an article with its page; working set {process.WorkingSet64 >> 20} MB")).ConfigureAwait(false);

                async Task AcceptAsync(List<string> some)
                {
                    foreach (var part in some.Chunk(100))
                    {
                        var submissions = part.Select(path => new Submission
                        {
                            Document = new FetchedDocument { Source = path, Content = File.ReadAllBytes(path), MediaType = "text/html", FetchedAt = now },
                        }).ToList();
                        bytes += submissions.Sum(static s => (long)s.Document!.Content.Length);
                        await store.AcceptAsync(submissions, now).ConfigureAwait(false);
                    }
                }
            }
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task RunAsync(SqliteStore store)
    {
        using var pipeline = new LivePipeline(store, OutletRegistry.LoadBuiltIn(), TimeProvider.System);
        await pipeline.RunToEndAsync(CancellationToken.None).ConfigureAwait(false);
    }
}
