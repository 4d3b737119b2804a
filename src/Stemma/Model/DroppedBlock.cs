namespace Stemma.Model;

/// <summary>A block of a page that is not the article's text.</summary>
/// <param name="Kind">
/// What it was taken for: promo, signup-wall, related, caption, credit, author-note, tags, comments, ad, navigation,
/// consent, share, metadata, standfirst, correction, recurring, other.
/// </param>
/// <param name="Text">Its words, white space folded.</param>
public sealed record DroppedBlock(string Kind, string Text)
{
    /// <summary>Why, where it was not the line itself that told: it stands on many pages of the outlet.</summary>
    public Explanation? Why { get; init; }
}
