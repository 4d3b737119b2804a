using Stemma.Model;

namespace Stemma.Tests.Fetching.Faults;

/// <summary>Faults of the status line and the headers.</summary>
internal static class HeaderFaults
{
    private const string Rest = "Content-Length: 4\r\nConnection: close\r\n\r\ntext";

    public static IEnumerable<Fault> All =>
    [
        new Fault("endless headers", async (_, c, end) =>
        {
            await c.SendAsync("HTTP/1.1 200 OK\r\n", end);
            await c.FloodAsync("X-More: and more\r\n", TimeSpan.Zero, end);
        }, FailureKind.HeadersTooLarge),
        Fault.Raw("a header of a megabyte", $"HTTP/1.1 200 OK\r\nX-Long: {new string('x', 1_000_000)}\r\n{Rest}", FailureKind.HeadersTooLarge),
        Fault.Raw("10,000 headers", $"HTTP/1.1 200 OK\r\n{string.Concat(Enumerable.Range(0, 10_000).Select(i => $"X{i}: y\r\n"))}{Rest}", FailureKind.HeadersTooLarge),
        Fault.Raw("300 short headers", $"HTTP/1.1 200 OK\r\n{string.Concat(Enumerable.Range(0, 300).Select(i => $"X{i}: y\r\n"))}{Rest}", FailureKind.HeadersTooLarge),
        Fault.Raw("300 headers of one name", $"HTTP/1.1 200 OK\r\n{string.Concat(Enumerable.Repeat("X: y\r\n", 300))}{Rest}", FailureKind.HeadersTooLarge),
        new Fault("headers drip-fed", async (_, c, end) =>
        {
            await c.SendAsync("HTTP/1.1 200 OK\r\nX-Slow: ", end);
            await c.FloodAsync("x", TimeSpan.FromMilliseconds(50), end);
        }, FailureKind.TimedOut),
        new Fault("a bare line feed smuggles a header", (_, c, end) => c.SendAsync($"HTTP/1.1 200 OK\r\nX: a\nETag: \"x\"\r\n{Rest}", end), null as FailureKind?),
        new Fault("a bare carriage return in a header", (_, c, end) => c.SendAsync($"HTTP/1.1 200 OK\r\nETag: \"a\rb\"\r\n{Rest}", end), null as FailureKind?)
        {
            Also = r => r.ETag?.Any(char.IsControl) != true,
        },
        new Fault("NUL in a header", (_, c, end) => c.SendAsync($"HTTP/1.1 200 OK\r\nETag: \"a\0b\"\r\n{Rest}", end), null as FailureKind?)
        {
            Also = r => r.ETag?.Any(char.IsControl) != true,
        },
        Fault.Raw("a line that is no header", $"HTTP/1.1 200 OK\r\nnonsense\r\n{Rest}", FailureKind.BadResponse),
        Fault.Raw("a header folded over two lines", $"HTTP/1.1 200 OK\r\nX: a\r\n b\r\n{Rest}", null as FailureKind?),
        new Fault("a validator of 40 KB", (_, c, end) => c.SendAsync($"HTTP/1.1 200 OK\r\nETag: \"{new string('e', 40_000)}\"\r\n{Rest}", end), null as FailureKind?)
        {
            Also = r => r.ETag is null,
        },
        Fault.Raw("a status line that is none", $"HTTP/1.1 abc\r\n{Rest}", FailureKind.BadResponse),
        Fault.Raw("no HTTP at all", "SSH-2.0-OpenSSH_9.9\r\n", FailureKind.BadResponse),
        Fault.Raw("a body without headers", "<html><body>text</body></html>", FailureKind.Network),
        Fault.Raw("NUL bytes instead of an answer", new string('\0', 4096), FailureKind.Network),
        new Fault("early hints before the answer", (_, c, end) => c.SendAsync($"HTTP/1.1 103 Early Hints\r\nLink: </x>; rel=preload\r\n\r\nHTTP/1.1 200 OK\r\n{Rest}", end), null as FailureKind?) { Text = "text" },
        new Fault("endless informational answers", (_, c, end) => c.FloodAsync("HTTP/1.1 102 Processing\r\n\r\n", TimeSpan.FromMilliseconds(1), end), FailureKind.TimedOut),
        Fault.Raw("protocols switched unasked", "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\nnoise", FailureKind.HttpStatus),
    ];
}
