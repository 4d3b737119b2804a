namespace Stemma.Fetching;

/// <summary>What a feed is read of at most. Beyond a limit it is read as far as it goes, and a fault says so.</summary>
internal static class FeedLimits
{
    /// <summary>Bytes of one feed. Feeds of podcasts with their whole past reach 8 MB.</summary>
    public const int Bytes = 32 * 1024 * 1024;

    /// <summary>Open elements. Markup inside entries may be nested as deep as on pages; feeds themselves need eight.</summary>
    public const int Depth = 256;

    /// <summary>Attributes of one element.</summary>
    public const int Attributes = 100;

    /// <summary>Nodes of one feed: 40 MB of memory.</summary>
    public const int Nodes = 1_000_000;

    /// <summary>Entries of one feed.</summary>
    public const int Entries = 20_000;

    /// <summary>Links, categories, persons and the like of one entry, each.</summary>
    public const int Items = 200;

    /// <summary>Entities a document type may define; each of at most <see cref="EntityLength"/> characters, none resting on others.</summary>
    public const int Entities = 64;

    public const int EntityLength = 1024;

    /// <summary>Characters all defined entities may add to one feed.</summary>
    public const int EntityExpansion = 256 * 1024;
}
