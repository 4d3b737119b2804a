using Stemma.Fetching;

namespace Stemma.App.Json;

/// <summary>A picture, film or sound of an entry.</summary>
internal sealed record FeedMediaOutput(
    string Url, string? Type, string? Medium, int? Width, int? Height, double? DurationSeconds, bool Thumbnail, string? Title, string? Description, string? Credit)
{
    public static FeedMediaOutput Of(FeedMediaFile file) => new(
        file.Url, file.Type, file.Medium, file.Width, file.Height, file.DurationSeconds, file.IsThumbnail, file.Title, file.Description, file.Credit);
}
