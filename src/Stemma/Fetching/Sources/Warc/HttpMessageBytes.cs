using System.Globalization;
using System.Text;

namespace Stemma.Fetching;

/// <summary>An HTTP answer as an archive keeps it: status, headers and a body that may still be chunked.</summary>
/// <param name="Status">Its status; 0 where the first line is none.</param>
/// <param name="Headers">Names in small letters; the first of a name counts.</param>
/// <param name="Body">The body, chunks undone.</param>
internal sealed record HttpMessageBytes(int Status, IReadOnlyDictionary<string, string> Headers, ReadOnlyMemory<byte> Body)
{
    private const int MaxHeadBytes = 256 * 1024;

    /// <summary>Reads an answer; null where the bytes are none. Never throws.</summary>
    public static HttpMessageBytes? Read(ReadOnlyMemory<byte> block)
    {
        var bytes = block.Span;
        if (!bytes.StartsWith("HTTP/"u8))
        {
            return null;
        }
        var head = bytes.Length > MaxHeadBytes ? bytes[..MaxHeadBytes] : bytes;
        var (end, size) = (head.IndexOf("\r\n\r\n"u8), 4);
        if (end < 0)
        {
            (end, size) = (head.IndexOf("\n\n"u8), 2);
        }
        if (end < 0)
        {
            return null;
        }
        Dictionary<string, string> headers = new(StringComparer.Ordinal);
        var status = 0;
        var isFirst = true;
        foreach (var line in Encoding.Latin1.GetString(head[..end]).AsSpan().EnumerateLines())
        {
            if (isFirst)
            {
                var rest = line[Math.Max(0, line.IndexOf(' '))..].TrimStart();
                _ = int.TryParse(rest[..Math.Min(3, rest.Length)], NumberStyles.None, CultureInfo.InvariantCulture, out status);
                isFirst = false;
            }
            else if (line.IndexOf(':') is > 0 and var colon)
            {
                headers.TryAdd(line[..colon].Trim().ToString().ToLowerInvariant(), line[(colon + 1)..].Trim().ToString());
            }
        }
        var body = block[(end + size)..];
        if (headers.TryGetValue("transfer-encoding", out var coding) && coding.Contains("chunked", StringComparison.OrdinalIgnoreCase))
        {
            body = Chunks.Join(body);
        }
        return new HttpMessageBytes(status, headers, body);
    }
}
