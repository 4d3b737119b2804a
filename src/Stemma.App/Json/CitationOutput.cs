using System.Text.Json.Serialization;

namespace Stemma.App.Json;

/// <summary>A citation of <c>stemma analyze</c>.</summary>
internal sealed record CitationOutput
{
    public required string Outlet { get; init; }

    public int Start { get; init; }

    public int End { get; init; }

    public int[]? CueSpan { get; init; }

    public required string Kind { get; init; }

    public int[]? Scope { get; init; }

    public int[]? OnWordOf { get; init; }

    public double? Figure { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ExplanationOutput? Explanation { get; init; }
}

/// <summary>A denial, confirmation or refusal of <c>stemma analyze</c>.</summary>
internal sealed record StatusOutput
{
    public required string Kind { get; init; }

    public int Start { get; init; }

    public int End { get; init; }

    public string? Party { get; init; }

    public int[]? PartySpan { get; init; }

    public string? AskedBy { get; init; }

    public int[]? Matter { get; init; }

    public double? Figure { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ExplanationOutput? Explanation { get; init; }
}
