namespace Stemma.Model;

/// <summary>Something about which accounts do not agree.</summary>
/// <param name="Id">For <c>stemma explain</c>.</param>
/// <param name="Kind">Number, date, name, designation, qualifier.</param>
/// <param name="IsOutright">Whether both cannot be right; false where one is only less precise.</param>
/// <param name="Sides">The values, each with the accounts that give it; two or more.</param>
/// <param name="Explanation">What they are about, and the rule.</param>
public sealed record Difference(
    ItemId Id,
    DifferenceKind Kind,
    bool IsOutright,
    IReadOnlyList<DifferenceSide> Sides,
    Explanation Explanation)
{
    /// <summary>Whether accounts of later times have another value than earlier ones; the sides then stand in order of time.</summary>
    public bool HasChanged { get; init; }
}
