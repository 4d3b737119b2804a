namespace Stemma.Extraction;

/// <summary>Where the links of a block lead, by their addresses.</summary>
[Flags]
internal enum LinkHints
{
    None = 0,

    /// <summary>Pages of a tag, topic or category.</summary>
    Topic = 1 << 0,

    /// <summary>Pages of an author.</summary>
    Author = 1 << 1,

    /// <summary>Share buttons, mail programs.</summary>
    Share = 1 << 2,

    /// <summary>Subscribing, giving, registering.</summary>
    Offer = 1 << 3,

    /// <summary>This page itself, or a script.</summary>
    Here = 1 << 4,

    /// <summary>The site's front page.</summary>
    Home = 1 << 5,

    /// <summary>Another host.</summary>
    Away = 1 << 6,

    /// <summary>A page whose address ends in words or a number, as those of articles do.</summary>
    Story = 1 << 7,
}
