namespace Stemma.Clustering;

/// <summary>Weights of terms, sorted by term, for fast merging. Immutable.</summary>
internal sealed class SparseVector(uint[] terms, float[] weights)
{
    public static SparseVector Empty { get; } = new([], []);

    public int Count => terms.Length;

    public ReadOnlySpan<uint> Terms => terms;

    public ReadOnlySpan<float> Weights => weights;

    public bool IsEmpty => terms.Length == 0;

    /// <summary>
    /// The <paramref name="limit"/> heaviest entries, scaled to length 1. Entries of weight 0 or less are left out; the
    /// terms must differ. Ties are broken by term.
    /// </summary>
    public static SparseVector OfHeaviest(List<(uint Term, float Weight)> entries, int limit, bool scaleToOne = true)
    {
        entries.RemoveAll(static e => e.Weight <= 0);
        if (entries.Count > limit)
        {
            entries.Sort(static (x, y) => x.Weight != y.Weight ? y.Weight.CompareTo(x.Weight) : x.Term.CompareTo(y.Term));
            entries.RemoveRange(limit, entries.Count - limit);
        }
        if (entries.Count == 0)
        {
            return Empty;
        }
        entries.Sort(static (x, y) => x.Term.CompareTo(y.Term));
        var sum = 0.0;
        foreach (var (_, weight) in entries)
        {
            sum += (double)weight * weight;
        }
        var scale = scaleToOne ? (float)(1 / Math.Sqrt(sum)) : 1f;
        var terms = new uint[entries.Count];
        var weights = new float[entries.Count];
        for (var i = 0; i < terms.Length; i++)
        {
            terms[i] = entries[i].Term;
            weights[i] = entries[i].Weight * scale;
        }
        return new SparseVector(terms, weights);
    }

    /// <summary>Sum of products over the terms in both. Linear in both lengths.</summary>
    public float Dot(SparseVector other)
    {
        var left = Terms;
        var right = other.Terms;
        var sum = 0f;
        for (int i = 0, j = 0; i < left.Length && j < right.Length;)
        {
            var x = left[i];
            var y = right[j];
            if (x == y)
            {
                sum += weights[i++] * other.Weights[j++];
            }
            else
            {
                // Without branches: the processor cannot foresee which of the two is smaller.
                i += x < y ? 1 : 0;
                j += y < x ? 1 : 0;
            }
        }
        return sum;
    }

    /// <summary>The weight of a term; 0 if absent. A binary search.</summary>
    public float WeightOf(uint term)
    {
        var i = Array.BinarySearch(terms, term);
        return i < 0 ? 0 : weights[i];
    }

    /// <summary>The sum of both, cut to its heaviest entries.</summary>
    public SparseVector Plus(SparseVector other, int limit)
    {
        List<(uint, float)> entries = new(Count + other.Count);
        for (int i = 0, j = 0; i < Count || j < other.Count;)
        {
            if (j == other.Count || (i < Count && terms[i] < other.Terms[j]))
            {
                entries.Add((terms[i], weights[i]));
                i++;
            }
            else if (i == Count || terms[i] > other.Terms[j])
            {
                entries.Add((other.Terms[j], other.Weights[j]));
                j++;
            }
            else
            {
                entries.Add((terms[i], weights[i] + other.Weights[j]));
                i++;
                j++;
            }
        }
        return OfHeaviest(entries, limit, scaleToOne: false);
    }

    /// <summary>Euclidean length.</summary>
    public float Length() => MathF.Sqrt(Dot(this));
}
