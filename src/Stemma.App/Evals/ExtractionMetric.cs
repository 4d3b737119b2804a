using System.Globalization;
using System.Text;

namespace Stemma.App.Evals;

/// <summary>
/// The measure of the scrapinghub article-extraction benchmark: multisets of four-word shingles, counted per page and
/// divided by their sum, so that long pages weigh no more than short ones.
/// </summary>
internal static class ExtractionMetric
{
    private const int ShingleWords = 4;

    /// <summary>True and false positives and false negatives of one page, each in [0, 1], together 1 (or 0 if both are empty).</summary>
    public static (double Right, double Extra, double Missing) Compare(string truth, string found)
    {
        var expected = Shingles(Words(truth));
        var actual = Shingles(Words(found));
        int right = 0, extra = 0, missing = 0;
        foreach (var (shingle, count) in expected)
        {
            var common = Math.Min(count, actual.GetValueOrDefault(shingle));
            right += common;
            missing += count - common;
        }
        foreach (var (shingle, count) in actual)
        {
            extra += count - Math.Min(count, expected.GetValueOrDefault(shingle));
        }
        var sum = (double)Math.Max(1, right + extra + missing);
        return (right / sum, extra / sum, missing / sum);
    }

    /// <summary>Runs of letters, digits and underscores, as the benchmark's <c>\w+</c> finds them.</summary>
    public static List<string> Words(string text)
    {
        List<string> words = [];
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var isWord = i < text.Length && (char.IsLetterOrDigit(text[i]) || text[i] == '_'
                || char.GetUnicodeCategory(text[i]) is UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber);
            if (isWord && start < 0)
            {
                start = i;
            }
            else if (!isWord && start >= 0)
            {
                words.Add(text[start..i]);
                start = -1;
            }
        }
        return words;
    }

    /// <summary>Folds case and drops all but words, after compatibility normalisation: how titles and names are compared.</summary>
    public static string Fold(string text) =>
        string.Join(' ', Words(text.Normalize(NormalizationForm.FormKC).ToLowerInvariant()));

    private static Dictionary<string, int> Shingles(List<string> words)
    {
        Dictionary<string, int> shingles = new(StringComparer.Ordinal);
        var last = Math.Max(1, words.Count - ShingleWords + 1);
        for (var i = 0; i < last && words.Count > 0; i++)
        {
            var shingle = string.Join(' ', words.Skip(i).Take(ShingleWords));
            shingles[shingle] = shingles.GetValueOrDefault(shingle) + 1;
        }
        return shingles;
    }
}
