namespace Stemma.App.Json;

/// <summary>Who made a picture, film or sound.</summary>
internal sealed record FeedCreditOutput(string Name, string? Role);
