namespace Stemma.App.Json;

/// <summary>The program that wrote a feed.</summary>
internal sealed record FeedGeneratorOutput(string? Name, string? Url, string? Version);
