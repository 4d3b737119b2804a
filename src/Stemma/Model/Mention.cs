namespace Stemma.Model;

/// <summary>Words that name a person, organisation, place or outlet.</summary>
/// <param name="Span">The words, without a title before the name.</param>
/// <param name="Kind">What is named.</param>
/// <param name="Name">Its fullest name in this article: "Rubio" has "Marco Rubio".</param>
public sealed record Mention(TextSpan Span, MentionKind Kind, string Name)
{
    /// <summary>What the outlet is here; null for what is no outlet.</summary>
    public OutletRole? Role { get; init; }
}
