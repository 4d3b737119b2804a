using System.Buffers;
using System.Text;

namespace Stemma.App.Ui;

/// <summary>
/// Takes out of a text what would act on the reader's screen instead of being read: control characters (C0, C1 and DEL,
/// with which a title could move the cursor or recolour a terminal), the marks that reorder whole lines, and halves of
/// surrogate pairs. Nothing else is changed, so what is shown stays verbatim.
/// </summary>
public static class CleanText
{
    private static readonly SearchValues<char> Suspects = SearchValues.Create(
        [
            .. Enumerable.Range(0, 0x20).Concat(Enumerable.Range(0x7F, 0x21)).Select(c => (char)c),
            .. "\u2028\u2029\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069\uFFFE\uFFFF",
            .. Enumerable.Range(0xD800, 0x800).Select(c => (char)c),
        ]);

    /// <summary>What a person or a program gave as a short text: clean, without space around it, cut at so many characters; null for nothing.</summary>
    public static string? Line(string? text, int mostChars) =>
        Of(text ?? "").Trim() is { Length: > 0 } line ? line[..Math.Min(line.Length, mostChars)] : null;

    /// <summary>The text on one line, without what acts on the screen. Linear; most texts are returned as they are.</summary>
    public static string Of(string text)
    {
        var at = text.AsSpan().IndexOfAny(Suspects);
        if (at < 0)
        {
            return text;
        }
        var clean = new StringBuilder(text.Length).Append(text, 0, at);
        for (var i = at; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                clean.Append(c).Append(text[++i]);
            }
            else if (!Suspects.Contains(c))
            {
                clean.Append(c);
            }
            else if (c is '\n' or '\t' or '\r' or '\u2028' or '\u2029' && clean.Length > 0 && clean[^1] != ' ')
            {
                clean.Append(' ');
            }
        }
        return clean.ToString();
    }
}
