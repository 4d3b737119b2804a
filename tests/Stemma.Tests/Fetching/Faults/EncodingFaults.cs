using Stemma.Model;

namespace Stemma.Tests.Fetching.Faults;

/// <summary>Faults of compression.</summary>
internal static class EncodingFaults
{
    private const string Gzip = "Content-Encoding: gzip\r\n";

    private static readonly byte[] Zeros = new byte[32 * 1024 * 1024];

    public static IEnumerable<Fault> All =>
    [
        Good("gzip", Gzip, FaultBodies.Gzip(FaultBodies.Page)),
        Good("brotli", "Content-Encoding: br\r\n", FaultBodies.Brotli(FaultBodies.Page)),
        Good("deflate as the standard has it", "Content-Encoding: deflate\r\n", FaultBodies.Zlib(FaultBodies.Page)),
        Good("deflate as servers have it", "Content-Encoding: deflate\r\n", FaultBodies.Deflate(FaultBodies.Page)),
        Good("gzip twice", "Content-Encoding: gzip, gzip\r\n", FaultBodies.Layers(FaultBodies.Page, 2)),
        Good("gzip in two members", Gzip, [.. FaultBodies.Gzip(FaultBodies.Page[..20]), .. FaultBodies.Gzip(FaultBodies.Page[20..])]),
        Good("gzip undeclared", "", FaultBodies.Gzip(FaultBodies.Page)),
        Good("gzip declared, plain sent", Gzip, FaultBodies.Page),
        Good("a charset as encoding", "Content-Encoding: UTF-8\r\n", FaultBodies.Page),
        Fault.Answer("gzip bomb", "200 OK", Gzip, FaultBodies.Gzip(Zeros), FailureKind.TooLarge),
        Fault.Answer("brotli bomb", "200 OK", "Content-Encoding: br\r\n", FaultBodies.Brotli(Zeros), FailureKind.TooCompressed),
        Fault.Answer("bomb in a bomb", "200 OK", "Content-Encoding: gzip, gzip\r\n", FaultBodies.Layers(Zeros, 2), FailureKind.TooCompressed),
        Fault.Answer("ten layers", "200 OK", $"Content-Encoding: {string.Join(", ", Enumerable.Repeat("gzip", 10))}\r\n", FaultBodies.Layers(FaultBodies.Page, 10), FailureKind.TooCompressed),
        Fault.Answer("gzip cut", "200 OK", Gzip, FaultBodies.Gzip(FaultBodies.Page)[..^30], FailureKind.BadEncoding),
        Fault.Answer("gzip cut after its header", "200 OK", Gzip, FaultBodies.Gzip(FaultBodies.Page)[..10], FailureKind.BadEncoding),
        Fault.Answer("gzip corrupt", "200 OK", Gzip, Corrupt(FaultBodies.Gzip(FaultBodies.Page)), FailureKind.BadEncoding),
        Fault.Answer("brotli that is none", "200 OK", "Content-Encoding: br\r\n", FaultBodies.Page, FailureKind.BadEncoding),
        Fault.Answer("brotli cut", "200 OK", "Content-Encoding: br\r\n", FaultBodies.Brotli(FaultBodies.Page)[..^20], FailureKind.BadEncoding),
        Fault.Answer("deflate that is none", "200 OK", "Content-Encoding: deflate\r\n", FaultBodies.Page, FailureKind.BadEncoding),
        Fault.Answer("unknown encoding", "200 OK", "Content-Encoding: zstd\r\n", FaultBodies.Page, FailureKind.BadEncoding),
    ];

    private static Fault Good(string name, string headers, byte[] body) =>
        new(name, (_, c, end) => c.AnswerAsync(headers, body, end), null as FailureKind?)
        {
            Also = r => r.Document!.Content.Span.SequenceEqual(FaultBodies.Page),
        };

    private static byte[] Corrupt(byte[] bytes)
    {
        bytes[bytes.Length / 2] ^= 0xFF;
        return bytes;
    }
}
