using Stemma.Model;

namespace Stemma.App.Json;

/// <summary>One line of <c>stemma analyze</c>.</summary>
internal sealed record AnalysisOutput
{
    public required string Id { get; init; }

    public required IReadOnlyList<QuoteOutput> Quotes { get; init; }

    public static AnalysisOutput Of(string id, Article article, Analysis analysis) => new()
    {
        Id = id,
        Quotes = [.. analysis.Quotes.Select(q => QuoteOutput.Of(q))],
    };
}

/// <summary>A quote of <c>stemma analyze</c>.</summary>
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

    public static QuoteOutput Of(Quote q) => new()
    {
        Start = q.Span.Start,
        End = q.Span.End,
        Form = q.Form.ToString().ToLowerInvariant(),
        Speaker = q.Speaker,
        SpeakerSpan = q.SpeakerSpan is { } s ? [s.Start, s.End] : null,
        CueSpan = q.CueSpan is { } c ? [c.Start, c.End] : null,
        To = q.Addressee,
        Setting = q.Setting,
        Turn = q.Turn,
        Figure = q.Explanation.Figure,
        Rule = q.Explanation.Rule,
    };
}
