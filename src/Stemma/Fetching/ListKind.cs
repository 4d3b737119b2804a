namespace Stemma.Fetching;

/// <summary>What kind of list, if any, a document is.</summary>
public enum ListKind
{
    /// <summary>None that is known.</summary>
    None,

    /// <summary>RSS, RDF, Atom or JSON Feed.</summary>
    Feed,

    /// <summary>A sitemap or an index of sitemaps.</summary>
    Sitemap,

    /// <summary>An OPML list of feeds.</summary>
    Opml,

    /// <summary>An HTML page.</summary>
    Page,
}
