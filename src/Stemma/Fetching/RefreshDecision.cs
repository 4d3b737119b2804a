using Stemma.Model;

namespace Stemma.Fetching;

/// <summary>When a feed is asked next.</summary>
/// <param name="At">Null: never again.</param>
/// <param name="Explanation">Why then; its figure is the wait in seconds, null for never.</param>
public sealed record RefreshDecision(DateTimeOffset? At, Explanation Explanation);
