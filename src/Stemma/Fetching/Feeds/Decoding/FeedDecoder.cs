using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Stemma.Fetching;

/// <summary>
/// Turns a feed's bytes into text. Byte order mark or the pattern of zero bytes first, then the server's word, then the
/// XML declaration, then UTF-8 (RFC 7303; for <c>text/xml</c> without a charset US-ASCII first, RFC 3023, which changes
/// nothing where it fits); each only if the bytes bear it out. UTF-8 proves itself and wins over a label that is not.
/// </summary>
internal static class FeedDecoder
{
    // Bytes in which an XML declaration is looked for.
    private const int DeclarationBytes = 400;

    static FeedDecoder() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The text, without byte order mark, and the name of its character set in lower case. Never throws.</summary>
    public static (string Text, string Charset) Decode(ReadOnlySpan<byte> bytes, string? mediaType, string? charset, FeedFaultList faults)
    {
        if (OfFirstBytes(bytes) is var (name, skip) && name is not null)
        {
            return (Encoding.GetEncoding(name == "utf-16le" ? "utf-16" : name == "utf-32le" ? "utf-32" : name).GetString(bytes[skip..]), name);
        }
        var isAscii = Ascii.IsValid(bytes);
        var told = FeedCharsets.Normalize(charset);
        if (told is null && isAscii && mediaType is not null && mediaType.StartsWith("text/", StringComparison.Ordinal)
            && mediaType.Contains("xml", StringComparison.Ordinal))
        {
            return (Encoding.Latin1.GetString(bytes), "us-ascii");
        }
        var declared = FeedCharsets.Normalize(Declared(bytes));
        var isUtf8 = isAscii || IsUtf8(bytes, out bytes);
        string?[] candidates = [told, declared, "utf-8"];
        foreach (var candidate in candidates)
        {
            if (candidate is null)
            {
                continue;
            }
            if (isUtf8 && !isAscii && candidate != "utf-8" && ProvesUtf8(bytes, candidate))
            {
                faults.Add(FeedFaultKind.WrongCharset, candidate);
                return (Encoding.UTF8.GetString(bytes), "utf-8");
            }
            if (TryDecode(bytes, candidate, isAscii, isUtf8) is { } text)
            {
                return text;
            }
            if (candidate == told || candidate == declared)
            {
                faults.Add(FeedFaultKind.WrongCharset, candidate);
            }
        }
        return Salvage(bytes, declared ?? told, faults);
    }

