using System.Globalization;
using System.Text;
using Stemma.Model;

namespace Stemma.Storage;

/// <summary>Cuts the stretch of a text that shows best why it was found.</summary>
internal static class SnippetCutter
{
    private const int LengthChars = 240;

    /// <summary>
    /// The window with most of the words, and where they stand in it; how the text begins where it has none of them. Words are
    /// compared without case and accents, as the index does. Linear in text times words.
    /// </summary>
    public static (string Snippet, IReadOnlyList<TextSpan> Marks) Cut(string text, IReadOnlyList<string> words)
    {
        var folded = Fold(text);
        List<(TextSpan Span, int Word)> found = [];
        for (var w = 0; w < words.Count; w++)
        {
            found.AddRange(Find(folded, Fold(words[w].TrimEnd('*')), isPrefix: words[w].EndsWith('*')).Select(span => (span, w)));
        }
        found.Sort();
        var from = 0;
        var best = 0;
        for (var i = 0; i < found.Count; i++)
        {
            var distinct = found.Skip(i).TakeWhile(f => f.Span.End - found[i].Span.Start <= LengthChars).Select(f => f.Word).Distinct().Count();
            if (distinct > best)
            {
                (best, from) = (distinct, found[i].Span.Start);
            }
        }
        var start = StartOf(text, from);
        var end = EndOf(text, start + LengthChars);
        var snippet = text[start..end].Replace('\n', ' ');
        return (snippet, [.. found
            .Where(f => f.Span.Start >= start && f.Span.End <= end)
            .Select(f => new TextSpan(f.Span.Start - start, f.Span.End - start))
            .Distinct()]);
    }

    /// <summary>Goes back to the beginning of a sentence, if one is near, else to that of a word.</summary>
    private static int StartOf(string text, int at)
    {
        var least = Math.Max(0, at - (LengthChars / 3));
        for (var i = at; i > least; i--)
        {
            if (text[i - 1] == '\n' || (i >= 2 && text[i - 1] == ' ' && text[i - 2] is '.' or '!' or '?'))
            {
                return i;
            }
        }
        var start = least;
        while (start > 0 && start < at && !char.IsWhiteSpace(text[start - 1]))
        {
            start++;
        }
        return start;
    }

    private static int EndOf(string text, int at)
    {
        if (at >= text.Length)
        {
            return text.Length;
        }
        while (at > 0 && !char.IsWhiteSpace(text[at]))
        {
            at--;
        }
        return at;
    }

    private static IEnumerable<TextSpan> Find(string text, string word, bool isPrefix)
    {
        if (word.Length == 0)
        {
            yield break;
        }
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + word.Length, StringComparison.Ordinal))
        {
            var end = at + word.Length;
            if ((at > 0 && char.IsLetterOrDigit(text[at - 1])) || (!isPrefix && end < text.Length && char.IsLetterOrDigit(text[end])))
            {
                continue;
            }
            while (isPrefix && end < text.Length && char.IsLetterOrDigit(text[end]))
            {
                end++;
            }
            yield return new TextSpan(at, end);
        }
    }

    /// <summary>Lower case without accents, character by character, so that places stay the same.</summary>
    private static string Fold(string text) => string.Create(text.Length, text, static (chars, text) =>
    {
        for (var i = 0; i < chars.Length; i++)
        {
            var c = char.ToLowerInvariant(text[i]);
            if (c > 0x7F && c is < (char)0xD800 or > (char)0xDFFF)
            {
                var whole = c.ToString().Normalize(NormalizationForm.FormD);
                c = CharUnicodeInfo.GetUnicodeCategory(whole[0]) == UnicodeCategory.NonSpacingMark ? c : whole[0];
            }
            chars[i] = c;
        }
    });
}
