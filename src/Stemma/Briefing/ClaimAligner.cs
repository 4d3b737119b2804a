using Stemma.Model;
using Stemma.Tracing;

namespace Stemma.Briefing;

/// <summary>
/// Finds the sentences of different accounts that state the same thing. Pairs are judged by <see cref="ClaimModel"/> and put
/// together by average linkage, one sentence of each account; what <see cref="LeftOverClaims"/> finds is added. The news itself is sought by what most accounts lead with.
/// </summary>
internal sealed class ClaimAligner(StoryTerms terms, SpeakerNames names, ClaimModel? model = null)
{
    /// <summary>
    /// The claims: groups of sentences, two accounts or more each, the news itself first (if any account states it), then by number of
    /// accounts and place in the accounts. Cost: that of <see cref="ClaimPairs"/>, and quadratic in the size of a group.
    /// </summary>
    public ClaimAlignment Align(Story story)
    {
        var pairs = new ClaimPairs(story, terms, names);
        var figures = new ClaimFigures(pairs, model ?? ClaimModel.BuiltIn);
        var news = NewsOf(story, pairs, figures);
        var ofTheNews = news.Select(pairs.IndexOf).Distinct().ToList();
        var groups = Cluster(pairs, figures, ofTheNews);
        List<AlignedClaim> claims = [];
        if (news.Count > 0)
        {
            var again = new MergedClaims(pairs, figures).TakeThoseLike(ofTheNews, groups);
            claims.Add(new AlignedClaim(
                Ordered(news.Concat(again.SelectMany(pairs.CopiesOf)).Distinct()),
                true,
                figures.Mean(ofTheNews)));
        }
        claims.AddRange(groups
            .Select(g => new AlignedClaim(Expanded(pairs, g), false, figures.Mean(g.Sentences)))
            .Where(c => c.Sentences.Count > 1)
            .OrderByDescending(c => c.Sentences.Count)
            .ThenBy(c => c.Sentences.Min(s => s.Index))
            .ThenBy(c => c.Sentences.Min(s => s.Evidence))
            .ThenBy(c => c.Sentences.Max(s => s.Evidence)));
        return new ClaimAlignment(claims, pairs, figures);
    }

    private static List<SentenceTerms> Ordered(IEnumerable<SentenceTerms> sentences) =>
        [.. sentences.OrderBy(s => s.Account.Article.SortTime).ThenBy(s => s.Evidence)];

    private static List<SentenceTerms> Expanded(ClaimPairs pairs, ClaimGroup group) =>
        Ordered(group.Sentences.SelectMany(pairs.CopiesOf));

    // Of each account the opening sentence that says most of what most accounts lead with; those that are like no other are
    // left out where others agree.
    private List<SentenceTerms> NewsOf(Story story, ClaimPairs pairs, ClaimFigures figures)
    {
        List<SentenceTerms> chosen =
        [
            .. story.Accounts
                .Select(a => terms.ByAccount[a.Id]
                    .Take(StoryTerms.LeadSentences + 1)
                    .Where(s => pairs.IndexOf(s) >= 0 && s.QuotedShare < BriefOptions.MostlyQuoted
                        && s.Sentence.Modality is not (Modality.Opinion or Modality.Quoted))
                    .Where(s => terms.NewsShare(a.Article.Text, s.Sentence.Span) >= BriefOptions.StatesTheNews
                        || terms.NewsCover(s) >= BriefOptions.CoversTheNews)
                    .OrderByDescending(s => terms.NewsCover(s) * (1 - (0.3 * s.Index)))
                    .ThenBy(s => s.Index)
                    .FirstOrDefault())
                .OfType<SentenceTerms>(),
        ];
        var agreeing = chosen.FindAll(s => chosen.Exists(o =>
            o != s && figures.Of(pairs.IndexOf(s), pairs.IndexOf(o)) >= BriefOptions.MayBeTheNews));
        return agreeing.Count > 1 ? agreeing : chosen;
    }

    // What somebody said in so many words, in two accounts, is told apart.
    private static bool IsUtterance(SentenceTerms sentence) => sentence.QuotedShare >= BriefOptions.MostlyQuoted;

    private static List<ClaimGroup> Cluster(ClaimPairs pairs, ClaimFigures figures, List<int> ofTheNews)
    {
        var groupOf = Enumerable.Range(0, pairs.Sentences.Count).Select(i => new ClaimGroup(pairs, i)).ToArray();
        var likely = figures.From(BriefOptions.SameClaim);
        foreach (var (i, j, figure) in likely)
        {
            var (a, b) = (groupOf[i], groupOf[j]);
            if (a != b && figure >= BriefOptions.SurelySameClaim && !ofTheNews.Contains(i) && !ofTheNews.Contains(j)
                && ClaimPairs.AreApart(a.Accounts, b.Accounts)
                && figures.Mean(a.Sentences, b.Sentences) >= BriefOptions.ClaimCohesion)
            {
                a.Add(b);
                foreach (var k in b.Sentences)
                {
                    groupOf[k] = a;
                }
            }
        }
        List<ClaimGroup> groups = [.. groupOf.Distinct().Where(g => g.Accounts.Count > 1
            && !ofTheNews.Contains(g.Sentences[0]) && !g.Sentences.TrueForAll(i => IsUtterance(pairs.Sentences[i].Terms)))];
        groups.AddRange(new LeftOverClaims(pairs, figures).Find(likely, ofTheNews, groups));
        groups.RemoveAll(g => IsToldElsewhere(pairs, g));
        return new MergedClaims(pairs, figures).Merge(groups);
    }

    // Quotations are who says what; questions and judgements state nothing.
    private static bool IsToldElsewhere(ClaimPairs pairs, ClaimGroup group)
    {
        var sentences = group.Sentences.ConvertAll(i => pairs.Sentences[i].Terms);
        return sentences.TrueForAll(s => IsUtterance(s) || s.Sentence.Modality is Modality.Quoted)
            || sentences.Exists(s => s.Sentence.Modality is Modality.Opinion || ShownLine.IsQuestion(s.Text) || ShownLine.IsCutOff(s.Text));
    }
}
