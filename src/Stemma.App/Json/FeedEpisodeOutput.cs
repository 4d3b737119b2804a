using Stemma.Fetching;

namespace Stemma.App.Json;

/// <summary>What a podcast says of an entry.</summary>
internal sealed record FeedEpisodeOutput(string? Duration, bool? Explicit, bool? Blocked, string? Season, string? Episode, string? EpisodeType, string? ChaptersVersion, IReadOnlyList<FeedChapterOutput> Chapters)
{
    public static FeedEpisodeOutput Of(FeedPodcast podcast) => new(
        podcast.Duration, podcast.IsExplicit, podcast.IsBlocked, podcast.Season, podcast.Episode, podcast.EpisodeType, podcast.ChaptersVersion,
        [.. podcast.Chapters.Select(c => new FeedChapterOutput(c.Start?.TotalSeconds, c.Title, c.Link, c.Image))]);
}
