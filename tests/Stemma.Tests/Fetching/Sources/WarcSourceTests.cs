using System.IO.Compression;
using System.Text;
using Stemma.Fetching;
using Stemma.Model;

namespace Stemma.Tests.Fetching.Sources;

public sealed class WarcSourceTests
{
    private static readonly FetchOptions Options = new() { MaxBytes = 256 * 1024 };

    [Theory]
    [InlineData("plain")]
    [InlineData("member by member")]
    [InlineData("as a whole")]
    public async Task Pages_are_read_however_the_archive_is_packed(string packing)
    {
        byte[][] records = [Info(), Response("a", Page("first")), Request("a"), Response("b", Page("second"))];
        var file = packing switch
        {
            "plain" => Join(records),
            "as a whole" => Gzip(Join(records)),
            _ => Join(records.Select(Gzip)),
        };
        var items = await ReadAsync(file);
        Assert.Equal(["first", "second"], items.Select(Text));
        Assert.Equal("https://paper.example/a", items[0].Document!.Url!.AbsoluteUri);
        Assert.Equal("text/html", items[0].Document!.MediaType);
        Assert.Equal("utf-8", items[0].Document!.Charset);
        Assert.Equal(new DateTimeOffset(2024, 5, 6, 7, 8, 9, TimeSpan.Zero), items[0].Document!.FetchedAt);
    }

    [Fact]
    public async Task Bodies_are_unchunked_and_unpacked()
    {
        var packed = Gzip(Encoding.UTF8.GetBytes("packed"));
        byte[] chunked = [.. Encoding.ASCII.GetBytes($"{packed.Length:x};a=b\r\n"), .. packed, .. "\r\n0\r\n\r\n"u8];
        var items = await ReadAsync(Join(
        [
            Response("a", Answer("Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n", chunked)),
            Response("b", Answer("Transfer-Encoding: chunked\r\n", "undone by the crawler"u8.ToArray())),
            Response("c", Answer("Content-Encoding: gzip\r\n", "undone too"u8.ToArray())),
        ]));
        Assert.Equal(["packed", "undone by the crawler", "undone too"], items.Select(Text));
    }

