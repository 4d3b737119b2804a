namespace Stemma.Fetching;

/// <summary>Which vocabulary an element belongs to. RSS and Atom are one: feeds mix them, and no two names clash.</summary>
internal enum FeedVocabulary : byte
{
    Core,
    Xhtml,
    Rdf,
    DublinCore,
    DublinTerms,
    Content,
    Media,
    Itunes,
    Syndication,
    GeoRss,
    Gml,
    GeoPosition,
    CreativeCommons,
    Chapters,
    Svg,
    MathMl,
    History,

    /// <summary>A module without meaning here.</summary>
    Other,
}
