using System.Net;
using System.Text;

namespace Stemma.Extraction.Html;

/// <summary>Resolves character references, as browsers do where pages really differ from the rules.</summary>
internal static class HtmlEntities
{
    // HTML reads &#128; to &#159; as windows-1252, which is what those who write them mean.
    private const string Windows1252 =
        "\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f"
        + "\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178";

    /// <summary>The text with character references resolved. Linear in its length.</summary>
    public static string Decode(ReadOnlySpan<char> raw)
    {
        if (!raw.Contains('&'))
        {
            return raw.ToString();
        }
        var text = WebUtility.HtmlDecode(raw.ToString());
        return raw.Contains("&#", StringComparison.Ordinal) ? RemapControls(text) : text;
    }

    private static string RemapControls(string text)
    {
        if (text.AsSpan().IndexOfAnyInRange('\u0080', '\u009f') < 0)
        {
            return text;
        }
        var mapped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            mapped.Append(c is >= '\u0080' and <= '\u009f' ? Windows1252[c - '\u0080'] : c);
        }
        return mapped.ToString();
    }
}
