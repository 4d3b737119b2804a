using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Stemma.App.Serving;
using Stemma.Fetching;
using Stemma.Model;
using Stemma.Outlets;
using Stemma.Storage;

namespace Stemma.Benchmarks;

/// <summary>
/// The server under load, over a real socket: many articles in the store, readers in a process of their own, and articles coming in
/// all the while that go the whole way to their stories. Tells the time of answers, errors, CPU time and memory of the server.
/// </summary>
internal static class LoadBenchmark
{
    private const int Readers = 100;
    private const int ArticlesAMinute = 1000;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(20);

    /// <param name="articles">How many are there at the start.</param>
    /// <param name="seconds">How long is measured; 0 fills the database only.</param>
    /// <param name="kept">Folder that keeps the database, filled once; null for one that goes.</param>
    /// <param name="output">Where the figures go.</param>
    public static async Task<int> RunAsync(int articles, int seconds, string? kept, TextWriter output)
    {
        var folder = kept is null ? Directory.CreateTempSubdirectory("stemma-load") : Directory.CreateDirectory(kept);
        try
        {
            var database = Path.Combine(folder.FullName, "stemma.db");
            var news = new InventedNews();
            if (!File.Exists(database))
            {
                await FillAsync(database, news, articles).ConfigureAwait(false);
            }
            if (seconds > 0)
            {
                await MeasureAsync(database, news, seconds, output).ConfigureAwait(false);
            }
            return 0;
        }
        finally
        {
            if (kept is null)
            {
                folder.Delete(recursive: true);
            }
        }
    }

    private static async Task FillAsync(string database, InventedNews news, int articles)
    {
        var store = SqliteStore.Open(database);
        await using (store.ConfigureAwait(false))
        {
            await ReaderBenchmark.FillAsync(store, articles, TimeProvider.System.GetUtcNow(), news).ConfigureAwait(false);
        }
        GC.Collect();
    }

    private static async Task MeasureAsync(string database, InventedNews news, int seconds, TextWriter output)
    {
        var store = SqliteStore.Open(database);
        await using (store.ConfigureAwait(false))
        {
            // What the invention of articles holds is none of the server's.
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            using var process = Process.GetCurrentProcess();
            var alone = process.WorkingSet64;
            using var web = new WebFetcher(new FetchOptions(), TimeProvider.System);
            using var counters = new Counters();
            using var daemon = new Daemon(store, web, OutletRegistry.LoadBuiltIn(), TimeProvider.System, null, counters.Count, counters.CountFault);
            var setup = new ServerSetup { Listen = new IPEndPoint(IPAddress.Loopback, 0), Counters = counters };
            var app = await StemmaServer.BuildAsync(setup, store, daemon, new SourceAdder(store, web, OutletRegistry.LoadBuiltIn(), TimeProvider.System)).ConfigureAwait(false);
            await using (app.ConfigureAwait(false))
            {
                await app.StartAsync().ConfigureAwait(false);
                var home = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
                using var stop = new CancellationTokenSource();
                var arriving = ArriveAsync(store, daemon, news, stop.Token);
                using var readers = Start(home, seconds);
                await Task.Delay(WarmUp).ConfigureAwait(false);
                process.Refresh();
                var (cpu, started, accepted, peak) = (process.TotalProcessorTime, Stopwatch.GetTimestamp(), Read(counters), 0L);
                while (!readers.HasExited)
                {
                    await Task.Delay(500).ConfigureAwait(false);
                    process.Refresh();
                    peak = Math.Max(peak, process.WorkingSet64);
                }
                process.Refresh();
                var elapsed = Stopwatch.GetElapsedTime(started);
                await stop.CancelAsync().ConfigureAwait(false);
                await arriving.ConfigureAwait(false);
                output.Write(await readers.StandardOutput.ReadToEndAsync().ConfigureAwait(false));
                var load = await LoadAsync().ConfigureAwait(false);
                output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"server: {(process.TotalProcessorTime - cpu) / elapsed:0.00} cores on the mean, working set at most {peak >> 20} MB, of which {alone >> 20} before it started (what invents the articles), {GC.GetTotalMemory(forceFullCollection: true) >> 20} MB of objects at the end, "
                    + $"{(Read(counters) - accepted) / elapsed.TotalMinutes:0} articles a minute put in stories, {counters.Faults} faults, load of the machine {load}"));
                await app.StopAsync().ConfigureAwait(false);
            }
        }
    }

    private static long Read(Counters counters) => counters.Done.Where(static d => d.Step == "cluster").Sum(static d => d.Items);

    private static async Task<string> LoadAsync() =>
        File.Exists("/proc/loadavg") ? (await File.ReadAllTextAsync("/proc/loadavg").ConfigureAwait(false)).Split(' ')[0] : "unknown";

    // Some each second, as pages, so that they are extracted, analysed, put in stories and briefed.
    private static async Task ArriveAsync(SqliteStore store, Daemon daemon, InventedNews news, CancellationToken stop)
    {
        var due = 0.0;
        // A run over a kept database goes on with others.
        var story = 10_000_000 + (int)(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() % 1_000_000 * 100);
        List<Submission> waiting = [];
        while (!stop.IsCancellationRequested)
        {
            due += ArticlesAMinute / 60.0;
            var now = TimeProvider.System.GetUtcNow();
            while (waiting.Count < due)
            {
                waiting.AddRange(news.Story(story++, now).Story.Accounts.Select(a => PageOf(a.Article, now)));
            }
            var batch = waiting.Take((int)due).ToList();
            waiting.RemoveRange(0, batch.Count);
            due -= batch.Count;
            await store.AcceptAsync(batch, now, CancellationToken.None).ConfigureAwait(false);
            daemon.Wake();
            try
            {
                await Task.Delay(1000, stop).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private static Submission PageOf(Article article, DateTimeOffset now)
    {
        var html = new StringBuilder($"<html><head><title>{article.Title}</title><meta property=\"og:site_name\" content=\"{article.Outlet}\"><meta property=\"article:published_time\" content=\"{now:O}\"></head><body><article><h1>{article.Title}</h1>");
        foreach (var paragraph in article.Paragraphs)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p>{paragraph.Of(article.Text)}</p>");
        }
        html.Append("</article></body></html>");
        return new Submission
        {
            Url = article.Url,
            Document = new FetchedDocument { Source = article.Url!.AbsoluteUri, Url = article.Url, Content = Encoding.UTF8.GetBytes(html.ToString()), MediaType = "text/html", Charset = "utf-8", FetchedAt = now },
        };
    }

    private static Process Start(string home, int seconds) => Process.Start(new ProcessStartInfo(Environment.ProcessPath!)
    {
        ArgumentList = { typeof(LoadBenchmark).Assembly.Location, "load-readers", home, Readers.ToString(CultureInfo.InvariantCulture), ((int)WarmUp.TotalSeconds).ToString(CultureInfo.InvariantCulture), seconds.ToString(CultureInfo.InvariantCulture) },
        RedirectStandardOutput = true,
    })!;
}
