namespace Stemma.Fetching;

/// <summary>Tells the vocabulary from a namespace, or from the usual prefix where none is declared.</summary>
internal static class FeedVocabularies
{
    /// <summary>The vocabulary of a namespace address, compared without case, ending slash and the www of its host.</summary>
    public static FeedVocabulary OfNamespace(ReadOnlySpan<char> address)
    {
        address = address.Trim();
        if (address.Length is 0 or > 120)
        {
            return address.Length == 0 ? FeedVocabulary.Core : FeedVocabulary.Other;
        }
        Span<char> lower = stackalloc char[120];
        var name = lower[..address.ToLowerInvariant(lower)];
        name = name.StartsWith("http://") ? name[7..] : name.StartsWith("https://") ? name[8..] : name;
        name = name.StartsWith("www.") ? name[4..] : name;
        name = name.TrimEnd("/#");
        return name switch
        {
            "w3.org/2005/atom" or "purl.org/atom/ns" or "purl.org/rss/1.0" or "my.netscape.com/rdf/simple/0.9"
                or "channel.netscape.com/rdf/simple/0.9" or "my.netscape.com/publish/formats/rss-0.91.dtd"
                or "backend.userland.com/rss" or "backend.userland.com/rss2" or "backend.userland.com/rss091"
                or "blogs.law.harvard.edu/tech/rss" or "cyber.law.harvard.edu/rss" or "rssnamespace.org/feeds/rss"
                or "purl.org/net/rss1.1" or "example.com/newformat" or "necho" or "purl.org/echo"
                or "uri/of/echo/namespace" or "purl.org/pie" => FeedVocabulary.Core,
            "w3.org/1999/xhtml" => FeedVocabulary.Xhtml,
            "w3.org/1999/02/22-rdf-syntax-ns" => FeedVocabulary.Rdf,
            "purl.org/dc/elements/1.1" or "purl.org/dc/elements/1.0" => FeedVocabulary.DublinCore,
            "purl.org/dc/terms" => FeedVocabulary.DublinTerms,
            "purl.org/rss/1.0/modules/content" => FeedVocabulary.Content,
            "search.yahoo.com/mrss" or "tools.search.yahoo.com/mrss" => FeedVocabulary.Media,
            "purl.org/rss/1.0/modules/syndication" => FeedVocabulary.Syndication,
            "georss.org/georss" => FeedVocabulary.GeoRss,
            "opengis.net/gml" => FeedVocabulary.Gml,
            "w3.org/2003/01/geo/wgs84_pos" => FeedVocabulary.GeoPosition,
            "web.resource.org/cc" or "backend.userland.com/creativecommonsrssmodule"
                or "cyber.law.harvard.edu/rss/creativecommonsrssmodule.html" or "creativecommons.org/ns"
                or "backend.userland.com/blogchannelmodule" => FeedVocabulary.CreativeCommons,
            "podlove.org/simple-chapters" => FeedVocabulary.Chapters,
            "w3.org/2000/svg" => FeedVocabulary.Svg,
            "w3.org/1998/math/mathml" => FeedVocabulary.MathMl,
            "purl.org/syndication/history/1.0" => FeedVocabulary.History,
            _ => name.EndsWith("/dtds/podcast-1.0.dtd") ? FeedVocabulary.Itunes
                : name.StartsWith("w3.org/2005/atom") ? FeedVocabulary.Core
                : FeedVocabulary.Other,
        };
    }

    /// <summary>What a prefix usually stands for.</summary>
    public static FeedVocabulary OfPrefix(ReadOnlySpan<char> prefix)
    {
        Span<char> lower = stackalloc char[16];
        if (prefix.Length > 16)
        {
            return FeedVocabulary.Other;
        }
        ReadOnlySpan<char> name = lower[..prefix.ToLowerInvariant(lower)];
        return name switch
        {
            "atom" or "atom03" or "atom10" or "a10" or "rss" => FeedVocabulary.Core,
            "xhtml" or "html" or "h" => FeedVocabulary.Xhtml,
            "rdf" => FeedVocabulary.Rdf,
            "dc" => FeedVocabulary.DublinCore,
            "dcterms" => FeedVocabulary.DublinTerms,
            "content" => FeedVocabulary.Content,
            "media" => FeedVocabulary.Media,
            "itunes" => FeedVocabulary.Itunes,
            "sy" => FeedVocabulary.Syndication,
            "georss" => FeedVocabulary.GeoRss,
            "gml" => FeedVocabulary.Gml,
            "geo" => FeedVocabulary.GeoPosition,
            "cc" or "creativecommons" => FeedVocabulary.CreativeCommons,
            "psc" => FeedVocabulary.Chapters,
            "svg" => FeedVocabulary.Svg,
            "math" or "mathml" or "m" => FeedVocabulary.MathMl,
            "fh" => FeedVocabulary.History,
            _ => FeedVocabulary.Other,
        };
    }
}
