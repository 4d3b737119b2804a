namespace Stemma.App.Json;

/// <summary>One line of <c>stemma reuse</c>.</summary>
/// <param name="A">Id of one article, as given.</param>
/// <param name="B">Id of the other.</param>
/// <param name="ContainmentAInB">Share of A's 8-word shingles that stand in B, in [0, 1].</param>
/// <param name="ContainmentBInA">Share of B's 8-word shingles that stand in A, in [0, 1].</param>
/// <param name="Resemblance">Shingles in both over shingles in either, in [0, 1].</param>
/// <param name="Passages">The shared stretches, with offsets in both texts.</param>
internal sealed record ReuseOutput(
    string A,
    string B,
    double ContainmentAInB,
    double ContainmentBInA,
    double Resemblance,
    IReadOnlyList<ReusePassage> Passages);

/// <summary>A shared stretch: half-open offsets in UTF-16 code units of both texts.</summary>
internal sealed record ReusePassage(int StartA, int EndA, int StartB, int EndB, int Words);
