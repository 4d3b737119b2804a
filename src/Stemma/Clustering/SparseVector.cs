using System.Runtime.InteropServices;
using Stemma.Text;

namespace Stemma.Clustering;

/// <summary>
/// Weights of terms, sorted by term, for fast merging. Immutable: a view of a part of an array that an article keeps all its
/// vectors in, so that 200,000 open articles are not two million arrays. The default is empty.
/// </summary>
internal readonly struct SparseVector
{
    private const int MostOnStack = 1024;

    // The terms, then as many weights as the bits of floats.
    private readonly uint[]? _numbers;
    private readonly int _start;
    private readonly int _count;

    /// <summary>A view of <paramref name="count"/> terms and, behind them, their weights.</summary>
    public SparseVector(uint[] numbers, int start, int count) => (_numbers, _start, _count) = (numbers, start, count);

    public static SparseVector Empty => default;

    public int Count => _count;

    public ReadOnlySpan<uint> Terms => new(_numbers, _start, _count);

    public ReadOnlySpan<float> Weights => MemoryMarshal.Cast<uint, float>(new ReadOnlySpan<uint>(_numbers, _start + _count, _count));

    /// <summary>Terms and weights, as they lie in memory.</summary>
    public ReadOnlySpan<uint> Numbers => new(_numbers, _start, 2 * _count);

    public bool IsEmpty => _count == 0;

    /// <summary>
    /// The <paramref name="limit"/> heaviest entries, scaled to length 1. Entries of weight 0 or less are left out; the terms
    /// must differ. Of equal weights the smaller terms are kept. n log n.
    /// </summary>
    public static SparseVector OfHeaviest(ReadOnlySpan<uint> terms, ReadOnlySpan<float> weights, int limit)
    {
        var packer = new VectorPacker();
        packer.AddHeaviest(terms, weights, limit);
        return packer.Pack()[0];
    }

    /// <summary>Sum of products over the terms in both. Linear in both lengths.</summary>
    public float Dot(SparseVector other)
    {
        var left = Terms;
        var right = other.Terms;
        var room = 2 * Math.Min(left.Length, right.Length);
        if (room == 0)
        {
            return 0;
        }
        var places = room <= MostOnStack ? stackalloc int[room] : new int[room];
        var mine = Weights;
        var others = other.Weights;
        var sum = 0f;
        var count = SortedNumbers.Match(left, right, places);
        for (var i = 0; i < count; i++)
        {
            sum += mine[places[2 * i]] * others[places[(2 * i) + 1]];
        }
        return sum;
    }

    /// <summary>The weight of a term; 0 if absent. A binary search.</summary>
    public float WeightOf(uint term)
    {
        var i = PlaceOf(term);
        return i < 0 ? 0 : Weights[i];
    }

    /// <summary>Where a term stands among <see cref="Terms"/>; negative if it does not.</summary>
    public int PlaceOf(uint term) => Terms.BinarySearch(term);

    /// <summary>Adds to each place the product of the weights of its term in both.</summary>
    public void AddProducts(SparseVector other, Span<float> sums)
    {
        var left = Terms;
        var right = other.Terms;
        var room = 2 * Math.Min(left.Length, right.Length);
        var places = room <= MostOnStack ? stackalloc int[room] : new int[room];
        var mine = Weights;
        var others = other.Weights;
        var count = SortedNumbers.Match(left, right, places);
        for (var i = 0; i < count; i++)
        {
            var at = places[2 * i];
            sums[at] += mine[at] * others[places[(2 * i) + 1]];
        }
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(_count);
        for (var i = 0; i < _count; i++)
        {
            writer.Write(Terms[i]);
            writer.Write(Weights[i]);
        }
    }

    public static SparseVector Read(BinaryReader reader)
    {
        var count = reader.ReadInt32();
        if (count == 0)
        {
            return Empty;
        }
        var numbers = new uint[2 * count];
        for (var i = 0; i < count; i++)
        {
            numbers[i] = reader.ReadUInt32();
            numbers[count + i] = reader.ReadUInt32();
        }
        return new SparseVector(numbers, 0, count);
    }
}
