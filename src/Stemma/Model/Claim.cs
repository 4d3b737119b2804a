namespace Stemma.Model;

/// <summary>A statement that accounts share, dispute, or that one account alone has in its lead.</summary>
public sealed record Claim
{
    public required ItemId Id { get; init; }

    /// <summary>The account's own sentence that stands for it.</summary>
    public required Evidence Words { get; init; }

    public required ClaimStatus Status { get; init; }

    /// <summary>One per account and sentence, in the order of the story.</summary>
    public required IReadOnlyList<ClaimSupport> Supports { get; init; }

    /// <summary>The independent roots it has, by name; empty where unclear.</summary>
    public required IReadOnlyList<string> Roots { get; init; }

    /// <summary>Whether it is the news itself: the claim most accounts lead with.</summary>
    public required bool IsTheNews { get; init; }

    /// <summary>Why these sentences are one claim, and why it has this status.</summary>
    public required Explanation Explanation { get; init; }
}
