using System.Globalization;
using System.Text;

namespace Stemma.Fetching;

/// <summary>Undoes the chunked transfer coding of an archived body (RFC 9112, section 7.1).</summary>
internal static class Chunks
{
    /// <summary>
    /// The content. Bytes that are not chunked are taken as they are, for many crawlers keep the header and undo the coding; a
    /// body cut between chunks gives what came.
    /// </summary>
    public static ReadOnlyMemory<byte> Join(ReadOnlyMemory<byte> body)
    {
        if (Size(body.Span, out var head) is not { } first || head + first > body.Length)
        {
            return body;
        }
        using var content = new MemoryStream(body.Length);
        var rest = body;
        while (Size(rest.Span, out head) is { } size and > 0)
        {
            rest = rest[head..];
            var length = (int)Math.Min(size, rest.Length);
            content.Write(rest.Span[..length]);
            rest = rest[length..];
            rest = rest.Span.StartsWith("\r\n"u8) ? rest[2..] : rest.Span.StartsWith("\n"u8) ? rest[1..] : rest;
        }
        return content.GetBuffer().AsMemory(0, (int)content.Length);
    }

    // The size in the first line and the length of that line; null where it is none.
    private static long? Size(ReadOnlySpan<byte> bytes, out int head)
    {
        head = bytes.IndexOf((byte)'\n') + 1;
        if (head is 0 or > 8192)
        {
            return null;
        }
        var line = bytes[..head];
        var end = line.IndexOfAny((byte)';', (byte)'\r', (byte)'\n');
        var digits = Encoding.Latin1.GetString(line[..end].Trim((byte)' '));
        return digits.Length is > 0 and <= 8
            && long.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var size)
            ? size
            : null;
    }
}
