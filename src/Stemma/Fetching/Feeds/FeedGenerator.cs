namespace Stemma.Fetching;

/// <summary>The program that wrote a feed.</summary>
public sealed record FeedGenerator(string? Name, string? Url = null, string? Version = null);
