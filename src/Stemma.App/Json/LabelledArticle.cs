namespace Stemma.App.Json;

/// <summary>The true story of an article in labelled data; null where it has no label.</summary>
internal sealed record LabelledArticle
{
    public string? Id { get; init; }

    public string? Story { get; init; }
}
