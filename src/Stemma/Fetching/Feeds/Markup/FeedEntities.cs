using System.Globalization;
using System.Net;
using System.Text;

namespace Stemma.Fetching;

/// <summary>
/// Resolves character references of a feed: XML's, HTML's, and those its document type defines. References that make
/// no sense stay as they are written.
/// </summary>
internal sealed class FeedEntities(FeedFaultList faults)
{
    // HTML reads &#128; to &#159; as windows-1252, which is what those who write them mean.
    private const string Windows1252 =
        "\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f"
        + "\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178";

    private static readonly UTF8Encoding StrictUtf8 = new(false, true);

    private Dictionary<string, string>? _defined;
    private int _expanded;

    /// <summary>Remembers an entity of the document type, unless it is long or rests on others: those are how feeds explode.</summary>
    public void Define(string name, string value)
    {
        _defined ??= new Dictionary<string, string>(StringComparer.Ordinal);
        if (_defined.Count >= FeedLimits.Entities || value.Length > FeedLimits.EntityLength || value.AsSpan().ContainsAny('%', '<')
            || HoldsNamedReference(value))
        {
            faults.Add(FeedFaultKind.EntityDefinition, name.Length > 40 ? name[..40] : name);
            return;
        }
        _defined.TryAdd(name, value);
    }

    /// <summary>The text with references resolved. Linear in its length.</summary>
    public string Decode(ReadOnlySpan<char> raw)
    {
        var at = raw.IndexOf('&');
        if (at < 0)
        {
            return raw.ToString();
        }
        var text = new StringBuilder(raw.Length);
        var hasHighReference = false;
        while (at >= 0)
        {
            text.Append(raw[..at]);
            raw = raw[at..];
            var used = AppendReference(raw, text, ref hasHighReference);
            if (used == 0)
            {
                faults.Add(FeedFaultKind.BareAmpersand);
                text.Append('&');
                used = 1;
            }
            raw = raw[used..];
            at = raw.IndexOf('&');
        }
        text.Append(raw);
        var decoded = text.ToString();
        return hasHighReference ? Mend(decoded) : decoded;
    }

    /// <summary>Appends what the reference at the start of <paramref name="raw"/> stands for.</summary>
    /// <returns>Characters used up; 0 where it is no reference.</returns>
    private int AppendReference(ReadOnlySpan<char> raw, StringBuilder text, ref bool hasHighReference)
    {
        // No name is longer than 31 characters; an ampersand without a semicolon near it is one that stands for itself.
        var end = raw[..Math.Min(raw.Length, 34)].IndexOf(';');
        if (end < 2)
        {
            return 0;
        }
        var name = raw[1..end];
        switch (name)
        {
            case "amp":
                text.Append('&');
                return end + 1;
            case "lt":
                text.Append('<');
                return end + 1;
            case "gt":
                text.Append('>');
                return end + 1;
            case "quot":
                text.Append('"');
                return end + 1;
            case "apos":
                text.Append('\'');
                return end + 1;
        }
        if (name[0] == '#')
        {
            return AppendNumeric(name[1..], text, ref hasHighReference) ? end + 1 : 0;
        }
        if (_defined is not null && _defined.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var defined))
        {
            _expanded += defined.Length;
            if (_expanded > FeedLimits.EntityExpansion)
            {
                faults.Add(FeedFaultKind.EntityDefinition);
                return 0;
            }
            text.Append(defined.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(defined) : defined);
            return end + 1;
        }
        if (name.ContainsAnyExcept(Letters))
        {
            return 0;
        }
        var reference = raw[..(end + 1)].ToString();
        var decoded = WebUtility.HtmlDecode(reference);
        if (decoded == reference)
        {
            return 0;
        }
        faults.Add(FeedFaultKind.UndeclaredEntity, name.ToString());
        hasHighReference |= decoded[0] is >= '\u0080' and <= '\u00ff';
        text.Append(decoded);
        return end + 1;
    }

    private static readonly System.Buffers.SearchValues<char> Letters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    private static bool AppendNumeric(ReadOnlySpan<char> digits, StringBuilder text, ref bool hasHighReference)
    {
        var isHex = digits.Length > 0 && digits[0] is 'x' or 'X';
        if (!int.TryParse(
            isHex ? digits[1..] : digits,
            isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var code) || code < 0)
        {
            return false;
        }
        hasHighReference |= code is >= 0x80 and <= 0xFF;
        if (Rune.IsValid(code))
        {
            // Control characters are no text in any feed.
            if (code >= 0x20 || code is '\t' or '\n' or '\r')
            {
                text.Append(new Rune(code).ToString());
            }
        }
        else
        {
            text.Append('\ufffd');
        }
        return true;
    }

    /// <summary>
    /// Controls U+0080 to U+009F are no text: they are bytes that a program took for characters. Where the stretch around
    /// them is UTF-8 it is read as that, else they are read as windows-1252. Linear in the length.
    /// </summary>
    internal static string Mend(string text)
    {
        if (text.AsSpan().IndexOfAnyInRange('\u0080', '\u009f') < 0)
        {
            return text;
        }
        var mended = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length;)
        {
            if (text[i] is < '\u0080' or > '\u00ff')
            {
                mended.Append(text[i++]);
                continue;
            }
            var end = i;
            while (end < text.Length && text[end] is >= '\u0080' and <= '\u00ff')
            {
                end++;
            }
            var stretch = text.AsSpan(i, end - i);
            mended.Append(stretch.IndexOfAnyInRange('\u0080', '\u009f') < 0 ? stretch.ToString() : AsUtf8(stretch) ?? AsWindows1252(stretch));
            i = end;
        }
        return mended.ToString();
    }

    private static string? AsUtf8(ReadOnlySpan<char> stretch)
    {
        var bytes = new byte[stretch.Length];
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] = (byte)stretch[i];
        }
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static string AsWindows1252(ReadOnlySpan<char> stretch) => string.Create(stretch.Length, stretch, static (chars, from) =>
    {
        for (var i = 0; i < chars.Length; i++)
        {
            chars[i] = from[i] <= '\u009f' ? Windows1252[from[i] - '\u0080'] : from[i];
        }
    });

    private static bool HoldsNamedReference(string value)
    {
        for (var at = value.IndexOf('&', StringComparison.Ordinal); at >= 0; at = value.IndexOf('&', at + 1))
        {
            if (at + 1 >= value.Length || value[at + 1] != '#')
            {
                return true;
            }
        }
        return false;
    }
}
