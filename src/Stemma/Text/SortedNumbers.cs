using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Stemma.Text;

/// <summary>What two ascending rows of different numbers have in common, found eight against eight at a time.</summary>
internal static class SortedNumbers
{
    private const int Block = 8;

    /// <summary>
    /// Writes for each number in both its place in the one row, then its place in the other, in ascending order, and gives how
    /// many there are. <paramref name="places"/> needs room for twice the shorter row. Linear in both; with eight lanes (Schlegel,
    /// Willhalm and Lehner 2011) about a fourth of the time of a plain merge on rows of a hundred.
    /// </summary>
    public static int Match(ReadOnlySpan<uint> left, ReadOnlySpan<uint> right, Span<int> places)
    {
        var count = 0;
        var i = 0;
        var j = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            ref var x0 = ref MemoryMarshal.GetReference(left);
            ref var y0 = ref MemoryMarshal.GetReference(right);
            while (i + Block <= left.Length && j + Block <= right.Length)
            {
                var y = Vector256.LoadUnsafe(ref y0, (nuint)j);
                for (var both = InBoth(Vector256.LoadUnsafe(ref x0, (nuint)i), y); both != 0; both &= both - 1)
                {
                    var at = i + BitOperations.TrailingZeroCount(both);
                    places[2 * count] = at;
                    places[(2 * count) + 1] = j + BitOperations.TrailingZeroCount(Vector256.Equals(Vector256.Create(left[at]), y).ExtractMostSignificantBits());
                    count++;
                }
                var (lastX, lastY) = (left[i + Block - 1], right[j + Block - 1]);
                i += lastX <= lastY ? Block : 0;
                j += lastY <= lastX ? Block : 0;
            }
        }
        while (i < left.Length && j < right.Length)
        {
            var (x, y) = (left[i], right[j]);
            if (x == y)
            {
                places[2 * count] = i;
                places[(2 * count) + 1] = j;
                count++;
            }
            // Without branches: the processor cannot foresee which of the two is smaller.
            i += x <= y ? 1 : 0;
            j += y <= x ? 1 : 0;
        }
        return count;
    }

    /// <summary>Whether the two have a number in common. Linear in both.</summary>
    public static bool Meet(ReadOnlySpan<uint> left, ReadOnlySpan<uint> right)
    {
        var i = 0;
        var j = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            ref var x0 = ref MemoryMarshal.GetReference(left);
            ref var y0 = ref MemoryMarshal.GetReference(right);
            while (i + Block <= left.Length && j + Block <= right.Length)
            {
                if (InBoth(Vector256.LoadUnsafe(ref x0, (nuint)i), Vector256.LoadUnsafe(ref y0, (nuint)j)) != 0)
                {
                    return true;
                }
                var (lastX, lastY) = (left[i + Block - 1], right[j + Block - 1]);
                i += lastX <= lastY ? Block : 0;
                j += lastY <= lastX ? Block : 0;
            }
        }
        while (i < left.Length && j < right.Length)
        {
            var (x, y) = (left[i], right[j]);
            if (x == y)
            {
                return true;
            }
            i += x < y ? 1 : 0;
            j += y < x ? 1 : 0;
        }
        return false;
    }

    /// <summary>A bit for each lane of the one that any lane of the other equals.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint InBoth(Vector256<uint> x, Vector256<uint> y)
    {
        var near = Vector256.Equals(x, y)
            | Vector256.Equals(x, Vector256.Shuffle(y, Vector256.Create(1u, 2, 3, 0, 5, 6, 7, 4)))
            | Vector256.Equals(x, Vector256.Shuffle(y, Vector256.Create(2u, 3, 0, 1, 6, 7, 4, 5)))
            | Vector256.Equals(x, Vector256.Shuffle(y, Vector256.Create(3u, 0, 1, 2, 7, 4, 5, 6)));
        var far = Vector256.Equals(x, Vector256.Shuffle(y, Vector256.Create(4u, 5, 6, 7, 0, 1, 2, 3)))
            | Vector256.Equals(x, Vector256.Shuffle(y, Vector256.Create(5u, 6, 7, 4, 1, 2, 3, 0)))
            | Vector256.Equals(x, Vector256.Shuffle(y, Vector256.Create(6u, 7, 4, 5, 2, 3, 0, 1)))
            | Vector256.Equals(x, Vector256.Shuffle(y, Vector256.Create(7u, 4, 5, 6, 3, 0, 1, 2)));
        return (near | far).ExtractMostSignificantBits();
    }
}
