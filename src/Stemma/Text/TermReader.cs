using System.Globalization;
using Stemma.Model;

namespace Stemma.Text;

/// <summary>
/// Cuts text into terms that compare across inflection and spelling: lower case, accents dropped from Latin letters,
/// possessive and plural <c>s</c> dropped, thousands separators dropped from numbers. Chinese and Japanese give
/// overlapping pairs of signs. Knows no language.
/// </summary>
internal static class TermReader
{
    private const int LongestTerm = 40;

    /// <summary>
    /// The terms of the first <paramref name="limitChars"/> code units, in order; empty for an empty text. One pass.
    /// </summary>
    public static List<Term> Read(string text, int limitChars = int.MaxValue)
    {
        var end = Math.Min(text.Length, limitChars);
        List<Term> terms = new(end / 6);
        Span<char> folded = stackalloc char[LongestTerm];
        var startsSentence = true;
        for (var i = 0; i < end;)
        {
            var c = text[i];
            if (IsIdeograph(c))
            {
                if (i + 1 < end && IsIdeograph(text[i + 1]))
                {
                    terms.Add(new Term(TermHash.Of(text.AsSpan(i, 2)), new TextSpan(i, i + 2), TermShape.Ideographic, false));
                }
                i++;
            }
            else if (char.IsLetterOrDigit(c))
            {
                var stop = char.IsDigit(c) ? NumberEnd(text, i, end) : InitialsEnd(text, i, end) ?? WordEnd(text, i, end);
                var length = char.IsDigit(c) ? FoldNumber(text.AsSpan(i, stop - i), folded) : FoldWord(text.AsSpan(i, stop - i), folded);
                if (length > 0)
                {
                    terms.Add(new Term(TermHash.Of(folded[..length]), new TextSpan(i, stop), ShapeOf(text.AsSpan(i, stop - i)), startsSentence));
                }
                startsSentence = false;
                i = stop;
            }
            else
            {
                startsSentence |= c is '.' or '!' or '?' or ':' or ';' or '"' or '“' or '„' or '«' or '\n' or '•' or '。' or '-' or '—' or '–';
                i++;
            }
        }
        return terms;
    }

    private static bool IsIdeograph(char c) => c is >= '\u3040' and <= '\u30FF' or >= '\u3400' and <= '\u9FFF';

    private static int WordEnd(string text, int start, int end)
    {
        var i = start;
        while (i < end && (char.IsLetterOrDigit(text[i]) && !IsIdeograph(text[i])
            || char.GetUnicodeCategory(text[i]) == UnicodeCategory.NonSpacingMark
            || (text[i] is '\'' or '’' && i + 1 < end && char.IsLetter(text[i + 1]))))
        {
            i++;
        }
        return Math.Max(i, start + 1);
    }

    /// <summary>The end of "U.S." and its like, without the last full stop; null where no such word stands.</summary>
    private static int? InitialsEnd(string text, int start, int end)
    {
        var i = start;
        while (i + 1 < end && char.IsUpper(text[i]) && text[i + 1] == '.')
        {
            i += 2;
        }
        return i - start < 4 || (i < end && char.IsLetterOrDigit(text[i])) ? null : i - 1;
    }

    private static int NumberEnd(string text, int start, int end)
    {
        var i = start;
        while (i < end && (char.IsLetterOrDigit(text[i]) && !IsIdeograph(text[i])
            || (text[i] is '.' or ',' && i + 1 < end && char.IsDigit(text[i + 1]) && char.IsDigit(text[i - 1]))))
        {
            i++;
        }
        return i;
    }

    /// <summary>Drops "," and "." before exactly three digits: 1,200 and 1.200 are one number; 4.5 stays.</summary>
    private static int FoldNumber(ReadOnlySpan<char> word, Span<char> folded)
    {
        var length = 0;
        for (var i = 0; i < word.Length && length < LongestTerm; i++)
        {
            var c = word[i];
            if (c is '.' or ',')
            {
                if (IsThousands(word[(i + 1)..]))
                {
                    continue;
                }
                c = '.';
            }
            folded[length++] = char.ToLowerInvariant(c);
        }
        return length;
    }

    private static bool IsThousands(ReadOnlySpan<char> rest)
    {
        var digits = 0;
        while (digits < rest.Length && char.IsDigit(rest[digits]))
        {
            digits++;
        }
        return digits == 3;
    }

    private static int FoldWord(ReadOnlySpan<char> word, Span<char> folded)
    {
        var length = 0;
        foreach (var c in word)
        {
            if (c == '.')
            {
                continue; // U.S. is US
            }
            if (c is '\'' or '’')
            {
                break; // possessive or contraction: what follows tells nothing
            }
            if (length < LongestTerm && char.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                folded[length++] = LetterFolding.Fold(c);
            }
        }
        if (length == 0)
        {
            return 0;
        }
        return length > 3 && folded[length - 1] == 's' && folded[length - 2] is not ('s' or 'u' or 'i') ? length - 1 : length;
    }

    private static TermShape ShapeOf(ReadOnlySpan<char> word)
    {
        if (char.IsDigit(word[0]))
        {
            return TermShape.Number;
        }
        if (!char.IsUpper(word[0]))
        {
            return TermShape.Lower;
        }
        var upper = 0;
        var letters = 0;
        foreach (var c in word)
        {
            upper += char.IsUpper(c) ? 1 : 0;
            letters += c == '.' ? 0 : 1;
        }
        return upper > 1 && upper == letters ? TermShape.AllCapitals : TermShape.Capitalised;
    }
}
