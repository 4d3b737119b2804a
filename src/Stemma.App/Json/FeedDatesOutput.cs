namespace Stemma.App.Json;

/// <summary>The dates of an entry as its feed writes them.</summary>
internal sealed record FeedDatesOutput(string? Published, string? Updated, string? Created, string? Expired);
