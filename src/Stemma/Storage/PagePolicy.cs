namespace Stemma.Storage;

/// <summary>Whether the pages that a feed's entries lead to are fetched.</summary>
public enum PagePolicy
{
    /// <summary>Where the feed itself does not give the whole text.</summary>
    Auto,

    Always,

    Never,
}
