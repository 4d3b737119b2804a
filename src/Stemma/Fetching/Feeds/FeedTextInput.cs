namespace Stemma.Fetching;

/// <summary>RSS's search box.</summary>
public sealed record FeedTextInput(string? Title, string? Description, string? Name, string? Link);
