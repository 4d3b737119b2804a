namespace Stemma.Briefing;

/// <summary>
/// Groups quoted stretches into utterances. Whoever joins must share words with every wording that is there, not only with
/// the fullest: of a long statement two accounts may quote two different sentences. Such a sentence then stands for itself,
/// beside the part of the long statement that it renders.
/// </summary>
internal static class UtteranceClusters
{
    /// <summary>Different wordings of a group that a new one is compared with; what more than these say, they say alike.</summary>
    private const int MostCompared = 8;

    /// <summary>The groups, each with its fullest wording first, in the order of those; a stretch that is alone is a group.</summary>
    public static List<List<QuoteTurn>> Of(IEnumerable<QuoteTurn> stretches)
    {
        List<List<QuoteTurn>> groups = [];
        Dictionary<string, List<QuoteTurn>> byWords = new(StringComparer.Ordinal);
        foreach (var stretch in stretches
            .OrderByDescending(t => t.WordCount)
            .ThenBy(t => t.Account.Article.SortTime)
            .ThenBy(t => t.Account.Id)
            .ThenBy(t => t.Quotes[0].Span))
        {
            // Copies of one text quote the same words: they go where the first went.
            var isLong = stretch.WordCount >= QuoteTurn.RunLength;
            if (isLong && byWords.TryGetValue(stretch.Folded, out var same))
            {
                same.Add(stretch);
                continue;
            }
            var group = Join(groups, stretch);
            if (isLong)
            {
                byWords.Add(stretch.Folded, group);
            }
        }
        return groups;
    }

    private static List<QuoteTurn> Join(List<List<QuoteTurn>> groups, QuoteTurn stretch)
    {
        List<QuoteTurn>? best = null, apart = null;
        if (stretch.WordCount == 1 && groups.Where(g => MatchOf(g[0], stretch) is UtteranceMatch.Fragment).Sum(g => g[0].CountOf(stretch)) > 1)
        {
            // One word that stands in two sentences tells neither.
            best = [stretch];
            groups.Add(best);
            return best;
        }
        var surest = (Match: UtteranceMatch.None, Accounts: 0);
        foreach (var group in groups)
        {
            var match = MatchOf(group[0], stretch);
            if (match is UtteranceMatch.None || (match is UtteranceMatch.Rendering && HasOther(group, stretch)))
            {
                apart ??= group.Exists(t => t != group[0] && IsCutOf(stretch, t)) ? group : null;
                continue;
            }
            // A word or two stand in many a sentence: most likely in the one that most accounts quote.
            var accounts = match is UtteranceMatch.Fragment ? group.DistinctBy(t => t.Account.Id).Count() : 0;
            if ((match, accounts).CompareTo(surest) <= 0)
            {
                continue;
            }
            if (IsAtOne(group, stretch, match))
            {
                (best, surest) = (group, (match, accounts));
            }
            else
            {
                apart ??= group;
            }
        }
        if (best is null)
        {
            best = apart is null ? [] : PartsFor(apart, stretch);
            groups.Add(best);
        }
        best.Add(stretch);
        return best;
    }

    private static bool IsCutOf(QuoteTurn stretch, QuoteTurn wording) =>
        wording.Account.Id != stretch.Account.Id
        && UtterancePairs.Match(wording, stretch) is UtteranceMatch.Verbatim or UtteranceMatch.Cut;

    // An account that repeats its quotation gives a second wording of it; that it says something like it twice tells nothing.
    private static UtteranceMatch MatchOf(QuoteTurn fullest, QuoteTurn stretch)
    {
        var match = UtterancePairs.Match(fullest, stretch);
        return fullest.Account.Id == stretch.Account.Id && match is UtteranceMatch.Rendering ? UtteranceMatch.None : match;
    }

    // What the account has already in the same words, its other sentence is not.
    private static bool HasOther(List<QuoteTurn> group, QuoteTurn stretch) =>
        group.Exists(t => t.Account.Id == stretch.Account.Id);

    // Cuts must share words with every other cut; of rewordings, no two of which are alike, with most.
    private static bool IsAtOne(List<QuoteTurn> group, QuoteTurn stretch, UtteranceMatch match)
    {
        var others = group.Skip(1).Where(t => t.Account.Id != stretch.Account.Id).DistinctBy(t => t.Folded).Take(MostCompared)
            .ToList();
        var apart = others.Count(t => UtterancePairs.Match(t, stretch) is UtteranceMatch.None);
        return match is UtteranceMatch.Rendering ? 2 * apart < Math.Max(1, others.Count) : apart == 0;
    }

    // What of the wordings of a group a cut renders: nothing where it would be all of the fullest.
    private static List<QuoteTurn> PartsFor(List<QuoteTurn> group, QuoteTurn stretch)
    {
        List<QuoteTurn> parts =
        [
            .. group.Where(t => t.Account.Id != stretch.Account.Id && UtterancePairs.Match(t, stretch) is not UtteranceMatch.None)
                .DistinctBy(t => t.Account.Id)
                .Select(t => t.PartFor(stretch)),
        ];
        return [.. parts.OrderByDescending(p => p.WordCount)];
    }
}
