using Stemma.Model;
using Stemma.Tracing;

namespace Stemma.Briefing;

/// <summary>
/// Finds the sentences of different accounts that state the same thing: average-link clustering of how much they overlap,
/// pairs that are each other's nearest at a lower bar, one sentence of each account at most, except for the news itself, which is sought by what most accounts lead with.
/// </summary>
internal sealed class ClaimAligner(StoryTerms terms)
{
    /// <summary>Sentences of one account beyond this are not aligned: what an outlet holds to be the news is not there.</summary>
    private const int MaxSentences = 120;

    /// <summary>Sentences that may share a word before it tells nothing any more.</summary>
    private const int MostPerWord = 240;

    /// <summary>
    /// Groups of sentences, two accounts or more each, the news itself first (if any account states it), then by number of
    /// accounts and place in the accounts. Cost: quadratic in the sentences that share a telling word.
    /// </summary>
    public IReadOnlyList<AlignedClaim> Align(Story story)
    {
        var candidates = story.Accounts
            .SelectMany(a => terms.ByAccount[a.Id].Take(MaxSentences))
            .Where(s => s.Stems.Count >= 3 && CanClaim(s))
            .ToList();
        var news = NewsOf(story);
        List<List<SentenceTerms>> groups = [news];
        var taken = news.ToHashSet();
        groups.AddRange(Cluster([.. candidates.Where(c => !taken.Contains(c))]));
        return
        [
            .. groups
                .Where(g => g.Count > 0 && (g == news || g.Count > 1))
                .OrderByDescending(g => g == news)
                .ThenByDescending(g => g.Count)
                .ThenBy(g => g.Min(s => s.Index))
                .ThenBy(g => g.Min(s => s.Evidence))
                .Select(g => new AlignedClaim(g, g == news)),
        ];
    }

    // What somebody said in so many words is an utterance; a judgement is no claim.
    private static bool CanClaim(SentenceTerms sentence) =>
        !sentence.IsHeading && !IsRefusal(sentence)
        && sentence.QuotedShare < BriefOptions.MostlyQuoted
        && sentence.Sentence.Modality is not (Modality.Opinion or Modality.Quoted);

    // Who declined or did not answer is told apart, as a statement.
    private static bool IsRefusal(SentenceTerms sentence) =>
        sentence.Account.Analysis.Statuses.Any(s => s.Kind is StatusKind.Declined or StatusKind.NoResponse
            && sentence.Sentence.Span.Contains(s.Span));

    // Of each account the opening sentence that says most of what most accounts lead with.
    private List<SentenceTerms> NewsOf(Story story) =>
    [
        .. story.Accounts
            .Select(a => terms.ByAccount[a.Id]
                .Take(StoryTerms.LeadSentences + 1)
                .Where(CanClaim)
                .Where(s => terms.NewsShare(a.Article.Text, s.Sentence.Span) >= BriefOptions.StatesTheNews
                    || terms.NewsCover(s) >= BriefOptions.CoversTheNews)
                .OrderByDescending(s => terms.NewsCover(s) * (1 - (0.3 * s.Index)))
                .ThenBy(s => s.Index)
                .FirstOrDefault())
            .OfType<SentenceTerms>(),
    ];

    private List<List<SentenceTerms>> Cluster(List<SentenceTerms> sentences)
    {
        var groupOf = Enumerable.Range(0, sentences.Count).ToArray();
        var groups = sentences.Select((s, i) => new List<int> { i }).ToList();
        var overlap = new Dictionary<(int, int), double>();
        var nearest = new Dictionary<(int Sentence, ArticleId In), (double Overlap, int Other)>();
        foreach (var (i, j) in PairsSharingATellingWord(sentences))
        {
            var value = terms.Overlap(sentences[i], sentences[j]);
            if (value >= BriefOptions.MayBeSameClaim)
            {
                overlap[(i, j)] = value;
                Keep(i, j, value);
                Keep(j, i, value);
            }
        }

        void Keep(int i, int j, double value)
        {
            var key = (i, sentences[j].Account.Id);
            if (!nearest.TryGetValue(key, out var best) || value > best.Overlap)
            {
                nearest[key] = (value, j);
            }
        }

        double Of(int i, int j) => overlap.GetValueOrDefault(i < j ? (i, j) : (j, i));
        bool AreNearest(int i, int j) =>
            nearest[(i, sentences[j].Account.Id)].Other == j && nearest[(j, sentences[i].Account.Id)].Other == i;
        foreach (var ((i, j), value) in overlap.OrderByDescending(l => l.Value).ThenBy(l => l.Key))
        {
            var (a, b) = (groups[groupOf[i]], groups[groupOf[j]]);
            if (a == b || (value < BriefOptions.SameClaim && !AreNearest(i, j))
                || a.Any(x => b.Any(y => sentences[x].Account.Id == sentences[y].Account.Id)))
            {
                continue;
            }
            if (a.Average(x => b.Average(y => Of(x, y))) >= BriefOptions.MayBeSameClaim * BriefOptions.ClaimCohesion)
            {
                a.AddRange(b);
                foreach (var y in b)
                {
                    groupOf[y] = groupOf[i];
                }
            }
        }
        return
        [
            .. groupOf.Distinct().Select(g => groups[g]
                .Select(i => sentences[i])
                .OrderBy(s => s.Account.Article.SortTime)
                .ThenBy(s => s.Evidence)
                .ToList()),
        ];
    }

    private static List<(int, int)> PairsSharingATellingWord(List<SentenceTerms> sentences)
    {
        var byStem = sentences.SelectMany((s, i) => s.Stems.Select(stem => (Stem: stem, Index: i)))
            .GroupBy(s => s.Stem, s => s.Index, StringComparer.Ordinal);
        List<(int, int)> pairs = [];
        HashSet<(int, int)> seen = [];
        var common = Math.Clamp(sentences.Count / 8, 24, MostPerWord);
        foreach (var list in byStem.Select(g => g.ToList()).Where(l => l.Count > 1 && l.Count <= common))
        {
            for (var x = 0; x < list.Count; x++)
            {
                for (var y = x + 1; y < list.Count; y++)
                {
                    if (sentences[list[x]].Account.Id != sentences[list[y]].Account.Id && seen.Add((list[x], list[y])))
                    {
                        pairs.Add((list[x], list[y]));
                    }
                }
            }
        }
        return pairs;
    }
}
