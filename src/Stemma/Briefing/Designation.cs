using Stemma.Model;
using Stemma.Text;
using Stemma.Tracing;

namespace Stemma.Briefing;

/// <summary>What a sentence says that somebody or something is classed as: "foreign terrorist organisations".</summary>
/// <param name="Sentence">The sentence.</param>
/// <param name="Span">The designation.</param>
/// <param name="Clause">What it stands in, from the verb by which something is classed to its own end.</param>
/// <param name="Words">Its stems; the last is what kind of thing it is.</param>
/// <param name="Cue">The first letters of the verb by which it is classed.</param>
internal sealed record Designation(SentenceTerms Sentence, TextSpan Span, TextSpan Clause, IReadOnlyList<string> Words, string Cue)
{
    public ArticleId Account => Sentence.Account.Id;

    public string Head => Words[^1];

    /// <summary>The telling stems of the sentence around it, names left out: whom it is about does not say what.</summary>
    public IReadOnlyList<string> Context { get; } =
    [
        .. Sentence.Words.Where(w => !w.Span.Overlaps(Span) && (!w.IsCapitalised || w.IsNumber))
            .Select(w => w.Stem)
            .Where(s => CommonWords.BuiltIn.Telling(s) > 0.5)
            .Distinct(),
    ];

    /// <summary>Equal for designations that say the same.</summary>
    public string Key => string.Join(' ', Words.Order(StringComparer.Ordinal));
}
