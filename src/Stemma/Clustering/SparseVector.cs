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
    /// The <paramref name="limit"/> heaviest entries, scaled to length 1. Entries of weight 0 or less are left out; the terms
    /// must differ. Of equal weights the smaller terms are kept. n log n.
    /// </summary>
    public static SparseVector OfHeaviest(ReadOnlySpan<uint> terms, ReadOnlySpan<float> weights, int limit)
    {
        var ranked = Rank(terms, weights);
        var count = Math.Min(limit, ranked.Length);
        if (count == 0)
        {
            return Empty;
        }
        var keptTerms = new uint[count];
        var keptWeights = new float[count];
        var squares = 0f;
        for (var i = 0; i < count; i++)
        {
            (keptTerms[i], keptWeights[i]) = Unpack(ranked[ranked.Length - 1 - i]);
            squares += keptWeights[i] * keptWeights[i];
        }
        var scale = 1 / MathF.Sqrt(squares);
        for (var i = 0; i < count; i++)
        {
            keptWeights[i] *= scale;
        }
        Array.Sort(keptTerms, keptWeights);
        return new SparseVector(keptTerms, keptWeights);
    }

    /// <summary>The heaviest entries, at most so many, heaviest first; of equal weights the smaller term first.</summary>
    public static List<(uint Term, float Weight)> Heaviest(ReadOnlySpan<uint> terms, ReadOnlySpan<float> weights, int most)
    {
        var ranked = Rank(terms, weights);
        List<(uint, float)> heaviest = new(Math.Min(most, ranked.Length));
        for (var i = ranked.Length - 1; i >= 0 && heaviest.Count < most; i--)
        {
            heaviest.Add(Unpack(ranked[i]));
        }
        return heaviest;
    }

    // A positive float's bits sort as it does: weight and term packed in one number sort ten times faster than by a comparison.
    private static ulong[] Rank(ReadOnlySpan<uint> terms, ReadOnlySpan<float> weights)
    {
        var packed = new ulong[terms.Length];
        var count = 0;
        for (var i = 0; i < packed.Length; i++)
        {
            if (weights[i] > 0)
            {
                packed[count++] = ((ulong)BitConverter.SingleToUInt32Bits(weights[i]) << 32) | ~terms[i];
            }
        }
        Array.Resize(ref packed, count);
        Array.Sort(packed);
        return packed;
    }

    private static (uint Term, float Weight) Unpack(ulong packed) =>
        (~(uint)packed, BitConverter.UInt32BitsToSingle((uint)(packed >> 32)));

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

    public void Write(BinaryWriter writer)
    {
        writer.Write(terms.Length);
        for (var i = 0; i < terms.Length; i++)
        {
            writer.Write(terms[i]);
            writer.Write(weights[i]);
        }
    }

    public static SparseVector Read(BinaryReader reader)
    {
        var count = reader.ReadInt32();
        if (count == 0)
        {
            return Empty;
        }
        var terms = new uint[count];
        var weights = new float[count];
        for (var i = 0; i < count; i++)
        {
            terms[i] = reader.ReadUInt32();
            weights[i] = reader.ReadSingle();
        }
        return new SparseVector(terms, weights);
    }
}
