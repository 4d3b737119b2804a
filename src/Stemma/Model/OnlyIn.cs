namespace Stemma.Model;

/// <summary>Something that one account alone has.</summary>
/// <param name="Id">For <c>stemma explain</c>.</param>
/// <param name="Words">The sentence.</param>
/// <param name="Explanation">What is new in it; the figure is how near the nearest sentence of another account comes, in [0, 1].</param>
public sealed record OnlyIn(ItemId Id, Evidence Words, Explanation Explanation);
