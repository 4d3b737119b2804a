using Stemma.Model;

namespace Stemma.Text;

/// <summary>
/// Finds the stretches that two texts share. Runs of shared shingles are grown word by word, and joined over small edits
/// (a word put in, left out or changed), so that a lightly edited copy shows as a few long passages.
/// </summary>
internal sealed class ReuseAligner(ReuseIndex index)
{
    /// <summary>Longest edit, in words on either side, that a passage is joined over.</summary>
    private const int LongestEditWords = 12;

    /// <summary>Fewest equal words in a row that count as shared once a passage is near.</summary>
    private const int ShortestRunWords = 3;

    private readonly int[] _places = CreateFilled(index.Count);
    private ReuseText? _against;
    private int[] _againstNumbers = [];

    /// <summary>Sets the text to compare with. Linear in its words.</summary>
    public void Against(ReuseText text, int[] numbers)
    {
        Mark(_againstNumbers, unset: true);
        _against = text;
        _againstNumbers = numbers;
        Mark(numbers, unset: false);
    }

    /// <summary>
    /// The passages that <paramref name="text"/> shares with the text set before, in its order, not overlapping in it. Linear in
    /// its words.
    /// </summary>
    public List<SharedPassage> Align(ReuseText text, int[] numbers, int shingleLengthWords)
    {
        var other = _against ?? throw new InvalidOperationException("Could not align: no text was set to compare with.");
        List<(int A, int B, int Length)> runs = [];
        for (var i = 0; i < numbers.Length;)
        {
            var place = numbers[i] < 0 ? -1 : _places[numbers[i]];
            if (place < 0)
            {
                i++;
                continue;
            }
            var run = Grow(text, other, i, place, shingleLengthWords, runs.Count > 0 ? runs[^1].A + runs[^1].Length : 0);
            runs.Add(run);
            i = run.A + run.Length;
        }
        return Join(text, other, runs);
    }

    private static int[] CreateFilled(int length)
    {
        var places = new int[length];
        Array.Fill(places, -1);
        return places;
    }

    private void Mark(int[] numbers, bool unset)
    {
        for (var i = numbers.Length - 1; i >= 0; i--)
        {
            if (numbers[i] >= 0)
            {
                _places[numbers[i]] = unset ? -1 : i;
            }
        }
    }

    private static (int A, int B, int Length) Grow(ReuseText a, ReuseText b, int startA, int startB, int length, int floorA)
    {
        while (startA > floorA && startB > 0 && a.WordHashes[startA - 1] == b.WordHashes[startB - 1])
        {
            startA--;
            startB--;
            length++;
        }
        while (startA + length < a.Words.Length && startB + length < b.Words.Length
            && a.WordHashes[startA + length] == b.WordHashes[startB + length])
        {
            length++;
        }
        return (startA, startB, length);
    }

    private static List<SharedPassage> Join(ReuseText a, ReuseText b, List<(int A, int B, int Length)> runs)
    {
        List<SharedPassage> passages = [];
        for (var i = 0; i < runs.Count;)
        {
            var (startA, startB, length) = runs[i];
            var endA = startA + length;
            var endB = startB + length;
            var words = length;
            for (i++; ; )
            {
                if (i < runs.Count && IsNear(endA, runs[i].A) && IsNear(endB, runs[i].B))
                {
                    words += runs[i].Length;
                    endA = runs[i].A + runs[i].Length;
                    endB = runs[i].B + runs[i].Length;
                    i++;
                }
                else if (NextRun(a, b, endA, endB, i < runs.Count ? runs[i].A : a.Words.Length) is { Length: > 0 } next)
                {
                    words += next.Length;
                    endA = next.A + next.Length;
                    endB = next.B + next.Length;
                }
                else
                {
                    break;
                }
            }
            passages.Add(new SharedPassage(
                new TextSpan(a.Words[startA].Start, a.Words[endA - 1].End),
                new TextSpan(b.Words[startB].Start, b.Words[endB - 1].End),
                words));
        }
        return passages;
    }

    private static bool IsNear(int end, int start) => start >= end && start - end <= LongestEditWords;

    /// <summary>The nearest run of a few equal words after a small edit; of length 0 if there is none.</summary>
    private static (int A, int B, int Length) NextRun(ReuseText a, ReuseText b, int endA, int endB, int ceilingA)
    {
        for (var edit = 1; edit <= LongestEditWords; edit++)
        {
            for (var inA = 0; inA <= edit; inA++)
            {
                var length = EqualWords(a, b, endA + inA, endB + edit - inA, ceilingA);
                if (length >= ShortestRunWords && length * 2 >= edit)
                {
                    return (endA + inA, endB + edit - inA, length);
                }
            }
        }
        return default;
    }

    private static int EqualWords(ReuseText a, ReuseText b, int startA, int startB, int ceilingA)
    {
        var length = 0;
        while (startA + length < ceilingA && startB + length < b.Words.Length
            && a.WordHashes[startA + length] == b.WordHashes[startB + length])
        {
            length++;
        }
        return length;
    }
}
