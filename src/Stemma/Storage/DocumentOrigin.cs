namespace Stemma.Storage;

/// <summary>Where the bytes of an article came from.</summary>
public enum DocumentOrigin
{
    /// <summary>What a feed says of it: often only a summary.</summary>
    Feed,

    /// <summary>Its own page.</summary>
    Page,
}
