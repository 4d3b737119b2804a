namespace Stemma.Storage;

/// <summary>What a piece of news is about.</summary>
public enum AlertNewsKind
{
    /// <summary>An article that a search found.</summary>
    Article,

    /// <summary>What changed in a followed story.</summary>
    Story,

    /// <summary>Nothing: the reader tries whether messages arrive.</summary>
    Test,

    /// <summary>The code that shows that an address is the reader's.</summary>
    Code,
}
