using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Stemma.Fetching;
using Stemma.Outlets;
using Stemma.Storage;

namespace Stemma.Benchmarks;

/// <summary>
/// Whole rounds over many feeds: fetch, parse and store, from a server in a process of its own, so that only Stemma's part is
/// counted. First round, nothing new, a tenth changed; then what a reader asks of the store.
/// </summary>
internal static class RoundBenchmark
{
    public static async Task<int> RunAsync(int feeds, int entries, TextWriter output)
    {
        using var server = Process.Start(new ProcessStartInfo("dotnet")
        {
            ArgumentList = { typeof(RoundBenchmark).Assembly.Location, "feed-server", feeds.ToString(CultureInfo.InvariantCulture), entries.ToString(CultureInfo.InvariantCulture) },
            RedirectStandardOutput = true,
        })!;
        var folder = Directory.CreateTempSubdirectory("stemma-round");
        try
        {
            var port = int.Parse((await server.StandardOutput.ReadLineAsync().ConfigureAwait(false))!, CultureInfo.InvariantCulture);
            var store = SqliteStore.Open(Path.Combine(folder.FullName, "stemma.db"));
            await using (store.ConfigureAwait(false))
            {
                await MeasureAsync(store, feeds, entries, port, output).ConfigureAwait(false);
            }
        }
        finally
        {
            server.Kill();
            folder.Delete(recursive: true);
        }
        return 0;
    }

