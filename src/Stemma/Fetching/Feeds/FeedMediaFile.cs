namespace Stemma.Fetching;

/// <summary>A picture, film or sound of the media module.</summary>
public sealed record FeedMediaFile
{
    public required string Url { get; init; }

    public string? Type { get; init; }

    /// <summary>image, audio, video, document, executable.</summary>
    public string? Medium { get; init; }

    /// <summary>Pixels.</summary>
    public int? Width { get; init; }

    /// <summary>Pixels.</summary>
    public int? Height { get; init; }

    /// <summary>Playing time in seconds.</summary>
    public double? DurationSeconds { get; init; }

    /// <summary>Bytes.</summary>
    public long? Length { get; init; }

    public bool IsThumbnail { get; init; }

    public bool IsDefault { get; init; }

    public string? Title { get; init; }

    public string? Description { get; init; }

    /// <summary>Who made it, as written.</summary>
    public string? Credit { get; init; }
}
