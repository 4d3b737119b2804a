namespace Stemma.Extraction.Learning;

/// <summary>
/// Which blocks of a page stand in the body that its structured data claim. Short blocks tell nothing by themselves, but
/// what stands between two claimed paragraphs is likelier text than what follows the last one.
/// </summary>
internal sealed class ClaimedBlocks
{
    public ClaimedBlocks(ClaimedText claimed, IReadOnlyList<PageBlock> blocks)
    {
        Own = new float[blocks.Count];
        Before = new float[blocks.Count];
        After = new float[blocks.Count];
        if (!claimed.IsTelling)
        {
            Array.Fill(Own, -1);
            Array.Fill(Before, -1);
            Array.Fill(After, -1);
            Covered = -1;
            return;
        }
        var last = 0f;
        for (var i = 0; i < blocks.Count; i++)
        {
            Own[i] = (float)claimed.Share(blocks[i].Text);
            Before[i] = last;
            last = ClaimedText.IsLong(blocks[i].Text) ? Own[i] : last;
        }
        last = 0;
        for (var i = blocks.Count - 1; i >= 0; i--)
        {
            After[i] = last;
            last = ClaimedText.IsLong(blocks[i].Text) ? Own[i] : last;
        }
        Covered = claimed.Covered;
    }

    /// <summary>Share of each block that is claimed, in [0, 1]; .5 for short ones; -1 where nothing is claimed.</summary>
    public float[] Own { get; }

    /// <summary>The same of the nearest longer block before, and after.</summary>
    public float[] Before { get; }

    public float[] After { get; }

    /// <summary>Share of the claim that the page holds: another article's claim is not found on it.</summary>
    public float Covered { get; }
}
