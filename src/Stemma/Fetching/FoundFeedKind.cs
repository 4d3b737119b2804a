namespace Stemma.Fetching;

/// <summary>How a feed was found.</summary>
public enum FoundFeedKind
{
    /// <summary>The address is a feed itself.</summary>
    Itself,

    /// <summary>The page names it in its head.</summary>
    Named,

    /// <summary>The page links to it; it was asked and is a feed.</summary>
    Linked,

    /// <summary>It lies where feeds usually lie; it was asked and is a feed.</summary>
    UsualPlace,
}
