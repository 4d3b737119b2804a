namespace Stemma.Model;

/// <summary>The quotes, over all accounts, that render the same words of one speaker.</summary>
/// <param name="Id">For <c>stemma explain</c>.</param>
/// <param name="Speaker">Fullest name known to the story.</param>
/// <param name="Wordings">The fullest first; one per account and turn.</param>
/// <param name="Explanation">Why they are one utterance.</param>
public sealed record Utterance(
    ItemId Id,
    string Speaker,
    IReadOnlyList<Wording> Wordings,
    Explanation Explanation);
