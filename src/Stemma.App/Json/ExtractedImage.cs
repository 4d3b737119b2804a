namespace Stemma.App.Json;

/// <summary>A picture of an article; its address is null where only the caption shows that there was one.</summary>
internal sealed record ExtractedImage(string? Url, string? Caption, string? Credit);
