namespace Stemma.Fetching;

/// <summary>How long to leave something alone that fails.</summary>
internal static class BackOff
{
    // Longer rows of failures wait no longer: no wait that grows at all is short of its bound by then.
    private const int MostCounted = 30;

    /// <summary>The wait after so many failures in a row: the first, then longer by the factor each time, up to the longest.</summary>
    public static TimeSpan After(int failures, TimeSpan first, double factor, TimeSpan longest)
    {
        var wait = first.Ticks * Math.Pow(factor, Math.Clamp(failures, 1, MostCounted) - 1);
        return wait < longest.Ticks ? TimeSpan.FromTicks((long)wait) : longest;
    }
}
