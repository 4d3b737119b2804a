namespace Stemma.Model;

/// <summary>A block of a page that is not the article's text.</summary>
/// <param name="Kind">
/// What it was taken for: promo, signup-wall, related, caption, credit, author-note, tags, comments, ad, navigation,
/// consent, share, metadata, standfirst, correction, other.
/// </param>
/// <param name="Text">Its words, white space folded.</param>
public sealed record DroppedBlock(string Kind, string Text);
