namespace Stemma.Model;

/// <summary>An attribution to another outlet, to a document or to a post.</summary>
public sealed record Citation
{
    /// <summary>Usual name of the outlet (or the words that name the document or post).</summary>
    public required string Outlet { get; init; }

    /// <summary>The words that name it here: "the Times", "the newspaper".</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The words that make it a citation: "according to", "first reported".</summary>
    public required TextSpan CueSpan { get; init; }

    public required CitationKind Kind { get; init; }

    /// <summary>What is laid to it: the sentence or clause, sometimes several sentences.</summary>
    public required TextSpan Scope { get; init; }

    /// <summary>Whose word the cited outlet itself has it on, as written: "people familiar with the matter"; else null.</summary>
    public TextSpan? OnWordOf { get; init; }

    /// <summary>The rule. The figure is how sure we are that the outlet is credited as origin, in [0, 1].</summary>
    public required Explanation Explanation { get; init; }
}
