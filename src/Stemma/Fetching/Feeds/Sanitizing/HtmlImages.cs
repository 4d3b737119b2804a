namespace Stemma.Fetching;

/// <summary>What becomes of pictures in HTML that is shown.</summary>
public enum HtmlImages
{
    /// <summary>They stay; a browser that shows them asks the outlet's server for them.</summary>
    Shown,

    /// <summary>They become links that carry their address, so that nothing is asked of anybody before a click.</summary>
    AsLinks,

    /// <summary>They go.</summary>
    LeftOut,
}
