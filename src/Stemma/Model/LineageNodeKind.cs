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

    /// <summary>What was said or done in public: a statement, a court's paper, an event. Nobody has it from another.</summary>
    Public,
}
