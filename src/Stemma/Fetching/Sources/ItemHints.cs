namespace Stemma.Fetching;

/// <summary>
/// What a source says of an article beside its page: the fields of a JSON line, the news tags of a sitemap. Verbatim; each null
/// where the source does not say.
/// </summary>
public sealed record ItemHints
{
    /// <summary>Nothing said.</summary>
    public static ItemHints None { get; } = new();

    /// <summary>The source's own id of the item.</summary>
    public string? Id { get; init; }

    public string? Title { get; init; }

    public string? Outlet { get; init; }

    /// <summary>Language tag as written.</summary>
    public string? Language { get; init; }

    /// <summary>When it was published, as written.</summary>
    public string? Published { get; init; }

    /// <summary>When it was changed last, as written.</summary>
    public string? Updated { get; init; }
}
