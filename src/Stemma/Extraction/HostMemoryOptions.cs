namespace Stemma.Extraction;

/// <summary>
/// When a line that recurs on pages of one host is furniture, and how much is remembered. Chosen by reading what is dropped
/// from 10,673 articles of 198 outlets (stemma eval recurring, 2026-11-24): of 100 different lines 97 were furniture.
/// </summary>
internal sealed record HostMemoryOptions
{
    /// <summary>Pages of a host on which a line must stand, the page at hand among them.</summary>
    public int MinPages { get; init; } = 3;

    /// <summary>Share of the host's remembered pages on which it must stand, in [0, 1].</summary>
    public double MinShare { get; init; } = 0.04;

    /// <summary>Longer lines are text that an outlet took up again, such as the background of a running story. Words.</summary>
    public int MaxWords { get; init; } = 80;

    /// <summary>Shorter lines between kept ones are subheads that an outlet likes ("What we know"). Words.</summary>
    public int SubheadWords { get; init; } = 7;

    /// <summary>A page whose text recurs to a larger part is a copy of another page, and is left as it is. In [0, 1].</summary>
    public double CopyShare { get; init; } = 0.5;

    /// <summary>Lines remembered of one host, 16 bytes each; the rarest and oldest go first.</summary>
    public int MaxLines { get; init; } = 2_000;

    /// <summary>Pages of one host that count as seen, 16 bytes each, so that a page read again is not counted twice.</summary>
    public int MaxPages { get; init; } = 400;

    /// <summary>Hosts remembered; the one not seen for longest goes first. At most 40 KB each.</summary>
    public int MaxHosts { get; init; } = 2_000;
}
