using Stemma.Model;
using Stemma.Tracing;

namespace Stemma.Briefing;

/// <summary>
/// Finds the sentences of different accounts that state the same thing. Pairs are judged by <see cref="ClaimModel"/> and put
/// together by average linkage, one sentence of each account at most. A long sentence states several things: what it shares
/// with sentences outside its group is a claim of its own. The news itself is sought by what most accounts lead with.
/// </summary>
internal sealed class ClaimAligner(StoryTerms terms, SpeakerNames names)
{
    /// <summary>
    /// Groups of sentences, two accounts or more each, the news itself first (if any account states it), then by number of
    /// accounts and place in the accounts. Cost: that of <see cref="ClaimPairs"/>, and quadratic in the size of a group.
    /// </summary>
    public IReadOnlyList<AlignedClaim> Align(Story story)
    {
        var pairs = new ClaimPairs(story, terms, names);
        var figures = new ClaimFigures(pairs);
        var news = NewsOf(story, pairs, figures);
        var groups = Cluster(pairs, figures, [.. news]);
        if (news.Count > 0)
        {
            groups.Insert(0, news);
        }
        return
        [
            .. groups
                .Select((g, i) => (IsNews: news.Count > 0 && i == 0, Sentences: Ordered(pairs, g), Figure: figures.Mean(g)))
                .OrderByDescending(g => g.IsNews)
                .ThenByDescending(g => g.Sentences.Count)
                .ThenBy(g => g.Sentences.Min(s => s.Index))
                .ThenBy(g => g.Sentences.Min(s => s.Evidence))
                .ThenBy(g => g.Sentences.Max(s => s.Evidence))
                .Select(g => new AlignedClaim(g.Sentences, g.IsNews, g.Figure)),
        ];
    }

    private static List<SentenceTerms> Ordered(ClaimPairs pairs, IReadOnlyList<int> group) =>
        [.. group.Select(i => pairs.Sentences[i].Terms).OrderBy(s => s.Account.Article.SortTime).ThenBy(s => s.Evidence)];

    // Of each account the opening sentence that says most of what most accounts lead with; those that are like no other are
    // left out where others agree.
    private List<int> NewsOf(Story story, ClaimPairs pairs, ClaimFigures figures)
    {
        var leads = pairs.Sentences.Select((s, i) => (Sentence: s, Index: i))
            .Where(s => s.Sentence.Terms.Index <= StoryTerms.LeadSentences && s.Sentence.Terms.QuotedShare < BriefOptions.MostlyQuoted
                && s.Sentence.Terms.Sentence.Modality is not (Modality.Opinion or Modality.Quoted))
            .Where(s => terms.NewsShare(s.Sentence.Terms.Account.Article.Text, s.Sentence.Terms.Sentence.Span) >= BriefOptions.StatesTheNews
                || s.Sentence.NewsCover >= BriefOptions.CoversTheNews)
            .ToLookup(s => s.Sentence.Account);
        List<int> chosen =
        [
            .. story.Accounts.Select(a => leads[a.Id]
                .OrderByDescending(s => s.Sentence.NewsCover * (1 - (0.3 * s.Sentence.Terms.Index)))
                .ThenBy(s => s.Sentence.Terms.Index)
                .Select(s => (int?)s.Index)
                .FirstOrDefault()).OfType<int>(),
        ];
        var agreeing = chosen.Where(i => chosen.Any(j => j != i && figures.Of(i, j) >= BriefOptions.MayBeTheNews)).ToList();
        return agreeing.Count > 1 ? agreeing : chosen;
    }

    private static List<List<int>> Cluster(ClaimPairs pairs, ClaimFigures figures, HashSet<int> news)
    {
        var groupOf = Enumerable.Range(0, pairs.Sentences.Count).Select(i => new List<int> { i }).ToArray();
        var sorted = figures.From(BriefOptions.SameClaim);
        foreach (var (i, j, figure) in sorted)
        {
            var (a, b) = (groupOf[i], groupOf[j]);
            if (a != b && figure >= BriefOptions.SurelySameClaim && !news.Contains(i) && !news.Contains(j)
                && !ShareAnAccount(pairs, a, b) && figures.Mean(a, b) >= BriefOptions.ClaimCohesion)
            {
                a.AddRange(b);
                foreach (var k in b)
                {
                    groupOf[k] = a;
                }
            }
        }
        List<List<int>> groups = [.. groupOf.Distinct().Where(g => g.Count > 1)];
        groups.AddRange(LeftOver(pairs, figures, sorted, groups, news));
        return groups;
    }

    // Pairs that are in no group together, joined to one another where all of them hold together.
    private static List<List<int>> LeftOver(
        ClaimPairs pairs,
        ClaimFigures figures,
        IReadOnlyList<(int A, int B, double Figure)> sorted,
        List<List<int>> groups,
        HashSet<int> news)
    {
        HashSet<(int, int)> together = [];
        foreach (var group in groups)
        {
            AddPairs(together, group);
        }
        AddPairs(together, [.. news]);
        List<List<int>> extra = [];
        Dictionary<int, List<List<int>>> with = [];
        foreach (var (i, j, _) in sorted)
        {
            if (together.Contains((i, j)))
            {
                continue;
            }
            var home = Joinable(with, i, j) ?? Joinable(with, j, i);
            if (home is null)
            {
                home = [i];
                extra.Add(home);
                Note(with, i, home);
                home.Add(j);
                Note(with, j, home);
            }
            AddPairs(together, home);
        }
        return extra;

        // A left-over claim of one sentence that the other may join.
        List<int>? Joinable(Dictionary<int, List<List<int>>> with, int member, int other)
        {
            foreach (var group in with.GetValueOrDefault(member, []))
            {
                if (!ShareAnAccount(pairs, group, [other]) && group.TrueForAll(k => figures.Of(k, other) >= BriefOptions.SameClaim))
                {
                    group.Add(other);
                    Note(with, other, group);
                    return group;
                }
            }
            return null;
        }
    }

    private static void Note(Dictionary<int, List<List<int>>> with, int sentence, List<int> group)
    {
        if (!with.TryGetValue(sentence, out var groups))
        {
            with[sentence] = groups = [];
        }
        groups.Add(group);
    }

    private static void AddPairs(HashSet<(int, int)> together, List<int> group)
    {
        foreach (var x in group)
        {
            foreach (var y in group)
            {
                if (x < y)
                {
                    together.Add((x, y));
                }
            }
        }
    }

    private static bool ShareAnAccount(ClaimPairs pairs, List<int> a, List<int> b)
    {
        foreach (var x in a)
        {
            foreach (var y in b)
            {
                if (pairs.Sentences[x].Account == pairs.Sentences[y].Account)
                {
                    return true;
                }
            }
        }
        return false;
    }
}
