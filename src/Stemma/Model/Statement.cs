namespace Stemma.Model;

/// <summary>A party's stand, as one or more accounts tell it.</summary>
/// <param name="Id">For <c>stemma explain</c>.</param>
/// <param name="Kind">Denied, confirmed, declined, no response.</param>
/// <param name="Party">Fullest name, or describing words; null where unclear.</param>
/// <param name="Words">The sentence of each account, in the order of the story.</param>
/// <param name="AskedBy">Outlets that asked, where the texts say so.</param>
/// <param name="Explanation">The words that decide it.</param>
public sealed record Statement(
    ItemId Id,
    StatusKind Kind,
    string? Party,
    IReadOnlyList<Evidence> Words,
    IReadOnlyList<string> AskedBy,
    Explanation Explanation)
{
    /// <summary>Whether it speaks of the news itself, and not of something that went before it or stands beside it.</summary>
    public bool IsOnTheNews { get; init; } = true;
}
