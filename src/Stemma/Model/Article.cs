namespace Stemma.Model;

/// <summary>
/// One text by one outlet, without the page around it. The text is normalised once, by the extraction step: paragraphs
/// are parted by one blank line, white space inside a paragraph is folded to single spaces, and nothing else is changed.
/// </summary>
public sealed record Article
{
    public required ArticleId Id { get; init; }

    /// <summary>What it was read from: a path, an address or <c>-</c>, and a number where the page holds several.</summary>
    public required string Source { get; init; }

    /// <summary>Its canonical address, where the page or the caller told one.</summary>
    public Uri? Url { get; init; }

    /// <summary>Usual name of the outlet that published it; null where the page does not tell.</summary>
    public string? Outlet { get; init; }

    /// <summary>The outlet's own headline, verbatim; empty where the page has none.</summary>
    public string Title { get; init; } = "";

    /// <summary>The line below the headline, verbatim; null where there is none.</summary>
    public string? Standfirst { get; init; }

    /// <summary>Names of the authors, one person each, never the outlet; empty where the page does not tell.</summary>
    public IReadOnlyList<string> Bylines { get; init; } = [];

    public Moment? Published { get; init; }

    /// <summary>When the outlet last changed it; null where the page does not tell.</summary>
    public Moment? Updated { get; init; }

    /// <summary>ISO 639-1 code; <c>und</c> where the text is too short to tell.</summary>
    public string Language { get; init; } = "und";

    /// <summary>Place in the dateline, as written: <c>ISTANBUL</c>.</summary>
    public string? Dateline { get; init; }

    /// <summary>The outlet's section: Politics, Sport.</summary>
    public string? Section { get; init; }

    /// <summary>Wire agency or outlet whose text this is, by its credit line; null for the outlet's own text.</summary>
    public string? Via { get; init; }

    public ArticleKind Kind { get; init; } = ArticleKind.News;

    /// <summary>Whether the page says that only subscribers may read all of it.</summary>
    public bool IsPaywalled { get; init; }

    /// <summary>The normalised body: what every <see cref="TextSpan"/> of this article counts in. Without the title.</summary>
    public required string Text { get; init; }

    /// <summary>The paragraphs of <see cref="Text"/>, in order, without the blank lines between them.</summary>
    public IReadOnlyList<TextSpan> Paragraphs { get; init; } = [];

    public IReadOnlyList<ArticleImage> Images { get; init; } = [];

    /// <summary>What the extraction step left out of the body, and as what.</summary>
    public IReadOnlyList<DroppedBlock> Dropped { get; init; } = [];

    /// <summary>The name to show: the outlet's, else the address's host, else the file it was read from.</summary>
    public string OutletLabel => Outlet ?? Url?.Host ?? System.IO.Path.GetFileName(Source);

    /// <summary>The time that orders this article among others: published, else updated, else unknown.</summary>
    public Moment? Time => Published ?? Updated;

    /// <summary>The same for sorting: an article without a time comes after all others.</summary>
    public Moment SortTime => Time ?? new Moment(DateTimeOffset.MaxValue, false);
}
