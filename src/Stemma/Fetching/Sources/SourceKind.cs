namespace Stemma.Fetching;

/// <summary>What something a person adds turned out to be.</summary>
public enum SourceKind
{
    /// <summary>It could not be read, or holds nothing that Stemma reads.</summary>
    Unreadable,

    /// <summary>One feed or more, to be asked for good.</summary>
    Feeds,

    /// <summary>A list of feeds.</summary>
    FeedList,

    /// <summary>A sitemap.</summary>
    Sitemap,

    /// <summary>One page, without any feed.</summary>
    Page,

    /// <summary>A folder of pages.</summary>
    Folder,

    /// <summary>One file with a page or plain text.</summary>
    File,

    /// <summary>A file of JSON lines.</summary>
    JsonLines,

    /// <summary>A web archive.</summary>
    Archive,
}
