using Stemma.Model;
using Stemma.Text;

namespace Stemma.Briefing;

/// <summary>
/// Aligns the words of two stretches of text by their longest common subsequence (Wagner and Fischer 1974), folded, function
/// words included. Cost is the product of the two lengths; stretches are cut at <see cref="MaxWords"/>.
/// </summary>
internal sealed class WordAlignment
{
    /// <summary>Words of a stretch beyond this are left out: no quote or sentence worth aligning is longer.</summary>
    public const int MaxWords = 400;

    private readonly IReadOnlyList<TextSpan> _partsB;

    private WordAlignment(
        IReadOnlyList<TextSpan> a, IReadOnlyList<TextSpan> b, IReadOnlyList<TextSpan> partsB, IReadOnlyList<(int A, int B)> pairs) =>
        (A, B, _partsB, Pairs) = (a, b, partsB, pairs);

    /// <summary>The words of the first stretch.</summary>
    public IReadOnlyList<TextSpan> A { get; }

    /// <summary>The words of the second stretch.</summary>
    public IReadOnlyList<TextSpan> B { get; }

    /// <summary>Indexes of equal words, rising on both sides.</summary>
    public IReadOnlyList<(int A, int B)> Pairs { get; }

    /// <summary>Aligns the words of the parts of one text with those of the parts of another, in order.</summary>
    public static WordAlignment Of(string textA, IEnumerable<TextSpan> partsA, string textB, IReadOnlyList<TextSpan> partsB)
    {
        var a = Words(textA, partsA);
        var b = Words(textB, partsB);
        var wordsA = a.Select(w => Key(textA, w)).ToArray();
        var wordsB = b.Select(w => Key(textB, w)).ToArray();
        var length = new ushort[a.Count + 1, b.Count + 1];
        for (var i = a.Count - 1; i >= 0; i--)
        {
            for (var j = b.Count - 1; j >= 0; j--)
            {
                length[i, j] = wordsA[i] == wordsB[j]
                    ? (ushort)(length[i + 1, j + 1] + 1)
                    : Math.Max(length[i + 1, j], length[i, j + 1]);
            }
        }
        List<(int A, int B)> pairs = [];
        for (int i = 0, j = 0; i < a.Count && j < b.Count;)
        {
            if (wordsA[i] == wordsB[j])
            {
                pairs.Add((i++, j++));
            }
            else if (length[i + 1, j] >= length[i, j + 1])
            {
                i++;
            }
            else
            {
                j++;
            }
        }
        return new WordAlignment(a, b, partsB, pairs);
    }

    /// <summary>
    /// Number of words of the longest common subsequence of two word lists. Time is the product of their lengths, memory one
    /// row; words beyond <see cref="MaxWords"/> are left out.
    /// </summary>
    public static int LongestCommon(IReadOnlyList<string> a, IReadOnlyList<string> b)
    {
        var (n, m) = (Math.Min(a.Count, MaxWords), Math.Min(b.Count, MaxWords));
        var row = new int[m + 1];
        for (var i = 0; i < n; i++)
        {
            var diagonal = 0;
            for (var j = 1; j <= m; j++)
            {
                var above = row[j];
                row[j] = a[i] == b[j - 1] ? diagonal + 1 : Math.Max(above, row[j - 1]);
                diagonal = above;
            }
        }
        return row[m];
    }

    /// <summary>Number of words of the longest run that both lists hold; cost and bounds as of <see cref="LongestCommon"/>.</summary>
    public static int LongestRun(IReadOnlyList<string> a, IReadOnlyList<string> b)
    {
        var (n, m) = (Math.Min(a.Count, MaxWords), Math.Min(b.Count, MaxWords));
        var row = new int[m + 1];
        var longest = 0;
        for (var i = 0; i < n; i++)
        {
            for (var j = m; j >= 1; j--)
            {
                row[j] = a[i] == b[j - 1] ? row[j - 1] + 1 : 0;
                longest = Math.Max(longest, row[j]);
            }
        }
        return longest;
    }

    /// <summary>The words of the second stretch that have no partner, neighbours within one part joined to one span.</summary>
    public IReadOnlyList<TextSpan> OnlyInB()
    {
        var paired = Pairs.Select(p => p.B).ToHashSet();
        List<TextSpan> alone = [];
        for (var j = 0; j < B.Count; j++)
        {
            if (paired.Contains(j))
            {
                continue;
            }
            if (alone.Count > 0 && j > 0 && alone[^1].End == B[j - 1].End
                && _partsB.Any(p => p.Contains(alone[^1]) && p.Contains(B[j])))
            {
                alone[^1] = new TextSpan(alone[^1].Start, B[j].End);
            }
            else
            {
                alone.Add(B[j]);
            }
        }
        return alone;
    }

    // British and American spellings are one wording.
    private static string Key(string text, TextSpan word) =>
        WordScanner.Fold(text.AsSpan(word.Start, word.Length)).Replace("isation", "ization", StringComparison.Ordinal);

    private static List<TextSpan> Words(string text, IEnumerable<TextSpan> parts) =>
        [.. parts.SelectMany(p => WordScanner.Scan(text, p)).Take(MaxWords)];
}
