namespace Stemma.Fetching;

/// <summary>A feed's picture.</summary>
public sealed record FeedImage
{
    public required string Url { get; init; }

    public string? Title { get; init; }

    /// <summary>Where it leads when clicked.</summary>
    public string? Link { get; init; }

    public string? Description { get; init; }

    /// <summary>Pixels.</summary>
    public int? Width { get; init; }

    /// <summary>Pixels.</summary>
    public int? Height { get; init; }
}
