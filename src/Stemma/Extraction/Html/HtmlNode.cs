namespace Stemma.Extraction.Html;

/// <summary>One element or stretch of text of an <see cref="HtmlTree"/>. 32 bytes; a page has a few thousand.</summary>
internal struct HtmlNode
{
    public Tag Tag;

    /// <summary>Number of attributes, at most <see cref="HtmlLimits.Attributes"/>.</summary>
    public byte AttributeCount;

    /// <summary>Number of the first attribute in the tree's list.</summary>
    public int FirstAttribute;

    /// <summary>Number of the parent node; -1 for the root.</summary>
    public int Parent;

    /// <summary>Number just past the last node below this one.</summary>
    public int End;

    /// <summary>
    /// For an inline element whose end tag came while blocks inside it were open: number of the first node it no longer
    /// styles; else equal to <see cref="End"/>. So a link that is closed across a block does not swallow the page.
    /// </summary>
    public int StyleEnd;

    /// <summary>Where the text, or the element's name, starts in the source.</summary>
    public int Start;

    /// <summary>Its length in UTF-16 code units.</summary>
    public int Length;
}
