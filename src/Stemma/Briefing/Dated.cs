using Stemma.Model;
using Stemma.Tracing;

namespace Stemma.Briefing;

/// <summary>A sentence with the words that date what it tells.</summary>
internal sealed record Dated(SentenceTerms Sentence, DateExpression Date)
{
    public DateOnly From => Date.From;

    public DateOnly To => Date.To;
}
