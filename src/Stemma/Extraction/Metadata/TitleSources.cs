namespace Stemma.Extraction;

/// <summary>Where on a page a candidate for the title was found. Several may agree on one.</summary>
[Flags]
internal enum TitleSources
{
    None = 0,

    /// <summary>A heading of the first level.</summary>
    TopHeading = 1 << 0,

    /// <summary>A heading of the second level.</summary>
    SubHeading = 1 << 1,

    /// <summary>A part of a heading that its class calls the title, or a heading without its kicker.</summary>
    HeadingPart = 1 << 2,

    /// <summary>The title for social networks, <c>og:title</c>.</summary>
    Social = 1 << 3,

    /// <summary>The title of another such set of meta elements.</summary>
    OtherMeta = 1 << 4,

    /// <summary>The headline in the structured data.</summary>
    Structured = 1 << 5,

    /// <summary>The window's title.</summary>
    Window = 1 << 6,

    /// <summary>A part of one of the last four, before or after a sign that sites put their name behind.</summary>
    SocialPart = 1 << 7,
    OtherMetaPart = 1 << 8,
    StructuredPart = 1 << 9,
    WindowPart = 1 << 10,
}
