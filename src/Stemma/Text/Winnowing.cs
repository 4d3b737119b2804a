namespace Stemma.Text;

/// <summary>
/// A small sample of the shingles of a text such that two texts which share a long enough run share a sampled one (Schleimer,
/// Wilkerson and Aiken 2003).
/// </summary>
internal static class Winnowing
{
    /// <summary>
    /// Adds the least shingle of each window of <paramref name="window"/> shingles in a row, the last of equal ones, each time it
    /// changes: about two of every <paramref name="window"/> + 1. A text shorter than a window gives its least. Linear.
    /// </summary>
    public static void Sample(ReadOnlySpan<ulong> shingles, int window, List<ulong> sampled)
    {
        var least = -1;
        for (var end = Math.Min(window, shingles.Length); end <= shingles.Length && end > 0; end++)
        {
            var start = Math.Max(0, end - window);
            var before = least;
            if (least < start)
            {
                least = start;
                for (var i = start + 1; i < end; i++)
                {
                    least = shingles[i] <= shingles[least] ? i : least;
                }
            }
            else if (shingles[end - 1] <= shingles[least])
            {
                least = end - 1;
            }
            if (least != before)
            {
                sampled.Add(shingles[least]);
            }
        }
    }
}
