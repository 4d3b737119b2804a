namespace Stemma.Extraction.Learning;

/// <summary>
/// Adds to each block's own numbers what a first opinion says of the blocks around it: a line between two paragraphs of
/// the body is read otherwise than the same line between two related links.
/// </summary>
internal static class ContextFeatures
{
    /// <summary>How many numbers describe a block with the opinions around it.</summary>
    public const int Count = BlockFeatures.Count + Added;

    private const int Added = 26;

    /// <summary>The numbers of all blocks, row after row. Linear in the blocks.</summary>
    /// <param name="page">The page.</param>
    /// <param name="own">The rows of <see cref="BlockFeatures"/>.</param>
    /// <param name="opinions">For each block how sure the first opinion is that it belongs to the body.</param>
    public static float[] Of(PageContext page, float[] own, float[] opinions)
    {
        var count = page.Blocks.Count;
        var rows = new float[count * Count];
        var sums = new OpinionSums(page, opinions);
        for (var i = 0; i < count; i++)
        {
            own.AsSpan(i * BlockFeatures.Count, BlockFeatures.Count).CopyTo(rows.AsSpan(i * Count));
            var row = new FeatureRow(rows.AsSpan((i * Count) + BlockFeatures.Count, Added));
            Write(page, sums, opinions, i, ref row);
            if (row.Count != Added)
            {
                throw new InvalidOperationException($"Could not describe a block: {row.Count} features where {Added} are declared.");
            }
        }
        return rows;
    }

    private static void Write(PageContext page, OpinionSums sums, float[] opinions, int i, ref FeatureRow row)
    {
        for (var offset = -4; offset <= 4; offset++)
        {
            row.Add(i + offset >= 0 && i + offset < opinions.Length ? opinions[i + offset] : -0.1);
        }
        row.Add(sums.Window(i, 6));
        row.Add(sums.Window(i, 15));
        row.Add(sums.Mean(sums.ByParent, page.ParentOf(i), i));
        row.Add(sums.Mean(sums.BySignature, page.Signatures[i], i));
        row.Add(sums.Mean(sums.ByGrandparent, Math.Max(0, page.Tree[page.ParentOf(i)].Parent), i));
        row.AddLog(sums.WordsBefore[i]);
        row.AddLog(sums.WordsAfter(i));
        row.Add(sums.WordsBefore[i] / Math.Max(1, sums.Words));
        row.Add(sums.WordsAfter(i) / Math.Max(1, sums.Words));
        row.AddLog(i - sums.First);
        row.AddLog(i - sums.Last);
        row.Add(sums.HeadingAbove[i] < 0 ? -0.1 : opinions[sums.HeadingAbove[i]]);
        row.Add(sums.SectionMean[i]);
        row.AddLog(sums.Words);
        row.Add(sums.Words / Math.Max(1, page.ProseWords));
        row.AddLog(sums.SinceYes[i]);
        row.AddLog(sums.UntilYes[i]);
    }
}
