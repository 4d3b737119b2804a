namespace Stemma.Extraction;

/// <summary>What a line of a plain-text page can be.</summary>
internal enum TextLineKind
{
    /// <summary>Running text.</summary>
    Prose,

    /// <summary>A short line that may be a headline, a subhead, a name: its place decides.</summary>
    Short,

    /// <summary>A line with a date and little else, perhaps with author and credit.</summary>
    Date,

    /// <summary>"By Ada Lund".</summary>
    Byline,

    /// <summary>Names an outlet or agency and nothing else.</summary>
    Credit,

    /// <summary>Caption of a picture that the dump lost.</summary>
    Caption,

    /// <summary>Anything of the page around the article; its own kind is in <see cref="TextLine.Furniture"/>.</summary>
    Furniture,
}
