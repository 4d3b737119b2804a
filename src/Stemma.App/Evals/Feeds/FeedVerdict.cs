namespace Stemma.App.Evals.Feeds;

/// <summary>Whether one case came out as expected, and what came instead.</summary>
internal sealed record FeedVerdict(string Id, string Group, string Subset, bool IsRight, string Detail);
