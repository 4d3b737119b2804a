using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Stemma.Fetching;

namespace Stemma.Benchmarks;

/// <summary>
/// What it costs to ask many feeds, each on a host of its own, over loopback: a first round, then rounds in which nothing is new.
/// The server runs in the same process, so its share is in the figures.
/// </summary>
internal static class FetchBenchmark
{
    private const int FeedBytes = 80_000;
    private const int Rounds = 5;

    public static async Task<int> RunAsync(int feeds, TextWriter output)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start(512);
        var serving = ServeAsync(listener);
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        var options = new FetchOptions { Concurrency = 16, DelayPerHost = TimeSpan.Zero, AllowedNetworks = [new IPNetwork(IPAddress.Loopback, 32)] };
        var connector = new WebConnector(AddressGuard.Of(options), options)
        {
            Resolve = static (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback]),
        };
        using (var fetcher = new WebFetcher(options, TimeProvider.System, connector))
        {
            for (var round = 0; round <= Rounds; round++)
            {
                var (clock, cpu) = (Stopwatch.StartNew(), Process.GetCurrentProcess().TotalProcessorTime);
                var results = await Task.WhenAll(Enumerable.Range(0, feeds).Select(i => fetcher.FetchAsync(
                    new FetchRequest(new Uri($"http://feed{i}.example:{port}/feed"), FetchPurpose.Feed) { ETag = round == 0 ? null : "\"1\"" },
                    CancellationToken.None)));
                cpu = Process.GetCurrentProcess().TotalProcessorTime - cpu;
                output.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"round {round}: {results.Count(r => r.Document is not null)} feeds, {results.Count(r => r.NotModified)} unchanged, "
                    + $"{results.Count(r => r.Failure is not null)} failed, {results.Sum(r => (long)r.BytesReceived) / 1_048_576.0:0.0} MB: "
                    + $"{cpu.TotalSeconds:0.000} CPU s, {clock.Elapsed.TotalSeconds:0.000} s"));
            }
        }
        listener.Stop();
        await serving;
        return 0;
    }

    private static async Task ServeAsync(TcpListener listener)
    {
        var feed = new byte[FeedBytes];
        Array.Fill(feed, (byte)'x');
        byte[] whole = [.. Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nETag: \"1\"\r\nContent-Type: application/rss+xml\r\nContent-Length: {FeedBytes}\r\n\r\n"), .. feed];
        var unchanged = "HTTP/1.1 304 Not Modified\r\nETag: \"1\"\r\n\r\n"u8.ToArray();
        try
        {
            while (true)
            {
                _ = AnswerAsync(await listener.AcceptSocketAsync(), whole, unchanged);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The end of the benchmark.
        }
    }

    private static async Task AnswerAsync(Socket socket, byte[] whole, byte[] unchanged)
    {
        using (socket)
        {
            var buffer = new byte[4096];
            try
            {
                while (await socket.ReceiveAsync(buffer) is > 0 and var read)
                {
                    await socket.SendAsync(buffer.AsSpan(0, read).IndexOf("If-None-Match"u8) >= 0 ? unchanged : whole);
                }
            }
            catch (SocketException)
            {
                // The fetcher let the connection go.
            }
        }
    }
}
