namespace Stemma.App.Api;

/// <summary>All feeds, by folder and name.</summary>
internal sealed record FeedListJson(IReadOnlyList<FeedJson> Feeds);
