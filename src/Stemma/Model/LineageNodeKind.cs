namespace Stemma.Model;

/// <summary>What a node of a lineage is.</summary>
public enum LineageNodeKind
{
    Account,

    /// <summary>An outlet that accounts cite and no article of which is at hand.</summary>
    CitedOutlet,

    /// <summary>A document, book, filing or post.</summary>
    Document,

    /// <summary>Somebody who spoke to an outlet.</summary>
    Source,
}
