using Stemma.Model;

namespace Stemma.Tests.Fetching.Faults;

/// <summary>Faults of the body: its length, its pace, its chunks, its end.</summary>
internal static class BodyFaults
{
    private const string Ok = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n";
    private const string Chunked = Ok + "Transfer-Encoding: chunked\r\n\r\n";

    public static IEnumerable<Fault> All =>
    [
        Fault.Raw("body truncated", Ok + "Content-Length: 1000\r\n\r\nonly this", FailureKind.Truncated),
        new Fault("length too small", (_, c, end) => c.SendAsync(Ok + "Content-Length: 4\r\n\r\ntext and more than was said", end), null as FailureKind?) { Text = "text" },
        new Fault("no length, ended by closing", (_, c, end) => c.SendAsync(Ok + "\r\ntext", end), null as FailureKind?) { Text = "text" },
        Fault.Raw("length announced beyond all limits", Ok + "Content-Length: 99999999999\r\n\r\nx", FailureKind.TooLarge),
        Fault.Raw("length that is no number", Ok + "Content-Length: many\r\nConnection: close\r\n\r\ntext", null as FailureKind?),
        Fault.Raw("two lengths that differ", Ok + "Content-Length: 4\r\nContent-Length: 9\r\nConnection: close\r\n\r\ntext", null as FailureKind?),
        new Fault("length and chunks at once", (_, c, end) => c.SendAsync(Ok + "Content-Length: 9\r\nTransfer-Encoding: chunked\r\n\r\n4\r\ntext\r\n0\r\n\r\n", end), null as FailureKind?) { Text = "text" },
        new Fault("endless body", async (_, c, end) =>
        {
            await c.SendAsync(Ok + "\r\n", end);
            await c.FloodAsync(new string('x', 65_536), TimeSpan.Zero, end);
        }, FailureKind.TooLarge),
        new Fault("endless chunks", async (_, c, end) =>
        {
            await c.SendAsync(Chunked, end);
            await c.FloodAsync("8000\r\n" + new string('x', 0x8000) + "\r\n", TimeSpan.Zero, end);
        }, FailureKind.TooLarge),
        new Fault("drip-feed", async (_, c, end) =>
        {
            await c.SendAsync(Ok + "Content-Length: 100000\r\n\r\n", end);
            await c.FloodAsync("x", TimeSpan.FromMilliseconds(40), end);
        }, FailureKind.TooSlow),
        new Fault("stall in the middle", async (_, c, end) =>
        {
            await c.SendAsync(Ok + "Content-Length: 100000\r\n\r\n" + new string('x', 50_000), end);
            await Task.Delay(Timeout.Infinite, end);
        }, FailureKind.TooSlow),
        new Fault("reset in the middle", async (_, c, end) =>
        {
            await c.SendAsync(Ok + "Content-Length: 1000\r\n\r\nhalf", end);
            await Task.Delay(100, end);
            c.Reset();
        }, FailureKind.Truncated),
        Fault.Raw("chunks cut", Chunked + "4\r\ntext\r\n", FailureKind.Truncated),
        Fault.Raw("chunk size that is no number", Chunked + "zz\r\ntext\r\n0\r\n\r\n", FailureKind.BadResponse),
        Fault.Raw("chunk size beyond 64 bits", Chunked + "FFFFFFFFFFFFFFFFFF\r\ntext", FailureKind.BadResponse),
        Fault.Raw("negative chunk size", Chunked + "-4\r\ntext\r\n0\r\n\r\n", FailureKind.BadResponse),
        Fault.Raw("chunk longer than its size", Chunked + "2\r\ntext\r\n0\r\n\r\n", FailureKind.BadResponse),
        Fault.Raw("chunk extension of a megabyte", Chunked + "4;" + new string('e', 1_000_000) + "\r\ntext\r\n0\r\n\r\n", FailureKind.Truncated),
        new Fault("flood of chunk extensions", async (_, c, end) =>
        {
            await c.SendAsync(Chunked, end);
            await c.FloodAsync("1;" + new string('e', 8_000) + "\r\nx\r\n", TimeSpan.FromMilliseconds(1), end);
        }, FailureKind.TooSlow, FailureKind.TimedOut),
        new Fault("trailers", (_, c, end) => c.SendAsync(Chunked + "4\r\ntext\r\n0\r\nX-Sum: 1\r\n\r\n", end), null as FailureKind?) { Text = "text" },
        new Fault("endless trailers", async (_, c, end) =>
        {
            await c.SendAsync(Chunked + "4\r\ntext\r\n0\r\n", end);
            await c.FloodAsync("X-Sum: 1\r\n", TimeSpan.FromMilliseconds(1), end);
        }, FailureKind.TooSlow),
        new Fault("NUL bytes in the body", (_, c, end) => c.AnswerAsync("", "a\0b\0"u8.ToArray(), end), null as FailureKind?) { Text = "a\0b\0" },
        Fault.Answer("empty body", "200 OK", "", [], FailureKind.Empty),
        new Fault("wrong charset", (_, c, end) => c.AnswerAsync("Content-Type: text/html; charset=utf-8\r\n", [.. "<p>caf"u8, 0xE9], end), null as FailureKind?)
        {
            Also = r => r.Document!.Charset == "utf-8",
        },
        Fault.Answer("content type that is none", "200 OK", "Content-Type: ;;charset\r\n", FaultBodies.Page, null as FailureKind?),
        Fault.Answer("entity bomb", "200 OK", "Content-Type: application/rss+xml\r\n", FaultBodies.EntityBomb(), null as FailureKind?),
        Fault.Answer("100,000 nested elements", "200 OK", "Content-Type: text/html\r\n", FaultBodies.Nested(100_000), null as FailureKind?),
    ];
}
