namespace Stemma.Storage;

/// <summary>How far an accepted article has come. The numbers stand in the database.</summary>
public enum ArticleState
{
    /// <summary>Accepted; its page is to be fetched.</summary>
    AwaitsPage = 0,

    /// <summary>Its bytes are stored; its text is to be read.</summary>
    AwaitsReading = 1,

    /// <summary>Read, and in a story.</summary>
    Read = 2,

    /// <summary>It could not be read; the reason stands beside it, the bytes stay.</summary>
    Failed = 3,

    /// <summary>It proved to be the same page as another article.</summary>
    SameAsAnother = 4,
}
