using Stemma.Model;

namespace Stemma.Extraction;

/// <summary>What a page says about its article, apart from the text.</summary>
internal sealed record PageMetadata
{
    /// <summary>The words of the heading over the article, by which it is found among the blocks.</summary>
    public string Title { get; init; } = "";

    /// <summary>The article's title, as a reader would cite it; often, but not always, the heading.</summary>
    public string ArticleTitle { get; init; } = "";

    public string? Outlet { get; init; }

    public string? Via { get; init; }

    public IReadOnlyList<string> Bylines { get; init; } = [];

    public Moment? Published { get; init; }

    public Moment? Updated { get; init; }

    public string? Language { get; init; }

    public Uri? Url { get; init; }

    public string? Section { get; init; }

    public string? Description { get; init; }

    public Uri? Image { get; init; }

    public bool IsPaywalled { get; init; }

    public ArticleKind Kind { get; init; } = ArticleKind.News;

    /// <summary>The body that the structured data claim; often cut short or of another article, so only a hint.</summary>
    public string? ClaimedBody { get; init; }
}
