using System.Text.Json.Serialization;
using Stemma.Model;

namespace Stemma.App.Json;

/// <summary>A quote of <c>stemma analyze</c>: words between marks, or a clause in the outlet's words.</summary>
internal sealed record QuoteOutput
{
    public int Start { get; init; }

    public int End { get; init; }

    public required string Form { get; init; }

    public string? Speaker { get; init; }

    public int[]? SpeakerSpan { get; init; }

    public int[]? CueSpan { get; init; }

    public string? To { get; init; }

    public string? Setting { get; init; }

    public int Turn { get; init; }

    public double? Figure { get; init; }

    public string? Rule { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ExplanationOutput? Explanation { get; init; }
}

/// <summary>All that is laid to one speaker in one breath: the quotes of one turn, as parts.</summary>
internal sealed record AttributionOutput
{
    public int Start { get; init; }

    public int End { get; init; }

    /// <summary>Half-open pairs, in order, none touching another.</summary>
    public required IReadOnlyList<int[]> Parts { get; init; }

    public required string Form { get; init; }

    public string? Speaker { get; init; }

    public int[]? SpeakerSpan { get; init; }

    public int[]? CueSpan { get; init; }

    public int Turn { get; init; }

    /// <summary>The turns of the quotes, in order.</summary>
    public static IReadOnlyList<AttributionOutput> Of(IReadOnlyList<Quote> quotes) =>
        [.. quotes.GroupBy(q => q.Turn).OrderBy(g => g.Key).Select(g => Of([.. g.OrderBy(q => q.Span)]))];

    private static AttributionOutput Of(List<Quote> turn)
    {
        List<int[]> parts = [];
        foreach (var quote in turn)
        {
            if (parts.Count > 0 && quote.Span.Start <= parts[^1][1])
            {
                parts[^1][1] = Math.Max(parts[^1][1], quote.Span.End);
            }
            else
            {
                parts.Add([quote.Span.Start, quote.Span.End]);
            }
        }
        var told = turn.Find(q => q.SpeakerSpan is not null) ?? turn[0];
        var indirect = turn.TrueForAll(q => q.Form == QuoteForm.Indirect);
        var direct = turn.TrueForAll(q => q.Form == QuoteForm.Direct);
        return new AttributionOutput
        {
            Start = parts[0][0],
            End = parts[^1][1],
            Parts = parts,
            Form = indirect ? "indirect" : direct ? "direct" : "mixed",
            Speaker = told.Speaker,
            SpeakerSpan = AnalysisOutput.Pair(told.SpeakerSpan),
            CueSpan = AnalysisOutput.Pair(told.CueSpan),
            Turn = told.Turn,
        };
    }
}
