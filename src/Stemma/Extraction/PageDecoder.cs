using System.Buffers;
using System.Text;

namespace Stemma.Extraction;

/// <summary>
/// Turns bytes into text: byte order mark, else the server's word, else the page's own, unless the bytes belie them;
/// else UTF-8 if they are that, else windows-1252. Never throws; what cannot be decoded becomes U+FFFD.
/// </summary>
internal static class PageDecoder
{
    // Where browsers look for the page's own word; real pages put it later than the standard's 1024 bytes.
    private const int PrescanBytes = 16_384;

    private static readonly SearchValues<char> EndOfLabel = SearchValues.Create(" \t\r\n\"';>/?");

    static PageDecoder() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The text of a page or plain text.</summary>
    /// <param name="bytes">As they came.</param>
    /// <param name="declared">Character set told by the server; null where nobody told.</param>
    public static string Decode(ReadOnlySpan<byte> bytes, string? declared)
    {
        var (encoding, mark) = Choose(bytes, declared);
        return encoding.GetString(bytes[mark..]);
    }

    /// <summary>The encoding that bytes are read in, and how many of them are its byte order mark.</summary>
    public static (Encoding Encoding, int Mark) Choose(ReadOnlySpan<byte> bytes, string? declared)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            return (Encoding.UTF8, 3);
        }
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
        {
            return (Encoding.Unicode, 2);
        }
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return (Encoding.BigEndianUnicode, 2);
        }
        // UTF-8 proves itself: other encodings do not form its sequences by chance. So it wins over any label.
        var isUtf8 = IsMostlyUtf8(bytes, out var hasMultibyte);
        if (isUtf8 && hasMultibyte)
        {
            return (Encoding.UTF8, 0);
        }
        var encoding = Find(declared);
        if (encoding is null || (encoding is UTF8Encoding && !isUtf8))
        {
            encoding = OfPage(bytes);
        }
        if (!isUtf8 && (encoding is null or UTF8Encoding))
        {
            // The bytes belie the label, or the page has none where it should be: one that stands elsewhere may be true.
            encoding = Find(LabelInPage(bytes));
        }
        return (encoding is null || (encoding is UTF8Encoding && !isUtf8) ? Encoding.GetEncoding(1252) : encoding, 0);
    }

    /// <summary>The encoding that a page's own beginning names; null if it names none that exists.</summary>
    public static Encoding? OfPage(ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..Math.Min(bytes.Length, PrescanBytes)];
        // A label with a quotation mark in it is none, as in browsers.
        var label = CharsetPrescan.Find(head, l => !l.AsSpan().ContainsAny('"', '\'') && Find(l) is not null);
        return Find(label) ?? (head.StartsWith("<?xml"u8) ? Find(LabelInPage(head)) : null);
    }

    private static Encoding? Find(string? label)
    {
        label = label?.Trim(' ', '\t', '\r', '\n', '\f', '"', '\'').ToLowerInvariant();
        switch (label)
        {
            case null or "":
                return null;
            case "iso-8859-1" or "latin1" or "latin-1" or "ascii" or "us-ascii" or "iso8859-1" or "windows-1252" or "cp1252":
                return Encoding.GetEncoding(1252);
            case "utf-8" or "utf8" or "unicode-1-1-utf-8":
                return Encoding.UTF8;
            case "gb2312" or "gbk":
                label = "gb18030";
                break;
            case "iso-8859-9":
                label = "windows-1254";
                break;
            case "shift-jis" or "x-sjis" or "sjis":
                label = "shift_jis";
                break;
            case "x-user-defined":
                return Encoding.GetEncoding(1252);
            case "utf-16" or "utf-16le" or "utf-16be" or "utf-7":
                // Read as ASCII so far, so it is not that.
                return Encoding.UTF8;
        }
        try
        {
            return Encoding.GetEncoding(label);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static string? LabelInPage(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, PrescanBytes)]);
        for (var at = 0; (at = head.IndexOf("charset", at, StringComparison.OrdinalIgnoreCase)) >= 0;)
        {
            at += "charset".Length;
            var rest = head.AsSpan(at).TrimStart();
            if (rest.StartsWith("=", StringComparison.Ordinal))
            {
                rest = rest[1..].TrimStart().TrimStart("\"'");
                var end = rest.IndexOfAny(EndOfLabel);
                // Where this is asked, the bytes are not UTF-8, whatever the page says; a second label may be the true one.
                if (end > 0 && !rest[..end].Equals("utf-8", StringComparison.OrdinalIgnoreCase))
                {
                    return rest[..end].ToString();
                }
            }
        }
        var declaration = head.IndexOf("encoding=", StringComparison.OrdinalIgnoreCase);
        if (head.StartsWith("<?xml", StringComparison.Ordinal) && declaration > 0)
        {
            var rest = head.AsSpan(declaration + "encoding=".Length).TrimStart("\"'");
            var end = rest.IndexOfAny(EndOfLabel);
            return end > 0 ? rest[..end].ToString() : null;
        }
        return null;
    }

    /// <summary>
    /// Whether the bytes are UTF-8 but for stray ones: at most one bad sequence for each ten good ones, since truncated
    /// and pasted pages have some.
    /// </summary>
    private static bool IsMostlyUtf8(ReadOnlySpan<byte> bytes, out bool hasMultibyte)
    {
        var (good, bad) = (0, 0);
        while (bytes.Length > 0)
        {
            var ascii = bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            if (ascii < 0)
            {
                break;
            }
            bytes = bytes[ascii..];
            if (Rune.DecodeFromUtf8(bytes, out _, out var used) == OperationStatus.Done)
            {
                good++;
            }
            else
            {
                // A sequence cut off by the end of the input is no sign of another encoding.
                bad += used < bytes.Length ? 1 : 0;
            }
            bytes = bytes[Math.Max(used, 1)..];
        }
        hasMultibyte = good > 0;
        return bad == 0 || good >= 10L * bad;
    }
}
