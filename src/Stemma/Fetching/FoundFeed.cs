namespace Stemma.Fetching;

/// <summary>A feed of a site.</summary>
/// <param name="Url">Its address.</param>
/// <param name="Title">Its title as the page has it; null for none.</param>
/// <param name="How">How it was found.</param>
public sealed record FoundFeed(Uri Url, string? Title, FoundFeedKind How);
