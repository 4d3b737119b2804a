using System.Text.RegularExpressions;

namespace Stemma.App.Evals;

/// <summary>Shared text counted the plain way, with strings and sets: what the fast way is held against.</summary>
internal static partial class ExactShingles
{
    private const int LengthWords = 8;

    /// <summary>All runs of eight words, in lower case.</summary>
    public static HashSet<string> Of(string text)
    {
        var words = Word.Matches(text.ToLowerInvariant()).Select(m => m.Value).ToList();
        return [.. Enumerable.Range(0, Math.Max(0, words.Count - LengthWords + 1)).Select(i => string.Join(' ', words.Skip(i).Take(LengthWords)))];
    }

    /// <summary>Share of the smaller set that stands in the other, in [0, 1]; 0 if one is empty.</summary>
    public static double Containment(HashSet<string> left, HashSet<string> right)
    {
        var (small, large) = left.Count <= right.Count ? (left, right) : (right, left);
        return small.Count == 0 ? 0 : (double)small.Count(large.Contains) / small.Count;
    }

    [GeneratedRegex(@"\w+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Word { get; }
}
