using System.Buffers;
using System.Text;

namespace Stemma.Fetching;

/// <summary>Decodes lists and pages for <see cref="MarkupScanner"/>: byte order mark, else UTF-8 if it is that, else the label.</summary>
internal static class MarkupText
{
    private static readonly SearchValues<char> EndOfLabel = SearchValues.Create("\"' />?;");

    /// <summary>The text. Never throws; what cannot be decoded becomes U+FFFD.</summary>
    /// <param name="bytes">As they came.</param>
    /// <param name="charset">The server's word; null for none.</param>
    public static string Decode(ReadOnlySpan<byte> bytes, string? charset)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            return Encoding.UTF8.GetString(bytes[3..]);
        }
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith("<\0"u8))
        {
            return Encoding.Unicode.GetString(bytes[0] == (byte)'<' ? bytes : bytes[2..]);
        }
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) || bytes.StartsWith("\0<"u8))
        {
            return Encoding.BigEndianUnicode.GetString(bytes[0] == 0 ? bytes : bytes[2..]);
        }
        if (System.Text.Unicode.Utf8.IsValid(bytes))
        {
            return Encoding.UTF8.GetString(bytes);
        }
        return (Find(charset) ?? Find(Label(bytes)) ?? Encoding.UTF8).GetString(bytes);
    }

    private static string? Label(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 2048)]);
        foreach (var mark in (ReadOnlySpan<string>)["encoding=", "charset="])
        {
            if (head.IndexOf(mark, StringComparison.OrdinalIgnoreCase) is >= 0 and var at)
            {
                var rest = head.AsSpan(at + mark.Length).TrimStart("\"' ");
                var end = rest.IndexOfAny(EndOfLabel);
                return end > 0 ? rest[..end].ToString() : null;
            }
        }
        return null;
    }

    private static Encoding? Find(string? label)
    {
        if (label is null)
        {
            return null;
        }
        try
        {
            return label.Equals("iso-8859-1", StringComparison.OrdinalIgnoreCase) || label.Equals("us-ascii", StringComparison.OrdinalIgnoreCase)
                ? CodePagesEncodingProvider.Instance.GetEncoding(1252)
                : CodePagesEncodingProvider.Instance.GetEncoding(label) ?? Encoding.GetEncoding(label);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
