using Stemma.Model;

namespace Stemma.Tracing;

/// <summary>A link while the lineage is traced; further findings between the same two nodes are joined to it.</summary>
internal sealed class DraftLink
{
    public required int From { get; init; }

    public required int To { get; init; }

    public required SourceLinkKind Kind { get; init; }

    /// <summary>Which rule found it first.</summary>
    public required string Rule { get; init; }

    /// <summary>How sure the surest finding is, in [0, 1].</summary>
    public required double Figure { get; set; }

    public required bool OnTheNews { get; set; }

    /// <summary>Whether the other is credited with what nobody else had: it was first, or has it from who is not named.</summary>
    public bool IsRevealing { get; set; }

    /// <summary>Whether the other is an agency, which reports for others.</summary>
    public bool IsByAgency { get; set; }

    /// <summary>The words that make the link.</summary>
    public List<Evidence> Proofs { get; init; } = [];

    /// <summary>What is laid to the other.</summary>
    public List<Evidence> Scopes { get; init; } = [];

    /// <summary>
    /// Whether it is resting on another outlet: not on a person or document, and not bearing it out by a finding of its own.
    /// </summary>
    public bool IsResting(IReadOnlyList<LineageNode> nodes) =>
        Kind is not SourceLinkKind.Confirms
        && nodes[To].Kind is LineageNodeKind.Account or LineageNodeKind.CitedOutlet;

    /// <summary>Whether roots are found by following it: a resting on another outlet, or on what was public.</summary>
    public bool LeadsToRoots(IReadOnlyList<LineageNode> nodes) =>
        IsResting(nodes) || nodes[To].Kind is LineageNodeKind.Public;
}
