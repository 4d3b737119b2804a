using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Stemma.Storage;

namespace Stemma.Tests.Storage;

/// <summary>
/// A process killed at a random moment, again and again: nothing that it said was accepted is lost, nothing is there twice, and the
/// database is whole. <c>STEMMA_KILLS</c> sets how often; the long suite kills 200 times.
/// </summary>
public sealed class KilledProcessTests
{
    private const int ArticlesPerRound = 60;

    [Fact]
    public async Task Kills_at_random_moments_lose_nothing_and_double_nothing()
    {
        var kills = int.TryParse(Environment.GetEnvironmentVariable("STEMMA_KILLS"), CultureInfo.InvariantCulture, out var set) ? set : 10;
        var folder = Directory.CreateTempSubdirectory("stemma-kill");
        try
        {
            var random = new Random(11);
            HashSet<string> told = [];
            var (next, whole) = (0, double.PositiveInfinity);
            for (var round = 0; round <= kills; round++)
            {
                var file = Path.Combine(folder.FullName, "in.jsonl");
                var urls = Enumerable.Range(next, ArticlesPerRound).Select(n => $"https://news.example/{n}").ToList();
                next += ArticlesPerRound;
                await File.WriteAllLinesAsync(file, urls.Select(Line), TestContext.Current.CancellationToken);
                // The first one is let run to its end: it tells how long a run takes on this machine, and so over what the moments are
                // spread; and something is promised. A third of a run is the start of the process, in which nothing can go wrong.
                var (accepted, took) = await AddAndKillAsync(folder.FullName, file, round == 0 ? whole : (0.3 + (random.NextDouble() * 0.75)) * whole);
                whole = round == 0 ? took : whole;
                if (accepted)
                {
                    told.UnionWith(urls);
                }
            }
            Assert.NotEmpty(told);
            await CheckAsync(Path.Combine(folder.FullName, "stemma.db"), told);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task CheckAsync(string database, HashSet<string> told)
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var store = SqliteStore.Open(database);
        using (var pipeline = new LivePipeline(store, Outlets.OutletRegistry.LoadBuiltIn(), TimeProvider.System))
        {
            await pipeline.RunToEndAsync(cancel);
        }
        var health = await store.HealthAsync(cancel);
        Assert.True(health.IsWhole, string.Join("; ", health.Integrity));
        Assert.Equal((0L, 0L, 0L), (health.AwaitReading, health.StoriesBehind, health.Failed));
        var lines = await store.ArticlesAsync(new ArticleFilter { Limit = int.MaxValue }, default, cancel);
        var urls = lines.Select(l => l.Url!.AbsoluteUri).ToList();
        Assert.Equal(urls.Count, urls.Distinct().Count());
        Assert.Empty(told.Except(urls));
        Assert.All(lines, l => Assert.NotNull(l.Story));
    }

    /// <summary>Whether the process said that all were accepted before it was killed, and how long it ran.</summary>
    private static async Task<(bool Accepted, double TookMs)> AddAndKillAsync(string folder, string file, double afterMs)
    {
        var started = Stopwatch.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo("dotnet")
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "stemma.dll"), "add", "--data", folder, file },
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
        var messages = new StringBuilder();
        process.ErrorDataReceived += (_, line) =>
        {
            lock (messages)
            {
                messages.AppendLine(line.Data);
            }
        };
        process.BeginErrorReadLine();
        await Task.WhenAny(process.WaitForExitAsync(TestContext.Current.CancellationToken), Task.Delay(TimeSpan.FromMilliseconds(Math.Min(afterMs, 60_000))));
        var took = process.HasExited ? Stopwatch.GetElapsedTime(started).TotalMilliseconds : afterMs;
        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        lock (messages)
        {
            return (messages.ToString().Contains("new article", StringComparison.Ordinal), took);
        }
    }

    private static string Line(string url) => JsonSerializer.Serialize(new Dictionary<string, string>
    {
        ["url"] = url,
        ["title"] = $"Council of Ostmere votes on item {url[^2..]}",
        ["outlet"] = "Ellery Courier",
        ["text"] = $"The council of Ostmere voted on Friday on item {url}. \n\n“We have what we wanted,” the clerk Anna Merrin said after vote {url.Length}.",
    });
}
