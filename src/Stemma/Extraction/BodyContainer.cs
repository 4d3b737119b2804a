using Stemma.Extraction.Html;

namespace Stemma.Extraction;

/// <summary>Finds the element that holds the article's running text.</summary>
internal static class BodyContainer
{
    private const PageRegions Outside = PageRegions.Nav | PageRegions.Footer | PageRegions.Aside | PageRegions.Form
        | PageRegions.Caption | PageRegions.Hidden | PageRegions.Dialog | PageRegions.Button;

    private const ClassHints Unlikely = ClassHints.Comment | ClassHints.Related | ClassHints.Popular | ClassHints.Promo
        | ClassHints.Ad | ClassHints.Consent | ClassHints.Foot | ClassHints.Nav | ClassHints.Pager;

    /// <summary>
    /// The smallest element that holds most of the page's prose: from the root down as long as one child has four fifths
    /// of what its parent has. Prose is weighed by words outside links; 0 in a page without any. Linear in the nodes.
    /// </summary>
    public static int Find(HtmlTree tree, IReadOnlyList<PageBlock> blocks)
    {
        var weights = new double[tree.Count];
        foreach (var block in blocks)
        {
            weights[block.Node] += Weight(block);
        }
        for (var i = tree.Count - 1; i > 0; i--)
        {
            weights[tree[i].Parent] += weights[i];
        }
        var best = 0;
        for (var next = 0; next >= 0;)
        {
            best = next;
            next = -1;
            for (var child = best + 1; child < tree[best].End; child = tree[child].End)
            {
                if (weights[child] > 0 && weights[child] >= weights[best] * 0.8 && tree[child].Tag != Tag.P)
                {
                    next = child;
                    break;
                }
            }
        }
        return best;
    }

    /// <summary>How much a block speaks for its surroundings: its words, if they look like running text.</summary>
    public static double Weight(PageBlock block)
    {
        if (block.IsHeading || block.LinkShare > 0.5 || block.Words < 10)
        {
            return 0;
        }
        var weight = Math.Min(block.Words, 120) * (1 - block.LinkShare);
        if ((block.Regions & Outside) != 0 || (block.AllHints & Unlikely) != 0)
        {
            weight *= 0.1;
        }
        return block.Tag == Tag.P || (block.AllHints & ClassHints.Body) != 0 ? weight : weight * 0.6;
    }
}
