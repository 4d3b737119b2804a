namespace Stemma.Outlets;

/// <summary>Who publishes: a newspaper, broadcaster, agency, site.</summary>
public sealed record Outlet
{
    /// <summary>Short stable slug: <c>nytimes</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Usual full name.</summary>
    public required string Name { get; init; }

    /// <summary>Other spellings found in running text.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Registrable domains and telling subdomains, lower case.</summary>
    public IReadOnlyList<string> Domains { get; init; } = [];

    /// <summary>ISO 3166-1 alpha-2; empty where unknown.</summary>
    public string Country { get; init; } = "";

    /// <summary>BCP 47 tag of its main language; empty where unknown.</summary>
    public string Language { get; init; } = "";

    public OutletKind Kind { get; init; } = OutletKind.Newspaper;

    /// <summary>Slug of the owner; empty where unknown.</summary>
    public string Owner { get; init; } = "";

    /// <summary>Slug shared by editions and services that are one newsroom, hence one root; empty if it stands alone.</summary>
    public string Family { get; init; } = "";

    /// <summary>Short names it shares with others: "the Times". They count only beside a fuller mention.</summary>
    public IReadOnlyList<string> AmbiguousNames { get; init; } = [];

    /// <summary>A name of one common word ("Time"), which needs a cue or a fuller mention; empty for most.</summary>
    public string CommonWord { get; init; } = "";

    /// <summary>What makes two outlets one root: the family, else the outlet itself.</summary>
    public string RootKey => Family.Length > 0 ? Family : Id;
}
