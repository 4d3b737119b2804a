using Stemma.Extraction.Html;

namespace Stemma.Extraction;

/// <summary>A stretch of running text of a page between two block boundaries: the unit that is kept or dropped.</summary>
internal sealed class PageBlock
{
    /// <summary>Place among the blocks of the page, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>The innermost block element that holds it.</summary>
    public required int Node { get; init; }

    /// <summary>The first text node of it.</summary>
    public required int FirstNode { get; init; }

    /// <summary>Its words, white space folded.</summary>
    public required string Text { get; init; }

    /// <summary>How many characters of <see cref="Text"/> stand in links.</summary>
    public required int LinkChars { get; init; }

    /// <summary>Where in <see cref="Text"/> its first link begins and its last one ends; both its length without links.</summary>
    public required int FirstLinkAt { get; init; }

    public required int LastLinkEnd { get; init; }

    /// <summary>How many links begin in it.</summary>
    public required int Links { get; init; }

    /// <summary>Where its links lead; of all of them together.</summary>
    public required LinkHints LinksTo { get; init; }

    /// <summary>How many pictures stand between the block before and the end of this one.</summary>
    public required int Pictures { get; init; }

    /// <summary>How many characters stand in bold or italic.</summary>
    public required int StyledChars { get; init; }

    /// <summary>Element of <see cref="Node"/>.</summary>
    public required Tag Tag { get; init; }

    /// <summary>Which elements it lies in, of those that tell.</summary>
    public required PageRegions Regions { get; init; }

    /// <summary>What the names on <see cref="Node"/> and on inline elements around the text say.</summary>
    public required ClassHints OwnHints { get; init; }

    /// <summary>What the names on the parent and grandparent say.</summary>
    public required ClassHints NearHints { get; init; }

    /// <summary>What the names on all ancestors say.</summary>
    public required ClassHints AllHints { get; init; }

    /// <summary>Number of words; a Chinese, Japanese or Thai letter counts as half a word.</summary>
    public required int Words { get; init; }

    /// <summary>Share of its characters that stand in links, in [0, 1].</summary>
    public double LinkShare => Text.Length == 0 ? 0 : (double)LinkChars / Text.Length;

    /// <summary>A line of underscores, by which wire copy parts its sections.</summary>
    public bool IsRule { get; init; }

    // A heading that was never closed holds the paragraphs below it.
    public bool IsHeading => TagKinds.IsHeading(Tag) || ((Regions & PageRegions.Heading) != 0 && Tag != Tag.P);
}
