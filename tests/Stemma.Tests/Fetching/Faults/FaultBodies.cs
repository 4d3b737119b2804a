using System.IO.Compression;
using System.Text;

namespace Stemma.Tests.Fetching.Faults;

/// <summary>Bodies that faulty servers send.</summary>
internal static class FaultBodies
{
    public static byte[] Page { get; } = Encoding.UTF8.GetBytes(
        "<!doctype html><title>Ferry late</title><article><h1>Ferry late</h1><p>The ferry to Norholm was late on Monday.</p></article>");

    public static byte[] Gzip(byte[] content) => Packed(content, s => new GZipStream(s, CompressionLevel.Fastest));

    public static byte[] Brotli(byte[] content) => Packed(content, s => new BrotliStream(s, CompressionLevel.Fastest));

    public static byte[] Zlib(byte[] content) => Packed(content, s => new ZLibStream(s, CompressionLevel.Fastest));

    public static byte[] Deflate(byte[] content) => Packed(content, s => new DeflateStream(s, CompressionLevel.Fastest));

    public static byte[] Layers(byte[] content, int count) =>
        Enumerable.Range(0, count).Aggregate(content, (body, _) => Gzip(body));

    public static byte[] Nested(int depth) =>
        Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("<div>", depth)) + "deep");

    /// <summary>Ten entities, each ten of the one before: 10^10 characters if a parser believes it.</summary>
    public static byte[] EntityBomb()
    {
        var xml = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a0 \"ha\">");
        for (var i = 1; i <= 10; i++)
        {
            xml.Append("<!ENTITY a").Append(i).Append(" \"").Insert(xml.Length, $"&a{i - 1};", 10).Append("\">");
        }
        return Encoding.ASCII.GetBytes(xml.Append("]><rss version=\"2.0\"><channel><title>&a10;</title></channel></rss>").ToString());
    }

    private static byte[] Packed(byte[] content, Func<Stream, Stream> packer)
    {
        using var packed = new MemoryStream();
        using (var stream = packer(packed))
        {
            stream.Write(content);
        }
        return packed.ToArray();
    }
}
