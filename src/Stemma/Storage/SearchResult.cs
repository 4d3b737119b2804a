namespace Stemma.Storage;

/// <summary>What was found.</summary>
/// <param name="Hits">In the order asked for.</param>
/// <param name="HasMore">Whether there are more after these.</param>
/// <param name="Faults">What of the query could not be understood, in words.</param>
public sealed record SearchResult(IReadOnlyList<SearchHit> Hits, bool HasMore, IReadOnlyList<string> Faults);
