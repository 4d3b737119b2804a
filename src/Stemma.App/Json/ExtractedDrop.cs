using System.Text.Json.Serialization;

namespace Stemma.App.Json;

/// <summary>A block of the page that is not the article's text, and what it was taken for.</summary>
internal sealed record ExtractedDrop(string Kind, string Text)
{
    /// <summary>Why, where the line itself does not show it; left out else.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Why { get; init; }
}
