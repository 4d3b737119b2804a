namespace Stemma.Fetching;

/// <summary>A category or keyword.</summary>
/// <param name="Term">The category.</param>
/// <param name="Scheme">Address or name of the scheme it belongs to.</param>
/// <param name="Label">For people to read, where it differs.</param>
public sealed record FeedCategory(string Term, string? Scheme = null, string? Label = null);
