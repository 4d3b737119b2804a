namespace Stemma.Model;

/// <summary>Where an account comes from.</summary>
/// <param name="Account">The account.</param>
/// <param name="FirstHand">Whether it shows reporting of its own.</param>
/// <param name="RootNodes">Indexes of the roots it rests on for the news itself; its own node where it is a root.</param>
/// <param name="Explanation">Why, with the words that show it.</param>
public sealed record AccountOrigin(
    ArticleId Account,
    FirstHand FirstHand,
    IReadOnlyList<int> RootNodes,
    Explanation Explanation);
