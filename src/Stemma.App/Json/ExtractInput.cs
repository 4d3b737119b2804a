namespace Stemma.App.Json;

/// <summary>A page as <c>stemma extract --batch</c> reads it: one object a line.</summary>
internal sealed record ExtractInput
{
    public string? Id { get; init; }

    public string? Url { get; init; }

    public string? Html { get; init; }
}
