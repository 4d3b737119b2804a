using Stemma.Tracing;

namespace Stemma.Briefing;

/// <summary>Sentences that state the same thing.</summary>
/// <param name="Sentences">One per account, by time.</param>
/// <param name="IsTheNews">Whether they state what most accounts lead with.</param>
/// <param name="Figure">How sure it is that they state the same thing: mean log-odds of their pairs, equal sentences standing as one.</param>
internal sealed record AlignedClaim(IReadOnlyList<SentenceTerms> Sentences, bool IsTheNews, double Figure);