    [Fact]
    public async Task Other_statuses_types_and_records_are_passed_over()
    {
        var items = await ReadAsync(Join(
        [
            Response("a", Answer("", "moved"u8.ToArray(), "301 Moved")),
            Response("b", Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nxyz")),
            Record("metadata", "c", "application/warc-fields", "x: y"u8.ToArray()),
            Record("resource", "d", "text/plain", "kept"u8.ToArray()),
        ]));
        Assert.Equal(["kept"], items.Select(Text));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_corrupt_record_costs_itself_alone(bool isPacked)
    {
        byte[][] records = [Response("a", Page("first")), Response("b", Page("second")), Response("c", Page("third"))];
        var parts = isPacked ? [.. records.Select(Gzip)] : records;
        if (isPacked)
        {
            parts[1].AsSpan(parts[1].Length / 2, 8).Fill(0xFF);
        }
        else
        {
            parts[1] = [.. "this is no record\r\n"u8, .. parts[1].AsSpan(20)];
        }
        var items = await ReadAsync(Join(parts));
        Assert.Equal(["first", null, "third"], items.Select(Text));
        Assert.Equal(FailureKind.BadRecord, items[1].Failure!.Kind);
    }

    [Fact]
    public async Task A_first_record_that_is_corrupt_costs_itself_alone()
    {
        byte[][] parts = [Gzip(Response("a", Page("first"))), Gzip(Response("b", Page("second")))];
        parts[0].AsSpan(parts[0].Length / 2, 8).Fill(0xFF);
        Assert.Equal([null, "second"], (await ReadAsync(Join(parts))).Select(Text));
    }

    [Fact]
    public async Task A_member_that_lost_its_end_costs_itself_alone()
    {
        byte[][] parts = [Gzip(Response("a", Page("first"))), Gzip(Response("b", Page("second"))), Gzip(Response("c", Page("third")))];
        parts[1] = parts[1][..^20];
        Assert.Equal(["first", null, "third"], (await ReadAsync(Join(parts))).Select(Text));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_cut_archive_gives_what_came_before_and_says_so(bool isPacked)
    {
        byte[][] records = [Response("a", Page("first")), Response("b", Page("second"))];
        var file = Join(isPacked ? records.Select(Gzip) : records);
        var items = await ReadAsync(file[..^30]);
        Assert.Equal(["first", null], items.Select(Text));
        Assert.Equal(FailureKind.BadRecord, items[1].Failure!.Kind);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_record_beyond_the_limit_is_told_and_the_next_is_read(bool isPacked)
    {
        byte[][] records = [Response("a", Page("first")), Response("b", Page(new string('x', 2_000_000))), Response("c", Page("third"))];
        var items = await ReadAsync(Join(isPacked ? records.Select(Gzip) : records));
        Assert.Equal(["first", null, "third"], items.Select(Text));
        Assert.Equal(FailureKind.TooLarge, items[1].Failure!.Kind);
    }

    [Fact]
    public async Task The_head_of_a_member_inside_a_member_does_not_part_it()
    {
        byte[] noise = new byte[4000];
        new Random(5).NextBytes(noise);
        byte[] body = [.. noise, 0x1F, 0x8B, 0x08, 0x00, .. noise, .. Gzip("inner"u8.ToArray()), .. noise];
        using var stored = new MemoryStream();
        using (var gzip = new GZipStream(stored, CompressionLevel.NoCompression, leaveOpen: true))
        {
            gzip.Write(Record("resource", "a", "text/plain", body));
        }
        var items = await ReadAsync([.. stored.ToArray(), .. Gzip(Response("b", Page("second")))]);
        Assert.Equal(2, items.Count);
        Assert.True(items[0].Document!.Content.Span.SequenceEqual(body));
        Assert.Equal("second", Text(items[1]));
    }

    [Fact]
    public async Task A_false_length_costs_no_memory()
    {
        var file = "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 200000\r\n\r\nshort"u8.ToArray();
        Assert.Equal(FailureKind.BadRecord, Assert.Single(await ReadAsync(file)).Failure!.Kind);
        file = "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999999999999\r\n\r\nshort"u8.ToArray();
        Assert.Equal(FailureKind.BadRecord, Assert.Single(await ReadAsync(file)).Failure!.Kind);
    }

    [Fact]
    public async Task Noise_and_mutated_archives_never_throw()
    {
        var random = new Random(11);
        byte[][] records = [Info(), Response("a", Page("first")), Response("b", Page("second"))];
        foreach (var whole in new[] { Join(records), Join(records.Select(Gzip)), Gzip(Join(records)) })
        {
            for (var i = 0; i < 150; i++)
            {
                var file = whole[..random.Next(whole.Length / 2, whole.Length)];
                for (var j = 0; j < 6; j++)
                {
                    file[random.Next(file.Length)] = (byte)random.Next(256);
                }
                Assert.InRange((await ReadAsync(file)).Count, 0, 20);
            }
        }
        var noise = new byte[100_000];
        random.NextBytes(noise);
        Assert.InRange((await ReadAsync(noise)).Count, 0, 100);
        Assert.Empty(await ReadAsync([]));
    }

    private static async Task<List<SourceItem>> ReadAsync(byte[] file)
    {
        var source = new WarcSource("archive.warc", TimeProvider.System, Options) { Open = () => new MemoryStream(file) };
        List<SourceItem> items = [];
        await foreach (var item in source.ReadAsync(TestContext.Current.CancellationToken))
        {
            items.Add(item);
        }
        return items;
    }

    private static string? Text(SourceItem item) => item.Document is { } document ? Encoding.UTF8.GetString(document.Content.Span) : null;

    private static byte[] Info() => Record("warcinfo", null, "application/warc-fields", "software: test"u8.ToArray());

    private static byte[] Request(string path) => Record("request", path, "application/http; msgtype=request", "GET / HTTP/1.1\r\n\r\n"u8.ToArray());

    private static byte[] Response(string path, byte[] message) => Record("response", path, "application/http; msgtype=response", message);

    private static byte[] Page(string text) => Answer("", Encoding.UTF8.GetBytes(text));

    private static byte[] Answer(string headers, byte[] body, string status = "200 OK") =>
        [.. Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\n{headers}\r\n"), .. body];

    private static byte[] Record(string type, string? path, string contentType, byte[] block) =>
    [
        .. Encoding.ASCII.GetBytes(
            $"WARC/1.0\r\nWARC-Type: {type}\r\n{(path is null ? "" : $"WARC-Target-URI: https://paper.example/{path}\r\n")}"
            + $"WARC-Date: 2024-05-06T07:08:09Z\r\nWARC-Record-ID: <urn:uuid:{type}-{path}>\r\nContent-Type: {contentType}\r\n"
            + $"Content-Length: {block.Length}\r\n\r\n"),
        .. block, .. "\r\n\r\n"u8,
    ];

    private static byte[] Join(IEnumerable<byte[]> parts) => [.. parts.SelectMany(p => p)];

    private static byte[] Gzip(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(content);
        }
        return packed.ToArray();
    }
}
