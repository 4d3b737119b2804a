using System.Globalization;

namespace Stemma.Extraction;

/// <summary>Counts words well enough to weigh blocks against each other in any script.</summary>
internal static class WordCounter
{
    /// <summary>
    /// Runs of letters and digits; in scripts written without spaces two letters count as a word. Linear in the text.
    /// </summary>
    public static int Count(ReadOnlySpan<char> text)
    {
        var words = 0;
        var unspaced = 0;
        var inWord = false;
        foreach (var c in text)
        {
            if (IsUnspaced(c))
            {
                unspaced++;
                inWord = false;
                continue;
            }
            var isLetter = char.IsAsciiLetterOrDigit(c) || (c > '\u007f' && IsWordCategory(c)) || (inWord && c is '\'' or '’');
            words += isLetter && !inWord ? 1 : 0;
            inWord = isLetter;
        }
        return words + ((unspaced + 1) / 2);
    }

    private static bool IsWordCategory(char c) =>
        char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>Han, Hiragana, Katakana, Thai, Lao, Khmer.</summary>
    private static bool IsUnspaced(char c) =>
        c is (>= '\u3040' and <= '\u30ff') or (>= '\u3400' and <= '\u9fff') or (>= '\u0e00' and <= '\u0eff')
            or (>= '\u1780' and <= '\u17ff');
}
