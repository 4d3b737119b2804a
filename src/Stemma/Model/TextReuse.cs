namespace Stemma.Model;

/// <summary>Text that two articles share.</summary>
/// <param name="A">One article.</param>
/// <param name="B">The other.</param>
/// <param name="ContainmentAInB">Share of A's 8-word shingles that stand in B, in [0, 1] (Broder 1997).</param>
/// <param name="ContainmentBInA">Share of B's 8-word shingles that stand in A, in [0, 1].</param>
/// <param name="Resemblance">Shingles in both over shingles in either, in [0, 1].</param>
/// <param name="Passages">The shared stretches, in order of A.</param>
public sealed record TextReuse(
    ArticleId A,
    ArticleId B,
    double ContainmentAInB,
    double ContainmentBInA,
    double Resemblance,
    IReadOnlyList<SharedPassage> Passages);
