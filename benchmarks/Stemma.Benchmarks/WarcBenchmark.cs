using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using Stemma.Fetching;

namespace Stemma.Benchmarks;

/// <summary>How fast an invented web archive of many pages is read, and in how much memory.</summary>
internal static class WarcBenchmark
{
    private const int PageChars = 100_000;

    public static async Task<int> RunAsync(int pages, TextWriter output)
    {
        var path = Path.Combine(Path.GetTempPath(), $"stemma-benchmark-{Environment.ProcessId}.warc.gz");
        try
        {
            Write(path, pages);
            var clock = Stopwatch.StartNew();
            var cpu = Process.GetCurrentProcess().TotalProcessorTime;
            var (count, peak) = (0, 0L);
            await foreach (var item in new WarcSource(path, TimeProvider.System, new FetchOptions()).ReadAsync(CancellationToken.None))
            {
                count += item.Document is null ? 0 : 1;
                peak = count % 100 == 0 ? Math.Max(peak, GC.GetTotalMemory(forceFullCollection: false)) : peak;
            }
            cpu = Process.GetCurrentProcess().TotalProcessorTime - cpu;
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{count} pages of {PageChars / 1000} KB, {new FileInfo(path).Length / 1_048_576.0:0.0} MB packed: {cpu.TotalSeconds:0.00} CPU s, "
                + $"{count / cpu.TotalSeconds:0} pages a CPU second, {clock.Elapsed.TotalSeconds:0.00} s; heap at most {peak / 1_048_576} MB"));
            return count == pages ? 0 : 2;
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static void Write(string path, int pages)
    {
        var random = new Random(23);
        using var file = File.Create(path);
        for (var i = 0; i < pages; i++)
        {
            var page = new StringBuilder("<!doctype html><title>Invented</title>");
            while (page.Length < PageChars)
            {
                page.Append(CultureInfo.InvariantCulture, $"<p class=\"a{random.Next(100)}\">word{random.Next(5000)} and word{random.Next(5000)}</p>\n");
            }
            var body = Encoding.UTF8.GetBytes(page.ToString());
            var message = Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n");
            var head = Encoding.ASCII.GetBytes(
                $"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://paper.example/{i}\r\nWARC-Date: 2024-05-06T07:08:09Z\r\n"
                + $"Content-Type: application/http; msgtype=response\r\nContent-Length: {message.Length + body.Length}\r\n\r\n");
            using var gzip = new GZipStream(file, CompressionLevel.Fastest, leaveOpen: true);
            gzip.Write(head);
            gzip.Write(message);
            gzip.Write(body);
            gzip.Write("\r\n\r\n"u8);
        }
    }
}
