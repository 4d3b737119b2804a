namespace Stemma.Model;

/// <summary>An outlet that rests on no other.</summary>
/// <param name="Node">Index of its node.</param>
/// <param name="OnTheNews">Whether it is a root of the news itself, or only of something beside it.</param>
/// <param name="Accounts">Accounts that rest on it, itself left out, in the order of the story.</param>
/// <param name="Explanation">Why it is a root, and for what.</param>
public sealed record LineageRoot(int Node, bool OnTheNews, IReadOnlyList<ArticleId> Accounts, Explanation Explanation);
