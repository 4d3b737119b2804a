namespace Stemma.Extraction.Learning;

/// <summary>Sums over groups of blocks and running sums along a page, each counted once.</summary>
internal sealed class PageSums
{
    private readonly PageContext _page;

    public PageSums(PageContext page)
    {
        _page = page;
        var count = page.Blocks.Count;
        ProseBefore = new float[count];
        HeadingAbove = new int[count];
        SinceHeadLine = new int[count];
        Siblings = new (int, int)[count];
        FirstProse = count;
        LastProse = -1;
        var (heading, prose, since) = (-1, 0f, 99);
        Dictionary<int, int> seen = [];
        for (var i = 0; i < count; i++)
        {
            ProseBefore[i] = prose / Math.Max(1, page.ProseWords);
            HeadingAbove[i] = heading;
            heading = page.Blocks[i].IsHeading ? i : heading;
            SinceHeadLine[i] = since = page.HasByline[i] || page.HasDate[i] ? 0 : since + 1;
            var parent = page.ParentOf(i);
            Siblings[i].Before = seen.GetValueOrDefault(parent);
            seen[parent] = Siblings[i].Before + 1;
            if (page.IsProse[i])
            {
                prose += page.Blocks[i].Words;
                FirstProse = Math.Min(FirstProse, i);
                LastProse = i;
            }
            Add(ByParent, page.ParentOf(i), i);
            Add(ByGrandparent, GrandparentOf(i), i);
            Add(BySignature, page.Signatures[i], i);
        }
        for (var i = 0; i < count; i++)
        {
            Siblings[i].After = seen[page.ParentOf(i)] - Siblings[i].Before - 1;
        }
    }

    /// <summary>Share of the page's prose that stands before each block, in [0, 1].</summary>
    public float[] ProseBefore { get; }

    /// <summary>Number of the nearest heading above each block; -1 if there is none.</summary>
    public int[] HeadingAbove { get; }

    /// <summary>Blocks since the last short line with a date or byline.</summary>
    public int[] SinceHeadLine { get; }

    /// <summary>How many blocks of the same parent stand before and after each.</summary>
    public (int Before, int After)[] Siblings { get; }

    public int FirstProse { get; }

    public int LastProse { get; }

    public Dictionary<int, BlockGroup> ByParent { get; } = [];

    public Dictionary<int, BlockGroup> ByGrandparent { get; } = [];

    public Dictionary<int, BlockGroup> BySignature { get; } = [];

    /// <summary>Share of the page's prose that stands after block <paramref name="i"/>, in [0, 1].</summary>
    public float ProseAfter(int i) =>
        1 - ProseBefore[i] - (_page.IsProse[i] ? (float)_page.Blocks[i].Words / Math.Max(1, _page.ProseWords) : 0);

    public int GrandparentOf(int i) => Math.Max(0, _page.Tree[_page.ParentOf(i)].Parent);

    /// <summary>How many elements one must go up from a block to reach one that holds <paramref name="node"/>.</summary>
    public int LevelsTo(int i, int node)
    {
        var levels = 0;
        for (var up = _page.Blocks[i].Node; up > 0; up = _page.Tree[up].Parent, levels++)
        {
            if (up <= node && node < _page.Tree[up].End)
            {
                break;
            }
        }
        return levels;
    }

    public void WriteGroup(BlockGroup group, ref FeatureRow row)
    {
        row.AddLog(group.Blocks);
        row.AddLog(group.Words);
        row.Add((double)group.LinkChars / Math.Max(1, group.Chars));
        row.Add((double)group.Prose / group.Blocks);
        row.Add((double)group.ProseWords / Math.Max(1, _page.ProseWords));
    }

    private void Add(Dictionary<int, BlockGroup> groups, int key, int i)
    {
        var block = _page.Blocks[i];
        if (!groups.TryGetValue(key, out var group))
        {
            groups[key] = group = new BlockGroup();
        }
        group.Blocks++;
        group.Words += block.Words;
        group.Chars += block.Text.Length;
        group.LinkChars += block.LinkChars;
        group.Prose += _page.IsProse[i] ? 1 : 0;
        group.ProseWords += _page.IsProse[i] ? block.Words : 0;
    }
}
