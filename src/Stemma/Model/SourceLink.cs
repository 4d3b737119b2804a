namespace Stemma.Model;

/// <summary>One account, or cited outlet, resting on something.</summary>
public sealed record SourceLink
{
    public required ItemId Id { get; init; }

    /// <summary>Index of the node that rests.</summary>
    public required int From { get; init; }

    /// <summary>Index of the node it rests on.</summary>
    public required int To { get; init; }

    public required SourceLinkKind Kind { get; init; }

    /// <summary>
    /// Whether it bears on the news itself: what most accounts lead with. A link that does not (an interview for colour, a
    /// reaction taken from another outlet) gives no root to the story.
    /// </summary>
    public required bool OnTheNews { get; init; }

    /// <summary>What is laid to it; empty for whole-text links.</summary>
    public required IReadOnlyList<Evidence> Scopes { get; init; }

    /// <summary>The proof: rule, figure and words.</summary>
    public required Explanation Explanation { get; init; }
}
