namespace Stemma.Text;

/// <summary>
/// A small fair sample of the shingles of a text: those with the smallest hashes (Broder 1997, "bottom-k"). Two texts
/// sample the same shingles, so the share of the sample in common tells the share of the text in common.
/// </summary>
internal static class MinHashSketch
{
    /// <summary>The <paramref name="size"/> smallest hashes of runs of words, sorted; fewer for a short text.</summary>
    public static uint[] Of(List<Term> words, int shingleLengthWords, int size)
    {
        if (words.Count < shingleLengthWords)
        {
            return [];
        }
        var hashes = new uint[words.Count - shingleLengthWords + 1];
        for (var i = 0; i < hashes.Length; i++)
        {
            var hash = 0u;
            for (var j = 0; j < shingleLengthWords; j++)
            {
                hash = TermHash.Join(hash, words[i + j].Hash);
            }
            hashes[i] = hash;
        }
        Array.Sort(hashes);
        var distinct = 0;
        for (var i = 0; i < hashes.Length && distinct < size; i++)
        {
            if (i == 0 || hashes[i] != hashes[distinct - 1])
            {
                hashes[distinct++] = hashes[i];
            }
        }
        return hashes[..distinct];
    }

    /// <summary>
    /// Estimated resemblance in [0, 1]: among the smallest hashes of both together, the share that both hold. 0 if one is
    /// empty. Linear in the sketches.
    /// </summary>
    public static float Resemblance(ReadOnlySpan<uint> left, ReadOnlySpan<uint> right)
    {
        if (!SortedNumbers.Meet(left, right))
        {
            return 0;
        }
        var most = Math.Min(left.Length, right.Length);
        var shared = 0;
        var seen = 0;
        for (int i = 0, j = 0; seen < most && i < left.Length && j < right.Length; seen++)
        {
            var x = left[i];
            var y = right[j];
            shared += x == y ? 1 : 0;
            i += x <= y ? 1 : 0;
            j += y <= x ? 1 : 0;
        }
        return seen == 0 ? 0 : (float)shared / seen;
    }
}
