using System.Diagnostics;
using System.Globalization;
using System.Net;
using Stemma.App.Serving;
using Stemma.Fetching;
using Stemma.Model;
using Stemma.Outlets;
using Stemma.Storage;

namespace Stemma.Benchmarks;

/// <summary>
/// The pages of the web reader over many invented articles: CPU time and time of the server for each, and what is transferred. No
/// socket: what the network adds is not Stemma's.
/// </summary>
internal static class ReaderBenchmark
{
    private const int Rounds = 60;

    public static async Task<int> RunAsync(int articles, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("stemma-bench");
        try
        {
            var store = SqliteStore.Open(Path.Combine(folder.FullName, "stemma.db"));
            await using (store.ConfigureAwait(false))
            {
                var now = TimeProvider.System.GetUtcNow();
                var stories = await FillAsync(store, articles, now, new InventedNews()).ConfigureAwait(false);
                await AskAsync(store, stories, output).ConfigureAwait(false);
            }
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // Spread over the last thirty days, the newest now.
    internal static async Task<List<StoryBrief>> FillAsync(SqliteStore store, int articles, DateTimeOffset now, InventedNews news)
    {
        List<StoryBrief> newest = [];
        for (var (done, story) = (0, 0); done < articles; story += 50)
        {
            var at = now - (TimeSpan.FromDays(30) * (1 - Math.Min(1, (done + 100.0) / articles)));
            List<StoryBrief> briefs = [.. Enumerable.Range(story, 50).Select(n => news.Story(n, at))];
            await StoreBenchmark.SaveAsync(store, briefs, at).ConfigureAwait(false);
            done += briefs.Sum(static b => b.Story.Accounts.Count);
            newest = briefs;
        }
        return newest;
    }

    private static async Task AskAsync(SqliteStore store, List<StoryBrief> stories, TextWriter output)
    {
        using var web = new WebFetcher(new FetchOptions(), TimeProvider.System);
        using var daemon = new Daemon(store, web, OutletRegistry.LoadBuiltIn(), TimeProvider.System);
        using var requests = new SingleRequest();
        var setup = new ServerSetup { Listen = new IPEndPoint(IPAddress.Loopback, 0), RunsDaemon = false };
        var app = await StemmaServer.BuildAsync(setup, store, daemon, new SourceAdder(store, web, OutletRegistry.LoadBuiltIn(), TimeProvider.System), requests).ConfigureAwait(false);
        await using (app.ConfigureAwait(false))
        {
            await app.StartAsync().ConfigureAwait(false);
            output.WriteLine("page      CPU ms p50/p95    elapsed ms p50/p95    KB sent (br)");
            await TimeAsync("front", _ => "/").ConfigureAwait(false);
            await TimeAsync("story", i => "/stories/" + stories[i % stories.Count].Story.Id).ConfigureAwait(false);
            await TimeAsync("article", i => "/articles/" + stories[i % stories.Count].Story.Accounts[0].Id).ConfigureAwait(false);
            await TimeAsync("reader", _ => "/reader?list=all").ConfigureAwait(false);
            await TimeAsync("day", _ => "/?day=" + TimeProvider.System.GetUtcNow().AddDays(-9).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).ConfigureAwait(false);
        }

        async Task TimeAsync(string name, Func<int, string> path)
        {
            List<double> cpu = [];
            List<double> elapsed = [];
            var size = 0;
            for (var i = -20; i < Rounds; i++)
            {
                var headers = new Microsoft.AspNetCore.Http.HeaderDictionary { ["Accept-Encoding"] = "br" };
                var (started, before) = (Stopwatch.GetTimestamp(), Process.GetCurrentProcess().TotalProcessorTime);
                var (status, _, body) = await requests.SendAsync("GET", path(i + 20), headers).ConfigureAwait(false);
                if (status != 200)
                {
                    throw new InvalidOperationException($"{path(i + 20)}: {status}");
                }
                // The first rounds warm up.
                if (i >= 0)
                {
                    elapsed.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
                    cpu.Add((Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds);
                    size = Math.Max(size, body.Length);
                }
            }
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-8}  {At(cpu)}  {At(elapsed)}  {size / 1000.0,10:0.0}"));
        }
    }

    private static string At(List<double> times)
    {
        times.Sort();
        return string.Create(CultureInfo.InvariantCulture, $"{times[times.Count / 2],7:0.0}/{times[(int)(times.Count * 0.95)],7:0.0}    ");
    }
}
