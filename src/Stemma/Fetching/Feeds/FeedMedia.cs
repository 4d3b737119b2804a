namespace Stemma.Fetching;

/// <summary>What the media module says of an entry.</summary>
public sealed record FeedMedia
{
    /// <summary>Contents and thumbnails, in order.</summary>
    public IReadOnlyList<FeedMediaFile> Files { get; init; } = [];

    public IReadOnlyList<FeedMediaCredit> Credits { get; init; } = [];

    public IReadOnlyList<string> Keywords { get; init; } = [];

    public string? Rating { get; init; }

    /// <summary>allow or deny.</summary>
    public string? RestrictionRelationship { get; init; }

    /// <summary>What is allowed or denied: country codes, or addresses.</summary>
    public IReadOnlyList<string> Restrictions { get; init; } = [];

    public string? License { get; init; }

    public string? LicenseUrl { get; init; }

    public string? LicenseType { get; init; }

    public string? Copyright { get; init; }

    public string? PlayerUrl { get; init; }
}
