namespace Stemma.Clustering;

/// <summary>Orders weighed terms by weight. Keeps its room between calls, since every article passes through it several times.</summary>
internal sealed class HeaviestTerms
{
    private ulong[] _packed = new ulong[512];

    /// <summary>
    /// The heaviest entries, at most so many, heaviest first; of equal weights the smaller term first. Entries of weight 0 or
    /// less are left out. Valid until the next call. n log n.
    /// </summary>
    public ReadOnlySpan<ulong> Rank(ReadOnlySpan<uint> terms, ReadOnlySpan<float> weights, int most)
    {
        if (_packed.Length < terms.Length)
        {
            _packed = new ulong[terms.Length * 2];
        }
        var count = 0;
        for (var i = 0; i < terms.Length; i++)
        {
            if (weights[i] > 0)
            {
                // A positive float's bits sort as it does: weight and term packed in one number sort ten times faster than by a
                // comparison. Turned over, so that the heaviest comes first.
                _packed[count++] = ((ulong)~BitConverter.SingleToUInt32Bits(weights[i]) << 32) | terms[i];
            }
        }
        var packed = _packed.AsSpan(0, count);
        packed.Sort();
        return packed[..Math.Min(most, count)];
    }

    /// <summary>What a packed number of <see cref="Rank"/> stands for.</summary>
    public static (uint Term, float Weight) Unpack(ulong packed) => ((uint)packed, BitConverter.UInt32BitsToSingle(~(uint)(packed >> 32)));
}
