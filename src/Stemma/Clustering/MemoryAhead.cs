using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Stemma.Clustering;

/// <summary>
/// Asks the processor to fetch memory that is read soon, while it works on something else. Articles that are compared lie all over
/// some hundred megabytes, so that waiting for them took two thirds of the time of a comparison. A hint only: where the
/// processor or the runtime has none, nothing happens.
/// </summary>
internal static class MemoryAhead
{
    private const int NumbersInLine = 16;

    /// <summary>Fetches a part of an array.</summary>
    public static void Fetch(ReadOnlySpan<uint> numbers)
    {
        for (var i = 0; i < numbers.Length; i += NumbersInLine)
        {
            Fetch(in numbers[i]);
        }
    }

    /// <summary>Fetches a number and what lies beside it.</summary>
    // A prefetch of a wrong address does no harm, so it does not matter that the collector may move the array meanwhile.
    public static unsafe void Fetch<T>(ref readonly T number)
        where T : unmanaged
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.AsRef(in number)));
        }
    }
}
