namespace Stemma.Fetching;

/// <summary>A link of a Link header (RFC 8288).</summary>
/// <param name="Target">Where it leads.</param>
/// <param name="Relation">One relation, lower case, such as <c>hub</c> or <c>self</c>.</param>
/// <param name="MediaType">What it says it leads to, lower case; null where it does not say.</param>
public sealed record WebLink(Uri Target, string Relation, string? MediaType);
