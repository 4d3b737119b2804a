namespace Stemma.Fetching;

/// <summary>Who made a picture, film or sound.</summary>
public sealed record FeedMediaCredit(string Name, string? Role = null, string? Scheme = null);
