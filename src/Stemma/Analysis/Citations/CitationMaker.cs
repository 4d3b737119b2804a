using Stemma.Model;

namespace Stemma.Analyzing;

/// <summary>Writes citations with their explanations, the same for all languages.</summary>
internal sealed class CitationMaker(MarkedText text)
{
    /// <summary>A citation of an outlet; <paramref name="figure"/> is how sure it is credited as origin, in [0,
    /// 1].</summary>
    public Citation Make(OutletReference reference, int cueFirst, int cueLast, CitationKind kind, TextSpan scope,
        SourcePhrase? onWordOf, double figure, string rule)
    {
        // a short name without a fuller one beside it leaves open who is meant
        figure *= reference.IsResolved ? 1 : 0.7;
        TextSpan? word = onWordOf is { } source && !(source.First < reference.Last && reference.First < source.Last)
            ? kind == CitationKind.ToldTo ? text.Span(source.First, source.Last) : text.Span(source.WholeFirst,
            source.WholeLast) : null;
        var span = text.Span(reference.First, reference.Last);
        var cueSpan = text.Span(cueFirst, Math.Max(cueLast, cueFirst + 1));
        var named = reference.IsAnaphor ? $"“{span.Of(text.Text)}”, that is {reference.Name},"
            : reference.IsResolved ? $"“{span.Of(text.Text)}”" : $"“{span.Of(text.Text)}”, of which the article gives no fuller name,";
        return new Citation
        {
            Outlet = reference.Name,
            Span = span,
            CueSpan = cueSpan,
            Kind = kind,
            Scope = scope,
            OnWordOf = word,
            Explanation = Explanation.Of("analysis.citation." + rule, $"{named} beside “{cueSpan.Of(text.Text)}”",
            text.Article.Id, span, cueSpan) with { Figure = Math.Round(figure, 2) },
        };
    }

    /// <summary>What the statements of one cue cover together; the sentence where there are none.</summary>
    public TextSpan ScopeOf(IReadOnlyList<Statement>? laid, int sentence)
    {
        if (laid is null or [])
        {
            var (first, last, _) = text.Sentences[sentence];
            return text.Span(first, last);
        }
        var start = int.MaxValue;
        var end = 0;
        foreach (var statement in laid)
        {
            start = Math.Min(start, statement.Span.Start);
            end = Math.Max(end, statement.Span.End);
        }
        return new TextSpan(start, end);
    }
}