    /// <summary>The server: prints its port, and serves until it is killed.</summary>
    public static async Task<int> ServeAsync(int feeds, int entries, TextWriter output)
    {
        var generator = new FeedGenerator(feeds, entries);
        byte[][][] rounds = [.. Enumerable.Range(0, 2).Select(r => generator.Round(r).Select(f => f.Content).ToArray())];
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start(512);
        await output.WriteLineAsync(((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture)).ConfigureAwait(false);
        await output.FlushAsync().ConfigureAwait(false);
        while (true)
        {
            _ = AnswerAsync(await listener.AcceptSocketAsync().ConfigureAwait(false), rounds);
        }
    }

    private static async Task MeasureAsync(SqliteStore store, int feeds, int entries, int port, TextWriter output)
    {
        var options = new FetchOptions { Concurrency = 16, ConnectionsPerHost = 16, DelayPerHost = TimeSpan.Zero, AllowPrivateAddresses = true };
        using var web = new WebFetcher(options, TimeProvider.System);
        var outlets = OutletRegistry.LoadBuiltIn();
        var fetching = new LiveFetching(store, web, outlets, TimeProvider.System);
        for (var i = 0; i < feeds; i++)
        {
            var address = new Uri($"http://127.0.0.1:{port}/0/{i}");
            await store.AddFeedAsync(new FeedRecord { Id = FeedId.Of(address), Address = address, Given = address, Pages = PagePolicy.Never, AddedAt = TimeProvider.System.GetUtcNow() }).ConfigureAwait(false);
        }
        // Once without being counted over one feed: what is compiled on the way is not of the round.
        await RoundAsync(store, fetching, "warm-up", 1, null, output).ConfigureAwait(false);
        await RoundAsync(store, fetching, "first round", feeds, null, output).ConfigureAwait(false);
        await RoundAsync(store, fetching, "nothing new", feeds, null, output).ConfigureAwait(false);
        await RoundAsync(store, fetching, "nothing new", feeds, null, output).ConfigureAwait(false);
        await RoundAsync(store, fetching, "a tenth changed", feeds, "/1/", output).ConfigureAwait(false);
        await ReadAsync(store, outlets, entries, output).ConfigureAwait(false);
    }

    private static async Task RoundAsync(SqliteStore store, LiveFetching fetching, string name, int feeds, string? moved, TextWriter output)
    {
        foreach (var feed in (await store.FeedsAsync().ConfigureAwait(false)).Take(feeds))
        {
            var address = moved is null ? feed.Address : new Uri(feed.Address.AbsoluteUri.Replace("/0/", moved, StringComparison.Ordinal));
            await store.ChangeFeedAsync(feed with { NextAt = TimeProvider.System.GetUtcNow(), Address = address }).ConfigureAwait(false);
        }
        var process = Process.GetCurrentProcess();
        var (before, started) = (process.TotalProcessorTime, Stopwatch.GetTimestamp());
        await fetching.RunToEndAsync(CancellationToken.None).ConfigureAwait(false);
        process.Refresh();
        var health = await store.CountsAsync().ConfigureAwait(false);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"{name,-16} {(process.TotalProcessorTime - before).TotalSeconds,6:0.000} CPU s  {Stopwatch.GetElapsedTime(started).TotalSeconds,6:0.000} s  {health.AwaitReading} entries kept, {health.FileBytes / 1e6:0.0} MB, working set {process.WorkingSet64 >> 20} MB")).ConfigureAwait(false);
    }

    private static async Task ReadAsync(SqliteStore store, OutletRegistry outlets, int entries, TextWriter output)
    {
        await TimeAsync("main view", () => ViewAsync(store), output).ConfigureAwait(false);
        var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var started = Stopwatch.GetTimestamp();
        using (var pipeline = new LivePipeline(store, outlets, TimeProvider.System))
        {
            await pipeline.RunToEndAsync(CancellationToken.None).ConfigureAwait(false);
        }
        process.Refresh();
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"entries to stories: {entries / Stopwatch.GetElapsedTime(started).TotalSeconds:0} a second, {(process.TotalProcessorTime - before).TotalMilliseconds / entries:0.0} CPU ms each")).ConfigureAwait(false);
        await TimeAsync("main view", () => ViewAsync(store), output).ConfigureAwait(false);
        var random = new Random(3);
        var words = (await store.ArticlesAsync(new ArticleFilter { Limit = 200 }, default).ConfigureAwait(false)).SelectMany(a => a.Title.Split(' ')).ToList();
        await TimeAsync("search", async () => await store.SearchAsync(SearchQueryReader.Read($"{words[random.Next(words.Count)]} {words[random.Next(words.Count)]}")).ConfigureAwait(false), output).ConfigureAwait(false);
        await TimeAsync("search, best first", async () => await store.SearchAsync(SearchQueryReader.Read(words[random.Next(words.Count)]) with { ByRelevance = true }).ConfigureAwait(false), output).ConfigureAwait(false);
    }

    private static async Task ViewAsync(SqliteStore store)
    {
        await store.FeedsAsync().ConfigureAwait(false);
        await store.UnreadAsync(default).ConfigureAwait(false);
        await store.ArticlesAsync(new ArticleFilter { OnlyUnread = true }, default).ConfigureAwait(false);
    }

    private static async Task TimeAsync(string what, Func<Task> ask, TextWriter output)
    {
        const int Times = 60;
        List<double> times = new(Times);
        for (var i = 0; i < Times; i++)
        {
            var started = Stopwatch.GetTimestamp();
            await ask().ConfigureAwait(false);
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
        times.Sort();
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{what}: p50 {times[Times / 2]:0.0} ms, p95 {times[(int)(Times * 0.95)]:0.0} ms")).ConfigureAwait(false);
    }

    private static async Task AnswerAsync(Socket socket, byte[][][] rounds)
    {
        using (socket)
        {
            var buffer = new byte[8192];
            try
            {
                while (await socket.ReceiveAsync(buffer).ConfigureAwait(false) is > 0 and var read)
                {
                    var request = Encoding.ASCII.GetString(buffer, 0, read);
                    var path = request.Split(' ')[1].Split('/');
                    var (round, feed) = (int.Parse(path[1], CultureInfo.InvariantCulture), int.Parse(path[2], CultureInfo.InvariantCulture));
                    var body = rounds[round][feed];
                    // Feeds that did not change keep their validator from round to round.
                    var tag = $"\"{(body.AsSpan().SequenceEqual(rounds[0][feed]) ? 0 : round)}\"";
                    if (request.Contains("If-None-Match: " + tag, StringComparison.Ordinal))
                    {
                        await socket.SendAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 304 Not Modified\r\nETag: {tag}\r\n\r\n")).ConfigureAwait(false);
                        continue;
                    }
                    await socket.SendAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nETag: {tag}\r\nContent-Type: application/rss+xml\r\nContent-Length: {body.Length}\r\n\r\n")).ConfigureAwait(false);
                    await socket.SendAsync(body).ConfigureAwait(false);
                }
            }
            catch (SocketException)
            {
                // The asker has left.
            }
        }
    }
}
