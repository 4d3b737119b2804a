using System.Text.Json;
using Stemma.Model;

namespace Stemma.App.Evals.Quotes;

/// <summary>A quote or attribution as gold or system has it, ready to be scored.</summary>
internal sealed record QuoteItem
{
    public required IReadOnlyList<TextSpan> Parts { get; init; }

    public string? Speaker { get; init; }

    public TextSpan? SpeakerSpan { get; init; }

    public TextSpan? CueSpan { get; init; }

    public string Form { get; init; } = "";

    /// <summary>What sort of source the gold says it is: <c>pronoun</c>, <c>nominal</c>; empty in the system's
    /// items.</summary>
    public string Kind { get; init; } = "";

    /// <summary>Whether the gold gives a person's name.</summary>
    public bool IsNamed => Speaker is { Length: > 0 } name && name[0] != '~';

    public static QuoteItem Read(JsonElement item) => new()
    {
        Parts = item.TryGetProperty("parts", out var parts) && parts.ValueKind == JsonValueKind.Array
            ? [.. parts.EnumerateArray().Select(p => new TextSpan(p[0].GetInt32(), p[1].GetInt32()))]
            : [new TextSpan(item.GetProperty("start").GetInt32(), item.GetProperty("end").GetInt32())],
        Speaker = Text(item, "speaker"),
        SpeakerSpan = Span(item, "speakerSpan"),
        CueSpan = Span(item, "cueSpan"),
        Form = Text(item, "form") ?? "",
        Kind = Text(item, "kind") ?? "",
    };

    private static string? Text(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static TextSpan? Span(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array
            && value.GetArrayLength() == 2
            ? new TextSpan(value[0].GetInt32(), value[1].GetInt32()) : null;
}
