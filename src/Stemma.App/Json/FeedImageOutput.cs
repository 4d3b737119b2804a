using Stemma.Fetching;

namespace Stemma.App.Json;

/// <summary>A feed's picture.</summary>
internal sealed record FeedImageOutput(string Url, string? Title, string? Link, int? Width, int? Height)
{
    public static FeedImageOutput? Of(FeedImage? image) =>
        image is null ? null : new FeedImageOutput(image.Url, image.Title, image.Link, image.Width, image.Height);
}
