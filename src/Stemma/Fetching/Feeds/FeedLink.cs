namespace Stemma.Fetching;

/// <summary>A link of a feed or entry: to its page, to itself, to a hub, to a sound file.</summary>
public sealed record FeedLink
{
    /// <summary>Whole address where it could be resolved, else as written. Never of a scheme that executes.</summary>
    public required string Href { get; init; }

    /// <summary>Relation, lower case: alternate, self, enclosure, via, related, replies, hub, next, license …</summary>
    public string Rel { get; init; } = "alternate";

    public string? Type { get; init; }

    public string? HrefLang { get; init; }

    public string? Title { get; init; }

    /// <summary>Size in bytes as written; feeds put anything here.</summary>
    public string? Length { get; init; }

    /// <summary>Playing time in seconds, where told (JSON Feed, media).</summary>
    public double? DurationSeconds { get; init; }
}
