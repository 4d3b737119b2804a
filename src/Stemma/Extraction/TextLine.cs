namespace Stemma.Extraction;

/// <summary>One line of a plain-text page, or one paragraph of it where lines were wrapped.</summary>
/// <param name="Text">Its words, white space folded.</param>
/// <param name="Words">How many.</param>
/// <param name="FollowsBlank">Whether a blank line stands before it.</param>
internal sealed record TextLine(string Text, int Words, bool FollowsBlank)
{
    /// <summary>What the line is; set by <see cref="TextLineClassifier"/>.</summary>
    public TextLineKind Kind { get; set; }

    /// <summary>The kind under which it is dropped, for lines that are furniture; null for others.</summary>
    public string? Furniture { get; set; }

    /// <summary>Whether the line ends as sentences do.</summary>
    public bool EndsSentence => SentenceEnds.At(Text);
}
