using Stemma.App.Json;

namespace Stemma.App.Api;

/// <summary>What was found.</summary>
/// <param name="Query">As asked.</param>
/// <param name="Hits">In the order asked for.</param>
/// <param name="HasMore">Whether there are more.</param>
/// <param name="Faults">What could not be understood, in words.</param>
internal sealed record SearchJson(string Query, IReadOnlyList<FoundArticleJson> Hits, bool HasMore, IReadOnlyList<string> Faults);
