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
        var folded = FoundWords.Fold(text);
        List<(TextSpan Span, int Word)> found = [];
        for (var w = 0; w < words.Count; w++)
        {
            found.AddRange(FoundWords.Find(folded, FoundWords.Fold(words[w])).Select(span => (span, w)));
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
}
