namespace Stemma.Model;

/// <summary>One verbatim line of a brief.</summary>
/// <param name="Id">For <c>stemma explain</c>.</param>
/// <param name="Words">Whose words, and where.</param>
/// <param name="Explanation">Why it is shown.</param>
public sealed record BriefLine(ItemId Id, Evidence Words, Explanation Explanation);
