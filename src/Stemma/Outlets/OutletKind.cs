namespace Stemma.Outlets;

/// <summary>What sort of publisher an outlet is.</summary>
public enum OutletKind
{
    Newspaper,

    /// <summary>A wire agency, whose texts others carry.</summary>
    Agency,
    Broadcaster,
    Magazine,
    Digital,

    /// <summary>Shows other outlets' texts: the text's outlet is the one it names.</summary>
    Aggregator,
    Trade,
    PressRelease,
}
