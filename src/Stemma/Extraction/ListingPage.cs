using Stemma.Extraction.Learning;

namespace Stemma.Extraction;

/// <summary>Tells front pages and lists of teasers from articles, where that is clear.</summary>
internal static class ListingPage
{
    // Round-ups of a writer's own have as many headings; but theirs are not links.
    private const int Teasers = 5;

    /// <summary>
    /// Whether most of what was kept stands directly under headings that are links to other stories, five of them or more;
    /// or whether nothing kept is as long as a sentence.
    /// </summary>
    public static bool Is(PageContext page, string?[] kinds)
    {
        var (kept, teased, headings, lastHeading, longest) = (0, 0, 0, -9, 0);
        for (var i = 0; i < kinds.Length; i++)
        {
            var block = page.Blocks[i];
            if (block.IsHeading)
            {
                lastHeading = block.LinkShare > 0.8 && (block.LinksTo & (LinkHints.Here | LinkHints.Away)) == 0 ? i : -9;
                headings += lastHeading == i && i + 3 < kinds.Length && (kinds[i + 1] is null || kinds[i + 2] is null) ? 1 : 0;
            }
            if (kinds[i] is null && !block.IsHeading)
            {
                kept += block.Words;
                teased += i - lastHeading <= 3 ? block.Words : 0;
                longest = Math.Max(longest, block.LinkShare < 0.5 ? block.Words : 0);
            }
        }
        return longest < 6 || (headings >= Teasers && teased > kept * 0.8 && longest < 60);
    }
}
