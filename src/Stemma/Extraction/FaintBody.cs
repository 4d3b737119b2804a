using Stemma.Extraction.Learning;

namespace Stemma.Extraction;

/// <summary>
/// Looks again at a page on which next to nothing was judged to be text: short notices, teasers before a wall, posts in
/// unusual mark-up. What stands out from the rest of such a page is taken, if one place alone does.
/// </summary>
internal static class FaintBody
{
    /// <summary>With so many words kept, the page needs no second look.</summary>
    public const int EnoughWords = 20;

    // Chosen on trafi990, 2026-11-24: 22 pages of 990 gave no article before.
    private const float LeastScore = 0.02f;
    private const int LineWords = 8;

    /// <summary>Turns the blocks of the one likely place into body, in <paramref name="kinds"/>; changes nothing where there is none.</summary>
    /// <param name="page">The page.</param>
    /// <param name="scores">How sure the model is of each block.</param>
    /// <param name="kinds">As what each block is dropped; null for blocks of the body.</param>
    public static void Find(PageContext page, float[] scores, string?[] kinds)
    {
        if (Kept(page, kinds) >= EnoughWords)
        {
            return;
        }
        Dictionary<int, double> weights = [];
        Dictionary<int, HashSet<int>> places = [];
        for (var i = 0; i < kinds.Length; i++)
        {
            if (IsLikely(page, scores, i))
            {
                var place = page.ParentOf(i);
                weights[place] = weights.GetValueOrDefault(place) + (page.Blocks[i].Words * Math.Sqrt(scores[i]));
                if (!places.TryGetValue(page.Signatures[i], out var alike))
                {
                    places[page.Signatures[i]] = alike = [];
                }
                alike.Add(place);
            }
        }
        if (weights.Count == 0)
        {
            return;
        }
        var best = weights.MaxBy(w => (w.Value, -w.Key)).Key;
        var top = Enumerable.Range(0, kinds.Length).Where(i => page.ParentOf(i) == best && IsLikely(page, scores, i)).Max(i => scores[i]);
        List<int> chosen = [];
        for (var i = 0; i < kinds.Length; i++)
        {
            if (kinds[i] is null || (page.ParentOf(i) == best && scores[i] >= Math.Max(LeastScore, top / 3) && i != page.TitleBlock
                && page.Furniture[i] is null && page.Blocks[i].LinkShare < 0.5))
            {
                chosen.Add(i);
            }
        }
        // A page of many such places is a list of teasers.
        if (chosen.Sum(i => page.Blocks[i].Words) >= EnoughWords && chosen.All(i => !IsLikely(page, scores, i) || places[page.Signatures[i]].Count <= 2))
        {
            chosen.ForEach(i => kinds[i] = null);
        }
    }

    private static int Kept(PageContext page, string?[] kinds)
    {
        var words = 0;
        for (var i = 0; i < kinds.Length; i++)
        {
            words += kinds[i] is null ? page.Blocks[i].Words : 0;
        }
        return words;
    }

    private static bool IsLikely(PageContext page, float[] scores, int i)
    {
        var block = page.Blocks[i];
        return scores[i] >= LeastScore && block.Words >= LineWords && block.LinkShare < 0.3 && !block.IsHeading && page.Furniture[i] is null
            && i >= page.TitleBlock
            && (block.Regions & (PageRegions.Nav | PageRegions.Footer | PageRegions.Dialog | PageRegions.Caption | PageRegions.Button)) == 0
            && (block.OwnHints & (ClassHints.Consent | ClassHints.Ad | ClassHints.Teaser | ClassHints.Related)) == 0;
    }
}
