using Stemma.Extraction.Html;
using Stemma.Text;

namespace Stemma.Extraction.Learning;

/// <summary>What the features of a page's blocks are counted from; made once per page.</summary>
internal sealed class PageContext
{
    // Enough to tell languages apart; a whole page would cost more than its features.
    private const int LanguageChars = 600;

    public PageContext(HtmlTree tree, IReadOnlyList<PageBlock> blocks, PageMetadata metadata)
    {
        Tree = tree;
        Blocks = blocks;
        Metadata = metadata;
        Container = BodyContainer.Find(tree, blocks);
        var count = blocks.Count;
        IsProse = new bool[count];
        HasDate = new bool[count];
        HasByline = new bool[count];
        Furniture = new string?[count];
        Signatures = new int[count];
        Depths = new int[count];
        MainParent = FindMainParent();
        var seen = new Dictionary<string, int>(count, StringComparer.Ordinal);
        for (var i = 0; i < count; i++)
        {
            var block = blocks[i];
            IsProse[i] = BodyContainer.Weight(block) >= 8;
            Furniture[i] = FurnitureKinds.Of(block.Text, block.Words);
            HasDate[i] = block.Words <= 20 && DateReader.Find(block.Text) is not null;
            HasByline[i] = block.Words <= 14 && BylineReader.Default.HasLead(block.Text);
            Signatures[i] = SignatureOf(block.Node);
            Depths[i] = DepthOf(block.Node);
            seen[block.Text] = seen.GetValueOrDefault(block.Text) + 1;
            TotalWords += block.Words;
            ProseWords += IsProse[i] ? block.Words : 0;
            if (TitleBlock < 0 || !blocks[TitleBlock].IsHeading)
            {
                TitleBlock = block.Text == metadata.Title && (TitleBlock < 0 || block.IsHeading) ? i : TitleBlock;
            }
        }
        Repeats = seen;
        Language = LanguageOf();
    }

    public HtmlTree Tree { get; }

    public IReadOnlyList<PageBlock> Blocks { get; }

    public PageMetadata Metadata { get; }

    /// <summary>The element that holds most of the prose.</summary>
    public int Container { get; }

    /// <summary>The element that directly holds most of the prose.</summary>
    public int MainParent { get; }

    /// <summary>Number of the block that is the headline; -1 if none is.</summary>
    public int TitleBlock { get; } = -1;

    public int TotalWords { get; }

    public int ProseWords { get; }

    /// <summary>Whether each block looks like running text by itself.</summary>
    public bool[] IsProse { get; }

    /// <summary>Whether each block is a short line with a date, or one that opens as bylines do.</summary>
    public bool[] HasDate { get; }

    public bool[] HasByline { get; }

    /// <summary>What furniture each block's words betray; null for none.</summary>
    public string?[] Furniture { get; }

    /// <summary>A hash of each block's element, its class, and those of its parent: equal for blocks of one make.</summary>
    public int[] Signatures { get; }

    /// <summary>How deep each block's element lies.</summary>
    public int[] Depths { get; }

    /// <summary>How often each text stands on the page.</summary>
    public IReadOnlyDictionary<string, int> Repeats { get; }

    /// <summary>Language of the longest running text, else the one that the page declares; "und" if neither tells.</summary>
    public string Language { get; }

    /// <summary>Parent of a block's element, stepping over list and quote wrappers to what holds them.</summary>
    public int ParentOf(int block) => Math.Max(0, Tree[Blocks[block].Node].Parent);

    /// <summary>
    /// Where a block stands against the lines that close an article's head, such as byline and date: 1 if one of the next
    /// six blocks is such a line and the headline is above, else 0. Standfirsts stand there, paragraphs do not.
    /// </summary>
    public double HeadDistance(int block)
    {
        if (TitleBlock < 0 || block <= TitleBlock || block > TitleBlock + 12)
        {
            return 0;
        }
        for (var i = block + 1; i < Math.Min(Blocks.Count, block + 7); i++)
        {
            var next = Blocks[i];
            if (IsProse[i] && next.Words > 25)
            {
                return 0;
            }
            if (next.Words <= 14 && (HasByline[i] || HasDate[i]
                || (next.OwnHints & (ClassHints.Author | ClassHints.Date)) != 0 || (next.Regions & PageRegions.AuthorProperty) != 0))
            {
                return 1;
            }
        }
        return 0;
    }

    private string LanguageOf()
    {
        PageBlock? longest = null;
        for (var i = 0; i < Blocks.Count; i++)
        {
            longest = IsProse[i] && (longest is null || Blocks[i].Words > longest.Words) ? Blocks[i] : longest;
        }
        var text = longest?.Text ?? "";
        var detected = text.Length < 80 ? "und" : LanguageDetector.Default.Detect(text.AsSpan(0, Math.Min(text.Length, LanguageChars)));
        var declared = Metadata.Language;
        return detected != "und" ? detected : declared is { Length: >= 2 } ? declared[..2].ToLowerInvariant() : "und";
    }

    private int FindMainParent()
    {
        Dictionary<int, double> weights = [];
        var (best, bestWeight) = (0, 0.0);
        for (var i = 0; i < Blocks.Count; i++)
        {
            var parent = ParentOf(i);
            var weight = weights[parent] = weights.GetValueOrDefault(parent) + BodyContainer.Weight(Blocks[i]);
            if (weight > bestWeight)
            {
                (best, bestWeight) = (parent, weight);
            }
        }
        return best;
    }

    private int SignatureOf(int node)
    {
        var code = 17;
        for (var up = 0; up < 2 && node >= 0; up++)
        {
            code = (code * 31) + (int)Tree[node].Tag;
            if (Tree.TryGetRaw(node, "class", out var names))
            {
                foreach (var c in names.Length > 200 ? names[..200] : names)
                {
                    // Counters in class names ("paragraph-12") would part what is of one make.
                    code = char.IsAsciiDigit(c) ? code : (code * 31) + c;
                }
            }
            node = Tree[node].Parent;
        }
        return code;
    }

    private int DepthOf(int node)
    {
        var depth = 0;
        for (; node > 0; node = Tree[node].Parent)
        {
            depth++;
        }
        return depth;
    }
}
