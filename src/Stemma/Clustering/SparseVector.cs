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

    /// <summary>The heaviest entries, at most so many, heaviest first; ties by term.</summary>
    public IEnumerable<(uint Term, float Weight)> Heaviest(int most) =>
        Enumerable.Range(0, Count)
            .OrderByDescending(i => weights[i]).ThenBy(i => terms[i])
            .Take(most).Select(i => (terms[i], weights[i]));

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
        var i = PlaceOf(term);
        return i < 0 ? 0 : weights[i];
    }

    /// <summary>Where a term stands among <see cref="Terms"/>; negative if it does not.</summary>
    public int PlaceOf(uint term) => Array.BinarySearch(terms, term);

    /// <summary>Adds to each place the product of the weights of its term in both.</summary>
    public void AddProducts(SparseVector other, Span<float> sums)
    {
        for (int i = 0, j = 0; i < Count && j < other.Count;)
        {
            var x = terms[i];
            var y = other.Terms[j];
            if (x == y)
            {
                sums[i] += weights[i] * other.Weights[j];
            }
            i += x <= y ? 1 : 0;
            j += y <= x ? 1 : 0;
        }
    }

    /// <summary>Share of the squared weight of this that lies on terms of the other, in [0, 1]; 0 if one is empty.</summary>
    public float CoveredBy(SparseVector other)
    {
        float covered = 0, all = 0;
        for (int i = 0, j = 0; i < Count;)
        {
            var y = j < other.Count ? other.Terms[j] : uint.MaxValue;
            if (terms[i] <= y)
            {
                var square = weights[i] * weights[i];
                covered += terms[i] == y ? square : 0;
                all += square;
                i++;
            }
            else
            {
                j++;
            }
        }
        return all > 0 ? covered / all : 0;
    }
}
