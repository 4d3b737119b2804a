using Stemma.Model;

namespace Stemma.Extraction;

/// <summary>Tells pages and plain text from everything else by their first bytes.</summary>
internal static class ContentSniffer
{
    // Larger pages than this were not seen; the largest real one had 5 MB.
    internal const int MaxBytes = 12 * 1024 * 1024;

    /// <summary>Why these bytes cannot hold an article; null if they may.</summary>
    public static (FailureKind Kind, string? Detail)? Refuse(ReadOnlySpan<byte> bytes, string? mediaType)
    {
        if (IsBlank(bytes))
        {
            return (FailureKind.Empty, null);
        }
        if (bytes.Length > MaxBytes)
        {
            return (FailureKind.TooLarge, $"{bytes.Length / (1024 * 1024)} MB, at most {MaxBytes / (1024 * 1024)}");
        }
        var start = bytes[..Math.Min(bytes.Length, 1024)];
        if (start.IndexOf("%PDF-"u8) is >= 0 and < 512)
        {
            return (FailureKind.Pdf, null);
        }
        if (NameOfBinary(start) is { } binary)
        {
            return (FailureKind.UnsupportedType, binary);
        }
        if (IsRefusedType(mediaType))
        {
            return (FailureKind.UnsupportedType, mediaType);
        }
        return IsBinary(bytes) ? (FailureKind.NotText, null) : null;
    }

    /// <summary>Whether a text is a page rather than plain text.</summary>
    public static bool IsHtml(string text, string? mediaType)
    {
        if (mediaType is "text/html" or "application/xhtml+xml")
        {
            return true;
        }
        var start = text.AsSpan(0, Math.Min(text.Length, 4096));
        foreach (var mark in (ReadOnlySpan<string>)["<!doctype html", "<html", "<head", "<body", "<title", "<meta ", "<div", "<article", "<p>", "<script"])
        {
            if (start.Contains(mark, StringComparison.OrdinalIgnoreCase))
            {
                return mediaType != "text/plain" || start.TrimStart().StartsWith("<", StringComparison.Ordinal);
            }
        }
        return false;
    }

    /// <summary>What plain text turns out to be when it is data or code for machines; null for text for people.</summary>
    public static string? NameOfMachineText(string text)
    {
        var start = text.AsSpan().TrimStart();
        if (start.Length == 0)
        {
            return null;
        }
        if (start[0] is '{' or '[' && LooksLikeJson(start))
        {
            return "JSON";
        }
        if (start.StartsWith("<?xml", StringComparison.Ordinal) || start.StartsWith("<rss", StringComparison.Ordinal)
            || start.StartsWith("<svg", StringComparison.Ordinal))
        {
            return "XML";
        }
        var sample = start[..Math.Min(start.Length, 20_000)];
        var braces = sample.Count('{') + sample.Count('}') + sample.Count(';');
        return braces > 10 && braces * 40 > sample.Length ? "code" : null;
    }

    private static bool LooksLikeJson(ReadOnlySpan<char> start)
    {
        var inside = start[1..].TrimStart();
        return inside.Length == 0 || inside[0] is '"' or '{' or '[' or '}' or ']' or '-' || char.IsAsciiDigit(inside[0]);
    }

    private static bool IsRefusedType(string? type) => type is not null
        && (type.StartsWith("image/", StringComparison.Ordinal) || type.StartsWith("audio/", StringComparison.Ordinal)
            || type.StartsWith("video/", StringComparison.Ordinal) || type.StartsWith("font/", StringComparison.Ordinal)
            || type is "application/json" or "text/css" or "text/javascript" or "application/javascript"
                or "application/zip" or "application/gzip" or "application/wasm");

    private static string? NameOfBinary(ReadOnlySpan<byte> start) =>
        start.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47]) ? "PNG image"
        : start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? "JPEG image"
        : start.StartsWith("GIF8"u8) ? "GIF image"
        : start.StartsWith("RIFF"u8) ? "picture or sound"
        : start.StartsWith((ReadOnlySpan<byte>)[0x50, 0x4B, 0x03, 0x04]) ? "ZIP archive"
        : start.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]) ? "gzip archive"
        : start.StartsWith((ReadOnlySpan<byte>)[0x7F, 0x45, 0x4C, 0x46]) ? "program"
        : null;

    private static bool IsBlank(ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes)
        {
            if (b is not ((byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t' or 0xEF or 0xBB or 0xBF or 0))
            {
                return false;
            }
        }
        return true;
    }

    private static bool IsBinary(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return false;
        }
        var sample = bytes[..Math.Min(bytes.Length, 64 * 1024)];
        var controls = 0;
        foreach (var b in sample)
        {
            controls += b < 0x20 && b is not (0x09 or 0x0A or 0x0C or 0x0D or 0x1B or 0x08 or 0x0B) ? 1 : 0;
        }
        return controls * 100L > sample.Length;
    }
}
