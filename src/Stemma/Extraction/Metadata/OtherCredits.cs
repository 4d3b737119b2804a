namespace Stemma.Extraction;

/// <summary>Tells who did something else for an article than write it: reviewed, edited, checked, photographed.</summary>
internal static class OtherCredits
{
    // So far before a name its verb stands, a colon or a dash between included.
    private const int Reach = 36;

    /// <summary>Whether the words right before a name, in its block or alone in the block before, lay other work to it.</summary>
    /// <param name="blocks">Those of the page.</param>
    /// <param name="at">The block that holds the name.</param>
    /// <param name="name">The name as it stands there.</param>
    public static bool Has(IReadOnlyList<PageBlock> blocks, int at, string name)
    {
        var text = blocks[at].Text;
        var start = text.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        if (start < 0)
        {
            return false;
        }
        var before = start < 3 && at > 0 && blocks[at - 1].Words <= 5
            ? blocks[at - 1].Text
            : text[Math.Max(0, start - Reach)..start];
        return BylineReader.Default.SpeaksOfOtherWork(before);
    }
}
