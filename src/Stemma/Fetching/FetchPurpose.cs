namespace Stemma.Fetching;

/// <summary>What an address is asked for; decides the Accept header and whether robots.txt is heeded.</summary>
public enum FetchPurpose
{
    /// <summary>A page a person named: a browser would fetch it too, so robots.txt, made for crawlers, is not asked.</summary>
    NamedPage,

    /// <summary>A page Stemma found by itself, in a feed or sitemap: robots.txt is heeded.</summary>
    FoundPage,

    /// <summary>A feed or list the user subscribed to; robots.txt is not asked.</summary>
    Feed,

    /// <summary>The robots.txt of a host.</summary>
    Robots,

    /// <summary>A picture that a reader looks at, as a browser would; robots.txt is not asked.</summary>
    Picture,
}
