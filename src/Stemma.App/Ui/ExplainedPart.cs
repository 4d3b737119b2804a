using Stemma.Model;

namespace Stemma.App.Ui;

/// <summary>One judgement behind a thing that a brief shows.</summary>
/// <param name="Label">What it is about: "why they are one claim", an outlet's name.</param>
/// <param name="Explanation">Rule, sentence, figure; null for a part that only shows words.</param>
/// <param name="Evidence">The passages: the explanation's, or the words themselves.</param>
public sealed record ExplainedPart(string Label, Explanation? Explanation, IReadOnlyList<Evidence> Evidence)
{
    public static ExplainedPart Of(string label, Explanation explanation) => new(label, explanation, explanation.Evidence);
}
