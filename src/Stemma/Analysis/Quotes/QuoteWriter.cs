using System.Globalization;
using Stemma.Model;

namespace Stemma.Analyzing;

/// <summary>Turns statements into quotes with their explanations.</summary>
internal static class QuoteWriter
{
    /// <summary>The quotes in text order, turns numbered from 0 in order of first appearance.</summary>
    public static IReadOnlyList<Quote> Write(MarkedText text, IReadOnlyList<Statement> statements)
    {
        var turns = new Dictionary<int, int>();
        var quotes = new List<Quote>(statements.Count);
        foreach (var statement in statements)
        {
            if (!turns.TryGetValue(statement.Turn, out var turn))
            {
                turns[statement.Turn] = turn = turns.Count;
            }
            TextSpan? cue = statement.Cue is { Lemma.Length: > 0 } c ? text.Span(c.First, c.Last) : null;
            TextSpan? source = statement.Source is { } s ? text.Span(s.First, s.Last) : null;
            quotes.Add(new Quote
            {
                Span = statement.Span,
                Form = statement.Form,
                Speaker = statement.Speaker,
                SpeakerSpan = source,
                CueSpan = cue,
                Addressee = statement.Addressee,
                Setting = statement.Setting,
                Turn = turn,
                Explanation = Explain(text, statement, source, cue),
            });
        }
        return quotes;
    }

    private static Explanation Explain(MarkedText text, Statement statement, TextSpan? source, TextSpan? cue)
    {
        List<Evidence> evidence = [];
        if (source is { } s)
        {
            evidence.Add(new Evidence(text.Article.Id, s));
        }
        if (cue is { } c)
        {
            evidence.Add(new Evidence(text.Article.Id, c));
        }
        if (evidence.Count == 0)
        {
            evidence.Add(new Evidence(text.Article.Id, statement.Span));
        }
        var figure = Math.Round(statement.Figure, 2);
        var said = source is { } words ? $"laid to “{words.Of(text.Text)}”" : "nobody named";
        var by = cue is { } verb ? $" by “{verb.Of(text.Text)}”" : "";
        var name = statement.Speaker is { } full && source is { } short_
            && !full.Equals(short_.Of(text.Text), StringComparison.Ordinal) ? $", that is {full}" : "";
        return new Explanation("analysis." + statement.Rule,
            string.Create(CultureInfo.InvariantCulture, $"{said}{by}{name}; sure of the speaker {figure:0.##}"),
            figure, evidence);
    }
}
