using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Stemma.Benchmarks;

/// <summary>
/// Readers who walk a server's pages by its links: front page, a story on it, an article of that, now and then a search or the list
/// of articles. Each looks at a page for one to five seconds. Each is a browser of its own: brotli, no kept pages.
/// </summary>
internal static partial class LoadReaders
{
    private static readonly string[] Searches = ["the", "friday", "said in", "-the of", "warned"];

    [GeneratedRegex("href=\"(?<path>/stories/s[0-9a-z]{10})[\"#]", RegexOptions.ExplicitCapture)]
    private static partial Regex Story { get; }

    [GeneratedRegex("href=\"(?<path>/articles/a[0-9a-z]{10})\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Article { get; }

    public static async Task<int> RunAsync(string home, int readers, int warmUpSeconds, int seconds, TextWriter output)
    {
        var answers = new ConcurrentBag<(string Kind, double Milliseconds)>();
        var faults = new ConcurrentBag<string>();
        var started = Stopwatch.GetTimestamp();
        using var http = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.Brotli, MaxConnectionsPerServer = readers * 2 }) { BaseAddress = new Uri(home) };
        await Task.WhenAll(Enumerable.Range(0, readers).Select(WalkAsync)).ConfigureAwait(false);
        foreach (var kind in answers.GroupBy(static a => a.Kind).OrderBy(static g => g.Key, StringComparer.Ordinal).Append(null))
        {
            var times = (kind ?? answers.AsEnumerable()).Select(static a => a.Milliseconds).Order().ToList();
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                $"{kind?.Key ?? "all",-8} {times.Count,7} answers, p50 {At(times, .5):0} ms, p95 {At(times, .95):0} ms, p99 {At(times, .99):0} ms, longest {times[^1]:0} ms")).ConfigureAwait(false);
        }
        await output.WriteLineAsync($"{faults.Count} errors{(faults.IsEmpty ? "" : ": " + faults.First())}; {readers} readers, {answers.Count / seconds} pages a second").ConfigureAwait(false);
        return 0;

        async Task WalkAsync(int number)
        {
            var random = new Random(number);
            await Task.Delay(random.Next(3000)).ConfigureAwait(false);
            var (path, kind) = ("/", "front");
            while (Stopwatch.GetElapsedTime(started).TotalSeconds < warmUpSeconds + seconds)
            {
                var asked = Stopwatch.GetTimestamp();
                var page = "";
                try
                {
                    using var answer = await http.GetAsync(path).ConfigureAwait(false);
                    page = await answer.Content.ReadAsStringAsync().ConfigureAwait(false);
                    if ((int)answer.StatusCode is < 200 or >= 400 and not 404)
                    {
                        faults.Add($"{path}: {(int)answer.StatusCode}");
                    }
                }
                catch (Exception e) when (e is HttpRequestException or OperationCanceledException or IOException)
                {
                    faults.Add($"{path}: {e.Message}");
                }
                if (Stopwatch.GetElapsedTime(started).TotalSeconds > warmUpSeconds)
                {
                    answers.Add((kind, Stopwatch.GetElapsedTime(asked).TotalMilliseconds));
                }
                (path, kind) = Next(random, page, kind);
                await Task.Delay(1000 + random.Next(4000)).ConfigureAwait(false);
            }
        }
    }

    private static (string Path, string Kind) Next(Random random, string page, string kind)
    {
        var dice = random.Next(100);
        var stories = Story.Matches(page);
        var articles = Article.Matches(page);
        return dice < 6 ? ("/search?q=" + Uri.EscapeDataString(Searches[random.Next(Searches.Length)]), "search")
            : dice < 12 ? ("/reader?list=all", "reader")
            : dice < 14 ? ("/?day=" + TimeProvider.System.GetUtcNow().AddDays(-random.Next(1, 25)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "day")
            : kind == "story" && articles.Count > 0 && dice < 60 ? (articles[random.Next(articles.Count)].Groups["path"].Value, "article")
            : kind != "story" && stories.Count > 0 ? (stories[random.Next(stories.Count)].Groups["path"].Value, "story")
            : ("/", "front");
    }

    private static double At(List<double> times, double share) => times.Count == 0 ? 0 : times[Math.Min(times.Count - 1, (int)(times.Count * share))];
}
