using Stemma.Tracing;

namespace Stemma.Briefing;

/// <summary>The claims of a story, and how sure it is of any two sentences that they state the same thing.</summary>
internal sealed class ClaimAlignment(IReadOnlyList<AlignedClaim> claims, ClaimPairs pairs, ClaimFigures figures)
{
    public IReadOnlyList<AlignedClaim> Claims => claims;

    /// <summary>Log-odds in [-6, 6] that two sentences of different accounts state the same thing.</summary>
    public double FigureOf(SentenceTerms a, SentenceTerms b)
    {
        var (i, j) = (pairs.IndexOf(a), pairs.IndexOf(b));
        return i < 0 || j < 0 ? -ClaimModel.Surest : figures.Of(i, j);
    }
}