    /// <summary>The character set by byte order mark, by the zero bytes of wide characters, or EBCDIC by its look; and the mark's length.</summary>
    private static (string? Name, int Skip) OfFirstBytes(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 4)
        {
            return (null, 0);
        }
        return (bytes[0], bytes[1], bytes[2], bytes[3]) switch
        {
            (0, 0, 0xFE, 0xFF) => ("utf-32be", 4),
            (0xFF, 0xFE, 0, 0) => ("utf-32le", 4),
            (0xFE, 0xFF, _, _) => ("utf-16be", 2),
            (0xFF, 0xFE, _, _) => ("utf-16le", 2),
            (0xEF, 0xBB, 0xBF, _) => Utf8.IsValid(bytes) ? ("utf-8", 3) : (null, 0),
            (0, 0, 0, (byte)'<') => ("utf-32be", 0),
            ((byte)'<', 0, 0, 0) => ("utf-32le", 0),
            // Any two signs of ASCII: markup, an empty line before it, JSON.
            (0, > 0 and < 0x80, 0, > 0 and < 0x80) => ("utf-16be", 0),
            (> 0 and < 0x80, 0, > 0 and < 0x80, 0) => ("utf-16le", 0),
            (0x4C, 0x6F, 0xA7, 0x94) => (Ebcdic(bytes), 0),
            _ => (null, 0),
        };
    }

    private static string Ebcdic(ReadOnlySpan<byte> bytes)
    {
        // The declaration itself can be read in any EBCDIC: its letters have the same places in all.
        var head = Encoding.GetEncoding(37).GetString(bytes[..Math.Min(bytes.Length, DeclarationBytes)]);
        var name = FeedCharsets.Normalize(FeedCharsets.LabelIn(head));
        return name is not null && (name.StartsWith("ibm", StringComparison.Ordinal) || name.StartsWith("cp", StringComparison.Ordinal)) ? name : "ibm037";
    }

    private static string? Declared(ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..Math.Min(bytes.Length, DeclarationBytes)];
        return FeedCharsets.LabelIn(Encoding.Latin1.GetString(head));
    }

    private static (string Text, string Charset)? TryDecode(ReadOnlySpan<byte> bytes, string name, bool isAscii, bool isUtf8)
    {
        if (isAscii && FeedCharsets.KeepsAscii(name))
        {
            return (Encoding.Latin1.GetString(bytes), name);
        }
        switch (name)
        {
            case "us-ascii":
                return null;
            case "utf-8":
                return isUtf8 ? (Encoding.UTF8.GetString(bytes), name) : null;
            case "iso-8859-1" when bytes.ContainsAnyInRange<byte>(0x80, 0x9F):
                return (Encoding.GetEncoding(1252).GetString(bytes), "windows-1252");
        }
        try
        {
            return (Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback).GetString(bytes), name);
        }
        catch (Exception e) when (e is DecoderFallbackException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>No candidate fits: guess where nobody told, else read what was told with replacements.</summary>
    private static (string Text, string Charset) Salvage(ReadOnlySpan<byte> bytes, string? label, FeedFaultList faults)
    {
        if (IsMostlyUtf8(bytes))
        {
            faults.Add(FeedFaultKind.UndecodableBytes);
            return (Encoding.UTF8.GetString(bytes), "utf-8");
        }
        if (label is not null and not ("utf-8" or "us-ascii"))
        {
            try
            {
                faults.Add(FeedFaultKind.UndecodableBytes);
                return (Encoding.GetEncoding(label).GetString(bytes), label);
            }
            catch (ArgumentException)
            {
                // A name nobody knows; go on as if none were told.
            }
        }
        faults.Add(FeedFaultKind.GuessedCharset);
        var guess = FeedCharsetGuess.Of(bytes);
        return (Encoding.GetEncoding(guess).GetString(bytes), guess);
    }

    /// <summary>Whether all of it is UTF-8, but for a last character cut off, which is then left out.</summary>
    private static bool IsUtf8(ReadOnlySpan<byte> bytes, out ReadOnlySpan<byte> whole)
    {
        for (var cut = 0; cut < 4 && cut <= bytes.Length; cut++)
        {
            whole = bytes[..^cut];
            if (Utf8.IsValid(whole))
            {
                return true;
            }
            if (cut < bytes.Length && bytes[^(cut + 1)] < 0x80)
            {
                break;
            }
        }
        whole = bytes;
        return false;
    }

    /// <summary>
    /// Whether valid UTF-8 can be no accident: single-byte texts do not form its sequences; the double-byte sets of East
    /// Asia may form two by chance.
    /// </summary>
    private static bool ProvesUtf8(ReadOnlySpan<byte> bytes, string label)
    {
        var needed = FeedCharsets.IsMultiByte(label) ? 3 : 1;
        var found = 0;
        foreach (var b in bytes)
        {
            if (b >= 0xC2 && ++found >= needed)
            {
                return true;
            }
        }
        return false;
    }

    private static bool IsMostlyUtf8(ReadOnlySpan<byte> bytes)
    {
        var (good, bad) = (0L, 0L);
        while (bytes.IndexOfAnyInRange<byte>(0x80, 0xFF) is >= 0 and var at)
        {
            bytes = bytes[at..];
            var isGood = Rune.DecodeFromUtf8(bytes, out _, out var used) == OperationStatus.Done;
            good += isGood ? 1 : 0;
            bad += isGood ? 0 : 1;
            bytes = bytes[Math.Max(1, used)..];
        }
        return good >= 10 * bad && good > 0;
    }
}
