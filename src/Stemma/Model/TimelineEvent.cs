namespace Stemma.Model;

/// <summary>Something that happened, with its day, as accounts tell it.</summary>
/// <param name="Id">For <c>stemma explain</c>.</param>
/// <param name="From">First day meant.</param>
/// <param name="To">Last day meant.</param>
/// <param name="Words">The sentence of the account that tells it most fully.</param>
/// <param name="Accounts">All accounts that tell it.</param>
/// <param name="Explanation">The words that date it, and how they were resolved.</param>
public sealed record TimelineEvent(
    ItemId Id,
    DateOnly From,
    DateOnly To,
    Evidence Words,
    IReadOnlyList<ArticleId> Accounts,
    Explanation Explanation);
