namespace Stemma.Extraction;

/// <summary>Where on a page a candidate for the byline was found. Several may agree on one.</summary>
[Flags]
internal enum AuthorSources
{
    None = 0,

    /// <summary>Author of the article's node in the structured data, said to be a person.</summary>
    JsonPerson = 1 << 0,

    /// <summary>The same, of no stated kind.</summary>
    JsonUntyped = 1 << 1,

    /// <summary>The same, said to be an organisation.</summary>
    JsonOrganisation = 1 << 2,

    /// <summary>Author of another node of the structured data.</summary>
    JsonOther = 1 << 3,

    /// <summary><c>meta name=author</c>.</summary>
    MetaAuthor = 1 << 4,

    /// <summary><c>meta property=article:author</c>, where it is a name.</summary>
    ArticleAuthor = 1 << 5,

    /// <summary>Any other meta element for authors.</summary>
    OtherMeta = 1 << 6,

    /// <summary>The pair of social labels "Written by" and its value.</summary>
    SocialLabel = 1 << 7,

    /// <summary>Marked as author by <c>itemprop</c> or <c>rel</c>.</summary>
    Markup = 1 << 8,

    /// <summary>Class names close around it say outright that it is an author or a byline.</summary>
    ClassName = 1 << 9,

    /// <summary>The line opens as bylines do: "By …".</summary>
    Lead = 1 << 10,

    /// <summary>The line before says only "Written by", "Author".</summary>
    Label = 1 << 11,

    /// <summary>It links to the page of an author.</summary>
    Link = 1 << 12,

    /// <summary>It shares a line with a date.</summary>
    Dated = 1 << 13,

    /// <summary>A short line near the headline that has the shape of a person's name.</summary>
    NearTitle = 1 << 14,

    /// <summary>A name above a note that tells of that person.</summary>
    Note = 1 << 15,

    /// <summary>Holder of the copyright in the footer.</summary>
    Copyright = 1 << 16,

    /// <summary>The site's own name.</summary>
    SiteName = 1 << 17,

    /// <summary>A run of text within a line of another source.</summary>
    Piece = 1 << 18,

    /// <summary>Class names around it may speak of an author: "about", "profile", "by".</summary>
    WeakClassName = 1 << 19,

    /// <summary>Meta elements of scholarly papers, one for each author.</summary>
    Citation = 1 << 20,

    /// <summary>A line of the page that is the name after which its address is named.</summary>
    Owner = 1 << 21,
}
