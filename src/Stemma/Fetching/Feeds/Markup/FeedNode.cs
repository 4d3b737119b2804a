namespace Stemma.Fetching;

/// <summary>One element or stretch of text of a <see cref="FeedMarkup"/>.</summary>
internal struct FeedNode
{
    /// <summary>Local name in lower case; null for text.</summary>
    public string? Name;

    /// <summary>Number of the parent node; -1 for the root.</summary>
    public int Parent;

    /// <summary>Number just past the last node below this one.</summary>
    public int End;

    /// <summary>Number of the first attribute in the document's list; for text, where it starts in the source.</summary>
    public int First;

    /// <summary>Number of attributes; for text, its length in UTF-16 code units.</summary>
    public int Count;

    /// <summary>Where the element's whole name starts in the source.</summary>
    public int NameStart;

    /// <summary>Length of the prefix of its name, without the colon.</summary>
    public ushort PrefixLength;

    public FeedVocabulary Vocabulary;

    /// <summary>Text that stands for itself, where references are not resolved.</summary>
    public bool IsCData;
}
