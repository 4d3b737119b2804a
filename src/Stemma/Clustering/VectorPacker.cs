namespace Stemma.Clustering;

/// <summary>Makes the vectors of one article side by side in one array. Used again for each article.</summary>
internal sealed class VectorPacker
{
    private readonly HeaviestTerms _heaviest = new();
    private readonly List<int> _counts = [];
    private uint[] _numbers = new uint[1024];
    private ulong[] _sorted = new ulong[256];
    private int _length;

    /// <summary>
    /// Adds the vector of the <paramref name="limit"/> heaviest entries, scaled to length 1. Entries of weight 0 or less are left
    /// out; the terms must differ. Of equal weights the smaller terms are kept. n log n.
    /// </summary>
    public void AddHeaviest(ReadOnlySpan<uint> terms, ReadOnlySpan<float> weights, int limit)
    {
        var ranked = _heaviest.Rank(terms, weights, limit);
        _counts.Add(ranked.Length);
        if (ranked.Length == 0)
        {
            return;
        }
        Fit(ranked.Length);
        var squares = 0f;
        foreach (var entry in ranked)
        {
            var (_, weight) = HeaviestTerms.Unpack(entry);
            squares += weight * weight;
        }
        var scale = 1 / MathF.Sqrt(squares);
        for (var i = 0; i < ranked.Length; i++)
        {
            var (term, weight) = HeaviestTerms.Unpack(ranked[i]);
            _sorted[i] = ((ulong)term << 32) | BitConverter.SingleToUInt32Bits(weight * scale);
        }
        var sorted = _sorted.AsSpan(0, ranked.Length);
        sorted.Sort();
        for (var i = 0; i < sorted.Length; i++)
        {
            _numbers[_length + i] = (uint)(sorted[i] >> 32);
            _numbers[_length + sorted.Length + i] = (uint)sorted[i];
        }
        _length += 2 * sorted.Length;
    }

    /// <summary>The vectors in the order they were added; the packer is empty again.</summary>
    public SparseVector[] Pack()
    {
        var numbers = _numbers.AsSpan(0, _length).ToArray();
        var vectors = new SparseVector[_counts.Count];
        for (int i = 0, start = 0; i < vectors.Length; i++)
        {
            vectors[i] = new SparseVector(numbers, start, _counts[i]);
            start += 2 * _counts[i];
        }
        _counts.Clear();
        _length = 0;
        return vectors;
    }

    private void Fit(int count)
    {
        if (_sorted.Length < count)
        {
            _sorted = new ulong[count * 2];
        }
        if (_numbers.Length < _length + (2 * count))
        {
            Array.Resize(ref _numbers, (_length + (2 * count)) * 2);
        }
    }
}
