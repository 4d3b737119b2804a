using System.Globalization;
using System.Text;
using Stemma.Model;

namespace Stemma.Text;

/// <summary>
/// Words of a text with their places: maximal runs of letters and digits, with an apostrophe, a hyphen or, between digits,
/// a point or comma inside. One pass, no recursion.
/// </summary>
public static class WordScanner
{
    /// <summary>The words that begin in <paramref name="span"/>, in order.</summary>
    public static IEnumerable<TextSpan> Scan(string text, TextSpan span)
    {
        for (var i = span.Start; i < span.End;)
        {
            if (!char.IsLetterOrDigit(text[i]))
            {
                i++;
                continue;
            }
            var start = i++;
            while (i < span.End && (char.IsLetterOrDigit(text[i]) || IsMark(text[i]) || JoinsWord(text, i, span.End)))
            {
                i++;
            }
            yield return new TextSpan(start, i);
        }
    }

    /// <summary>Lower case, without accents, with straight apostrophes: the form in which words are compared.</summary>
    public static string Fold(ReadOnlySpan<char> word)
    {
        var plain = true;
        foreach (var c in word)
        {
            plain &= c is >= 'a' and <= 'z' or >= '0' and <= '9';
        }
        if (plain)
        {
            return word.ToString();
        }
        var folded = new StringBuilder(word.Length);
        foreach (var c in word)
        {
            if (c is 'ß')
            {
                folded.Append("ss");
            }
            else if (!IsMark(c))
            {
                folded.Append(c == '’' ? '\'' : LetterFolding.Fold(c));
            }
        }
        return folded.ToString();
    }

    private static bool IsMark(char c) =>
        c >= '\u0300' && CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;

    private static bool JoinsWord(string text, int i, int end)
    {
        if (i + 1 >= end || !char.IsLetterOrDigit(text[i + 1]))
        {
            return false;
        }
        return text[i] switch
        {
            '\'' or '’' or '-' => true,
            '.' => char.IsDigit(text[i - 1]) == char.IsDigit(text[i + 1])
                && (char.IsDigit(text[i - 1]) || IsInitialism(text, i)),
            ',' => char.IsDigit(text[i - 1]) && char.IsDigit(text[i + 1]),
            _ => false,
        };
    }

    // "U.S." and "z.B.", not the end of one sentence and the beginning of the next.
    private static bool IsInitialism(string text, int dot) =>
        (dot < 2 || !char.IsLetter(text[dot - 2]) || text[dot - 2] == '.')
        && (dot + 2 >= text.Length || !char.IsLetter(text[dot + 2]));
}
