namespace Stemma.App.Json;

/// <summary>The feed an entry was taken from.</summary>
internal sealed record FeedOriginOutput(string? Title, string? Url, string? Link, string? Id);
