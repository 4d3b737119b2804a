using Stemma.Model;
using Stemma.Text;

namespace Stemma.Storage;

/// <summary>Words as the index compares them: without case and accents.</summary>
internal static class FoundWords
{
    /// <summary>Lower case without accents, character by character, so that places stay the same.</summary>
    public static string Fold(string text) => string.Create(text.Length, text, static (chars, text) =>
    {
        for (var i = 0; i < chars.Length; i++)
        {
            chars[i] = LetterFolding.Fold(text[i]);
        }
    });

    /// <summary>Where a word or phrase stands.</summary>
    /// <param name="folded">The text, folded.</param>
    /// <param name="word">The word, folded; a closing star stands for any ending.</param>
    public static IEnumerable<TextSpan> Find(string folded, string word)
    {
        var isPrefix = word.EndsWith('*');
        var bare = word.TrimEnd('*');
        if (bare.Length == 0)
        {
            yield break;
        }
        for (var at = folded.IndexOf(bare, StringComparison.Ordinal); at >= 0; at = folded.IndexOf(bare, at + bare.Length, StringComparison.Ordinal))
        {
            var end = at + bare.Length;
            if ((at > 0 && char.IsLetterOrDigit(folded[at - 1])) || (!isPrefix && end < folded.Length && char.IsLetterOrDigit(folded[end])))
            {
                continue;
            }
            while (isPrefix && end < folded.Length && char.IsLetterOrDigit(folded[end]))
            {
                end++;
            }
            yield return new TextSpan(at, end);
        }
    }
}
