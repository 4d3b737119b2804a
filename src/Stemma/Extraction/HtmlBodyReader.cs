using Stemma.Extraction.Html;

namespace Stemma.Extraction;

/// <summary>Decides of each block of a page whether it belongs to the article's body, and as what it is dropped if not.</summary>
internal static class HtmlBodyReader
{
    private const PageRegions Outside = PageRegions.Nav | PageRegions.Footer | PageRegions.Aside | PageRegions.Form
        | PageRegions.Caption | PageRegions.Hidden | PageRegions.Dialog | PageRegions.Button;

    private const ClassHints Unlikely = ClassHints.Comment | ClassHints.Related | ClassHints.Popular | ClassHints.Promo
        | ClassHints.Ad | ClassHints.Consent | ClassHints.Share | ClassHints.Nav | ClassHints.Pager | ClassHints.Tags
        | ClassHints.Caption | ClassHints.Author | ClassHints.Paywall;

    /// <summary>The kind each block is dropped as, null for blocks of the body; in the order of the blocks.</summary>
    public static string?[] Read(HtmlTree tree, IReadOnlyList<PageBlock> blocks, PageMetadata metadata)
    {
        var kinds = new string?[blocks.Count];
        var container = BodyContainer.Find(tree, blocks);
        for (var i = 0; i < blocks.Count; i++)
        {
            var block = blocks[i];
            var isInside = block.Node >= container && block.Node < tree[container].End;
            kinds[i] = isInside ? Judge(block, metadata) : BlockKinds.Of(block, metadata) ?? "other";
        }
        Trim(blocks, kinds);
        return kinds;
    }

    private static string? Judge(PageBlock block, PageMetadata metadata)
    {
        if (BlockKinds.Of(block, metadata) is { } kind && (block.Words < 60 || kind is "comments" or "consent"))
        {
            return kind;
        }
        var isOutside = (block.Regions & Outside) != 0 || (block.OwnHints & Unlikely) != 0;
        if (isOutside && (block.Words < 40 || (block.Regions & PageRegions.Hidden) != 0))
        {
            return "other";
        }
        return block.LinkShare > 0.6 && block.Words < 25 ? "related" : null;
    }

    /// <summary>Cuts short blocks before the first and after the last prose, and headings that nothing follows.</summary>
    private static void Trim(IReadOnlyList<PageBlock> blocks, string?[] kinds)
    {
        var first = -1;
        var last = -1;
        for (var i = 0; i < blocks.Count; i++)
        {
            if (kinds[i] is null && IsProse(blocks[i]))
            {
                first = first < 0 ? i : first;
                last = i;
            }
        }
        for (var i = 0; i < blocks.Count; i++)
        {
            if (kinds[i] is null && (i < first || i > last || first < 0))
            {
                kinds[i] = "other";
            }
        }
    }

    private static bool IsProse(PageBlock block) =>
        !block.IsHeading && block.Words >= 6 && (block.Words >= 20 || SentenceEnds.At(block.Text));
}
