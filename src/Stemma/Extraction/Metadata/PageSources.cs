using Stemma.Extraction.Html;

namespace Stemma.Extraction;

/// <summary>All of a page that its metadata are read from.</summary>
internal sealed class PageSources
{
    public required HtmlTree Tree { get; init; }

    public required IReadOnlyList<PageBlock> Blocks { get; init; }

    public required MetaTags Meta { get; init; }

    /// <summary>The article nodes of its structured data, in page order.</summary>
    public required IReadOnlyList<StructuredArticle> Nodes { get; init; }

    /// <summary>The one of them that is the page's article; null if none is.</summary>
    public required StructuredArticle? Structured { get; init; }

    public required Uri? Url { get; init; }

    public required string? Outlet { get; init; }

    public required SiteIdentity Site { get; init; }

    /// <summary>The words of the heading over the article, or what comes nearest to one.</summary>
    public required string Headline { get; init; }

    /// <summary>Number of the block that is the headline; -1 if none is.</summary>
    public required int TitleBlock { get; init; }

    /// <summary>The words that it writes small somewhere; collected when first asked for.</summary>
    public CommonWords Common => field ??= new CommonWords(Blocks);

    /// <summary>The block that says just the headline, a heading before others; -1 if none does.</summary>
    public static int FindTitleBlock(IReadOnlyList<PageBlock> blocks, string headline)
    {
        var at = -1;
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i].Text == headline && (at < 0 || (blocks[i].IsHeading && !blocks[at].IsHeading)))
            {
                at = i;
            }
        }
        return at;
    }
}
