namespace Stemma.Fetching;

/// <summary>RSS's own way to be told of changes (rssCloud).</summary>
public sealed record FeedCloud(string? Domain, string? Port, string? Path, string? RegisterProcedure, string? Protocol);
