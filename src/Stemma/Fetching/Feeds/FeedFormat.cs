namespace Stemma.Fetching;

/// <summary>The format a feed is written in, as its root element or version field tells.</summary>
public enum FeedFormat
{
    /// <summary>RSS whose version is missing or unknown.</summary>
    Rss,
    Rss090,

    /// <summary>Netscape's 0.91, which has a document type declaration.</summary>
    Rss091Netscape,
    Rss091Userland,
    Rss092,
    Rss093,
    Rss094,

    /// <summary>RDF Site Summary.</summary>
    Rss10,
    Rss20,
    Atom03,
    Atom10,

    /// <summary>Atom whose version is missing or unknown.</summary>
    Atom,

    /// <summary>Channel Definition Format, of 1997.</summary>
    Cdf,
    JsonFeed1,
    JsonFeed11,
}
