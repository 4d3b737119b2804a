namespace Stemma.Storage;

/// <summary>What a filter does with the articles it catches.</summary>
public enum FilterAct
{
    Star = 0,
    Label = 1,

    /// <summary>Leaves them out of the reader's lists; they stay reachable.</summary>
    Hide = 2,

    /// <summary>Shows them whatever other filters hide.</summary>
    Keep = 3,
}
