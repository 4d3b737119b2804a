using System.Globalization;
using System.Text.Json.Serialization;
using Stemma.Model;

namespace Stemma.App.Json;

/// <summary>One line of <c>stemma analyze</c>. Spans are pairs of half-open UTF-16 offsets in the text as given.</summary>
internal sealed record AnalysisOutput
{
    public required string Id { get; init; }

    public required IReadOnlyList<SentenceOutput> Sentences { get; init; }

    public required IReadOnlyList<MentionOutput> Mentions { get; init; }

    public required IReadOnlyList<QuoteOutput> Quotes { get; init; }

    public required IReadOnlyList<AttributionOutput> Attributions { get; init; }

    public required IReadOnlyList<CitationOutput> Citations { get; init; }

    public required IReadOnlyList<StatusOutput> Statuses { get; init; }

    public required IReadOnlyList<FirstHandOutput> FirstHand { get; init; }

    public required IReadOnlyList<ModalityOutput> Modality { get; init; }

    public required IReadOnlyList<DateOutput> Dates { get; init; }

    public required IReadOnlyList<AmountOutput> Amounts { get; init; }

    /// <summary>The line for one article; with <paramref name="explain"/> each judgement carries its explanation.</summary>
    public static AnalysisOutput Of(string id, Article article, Analysis analysis, bool explain)
    {
        var text = article.Text;
        ExplanationOutput? Why(Explanation e) => explain ? ExplanationOutput.Of(e, text) : null;
        return new AnalysisOutput
        {
            Id = id,
            Sentences = [.. analysis.Sentences.Select(s => new SentenceOutput(s.Span.Start, s.Span.End, s.Paragraph, Name(s.Modality)))],
            Mentions = [.. analysis.Mentions.Select(m => new MentionOutput(m.Span.Start, m.Span.End, Name(m.Kind), m.Name, m.Role is { } role ? Name(role) : null))],
            Quotes = [.. analysis.Quotes.Select(q => new QuoteOutput
            {
                Start = q.Span.Start, End = q.Span.End, Form = Name(q.Form), Speaker = q.Speaker, SpeakerSpan = Pair(q.SpeakerSpan), CueSpan = Pair(q.CueSpan),
                To = q.Addressee, Setting = q.Setting, Turn = q.Turn, Figure = q.Explanation.Figure, Rule = q.Explanation.Rule, Explanation = Why(q.Explanation),
            })],
            Attributions = AttributionOutput.Of(analysis.Quotes),
            Citations = [.. analysis.Citations.Select(c => new CitationOutput
            {
                Outlet = c.Outlet, Start = c.Span.Start, End = c.Span.End, CueSpan = Pair(c.CueSpan), Kind = Name(c.Kind), Scope = Pair(c.Scope), OnWordOf = Pair(c.OnWordOf),
                Figure = c.Explanation.Figure, Explanation = Why(c.Explanation),
            })],
            Statuses = [.. analysis.Statuses.Select(s => new StatusOutput
            {
                Kind = Name(s.Kind), Start = s.Span.Start, End = s.Span.End, Party = s.Party, PartySpan = Pair(s.PartySpan), AskedBy = s.AskedBy, Matter = Pair(s.Matter),
                Figure = s.Explanation.Figure, Explanation = Why(s.Explanation),
            })],
            FirstHand = [.. analysis.FirstHandSigns.Select(f => new FirstHandOutput(Name(f.Kind), f.Span.Start, f.Span.End, f.Party, f.Explanation.Figure, Why(f.Explanation)))],
            Modality = [.. analysis.Sentences.Where(s => s.Modality != Model.Modality.Asserted).Select(s => new ModalityOutput(s.Span.Start, s.Span.End, Name(s.Modality), Pair(s.ModalitySpan)))],
            Dates = [.. analysis.Dates.Select(d => new DateOutput(d.Span.Start, d.Span.End, Iso(d.From), Iso(d.To), Why(d.Explanation)))],
            Amounts = [.. analysis.Amounts.Select(a => new AmountOutput(a.Span.Start, a.Span.End, a.Low, a.High, a.Unit, a.IsApproximate))],
        };
    }

    internal static int[]? Pair(TextSpan? span) => span is { } s ? [s.Start, s.End] : null;

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>An enumeration's value in snake case: <c>told_to</c>.</summary>
    private static string Name<T>(T value)
        where T : struct, Enum => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}

internal sealed record SentenceOutput(int Start, int End, int Paragraph, string Modality);

internal sealed record MentionOutput(int Start, int End, string Kind, string Name, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Role);

internal sealed record ModalityOutput(int Start, int End, string Modality, int[]? CueSpan);

internal sealed record DateOutput(
    int Start, int End, string From, string To, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ExplanationOutput? Explanation);

internal sealed record AmountOutput(int Start, int End, double Low, double High, string? Unit, bool Approximate);

internal sealed record FirstHandOutput(
    string Kind, int Start, int End, string? Party, double? Figure, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ExplanationOutput? Explanation);

/// <summary>Why: the rule, its sentence, its figure, and the words it rests on.</summary>
internal sealed record ExplanationOutput(string Rule, string Text, double? Figure, IReadOnlyList<EvidenceOutput> Evidence)
{
    public static ExplanationOutput Of(Explanation e, string text) =>
        new(e.Rule, e.Text, e.Figure, [.. e.Evidence.Select(x => new EvidenceOutput(x.Span.Start, x.Span.End, x.Span.Of(text)))]);
}

internal sealed record EvidenceOutput(int Start, int End, string Text);
