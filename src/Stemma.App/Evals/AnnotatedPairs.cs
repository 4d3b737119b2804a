using Stemma.Briefing;
using Stemma.Model;
using Stemma.Tracing;

namespace Stemma.App.Evals;

/// <summary>The pairs of sentences of an annotated event, with what the annotation says of them.</summary>
/// <param name="Gold">The event.</param>
/// <param name="Pairs">The pairs that touch an annotated claim: how they are alike, and whether they state the same.</param>
/// <param name="Wanted">How many pairs are annotated, equal sentences left out.</param>
internal sealed record AnnotatedPairs(GoldStory Gold, IReadOnlyList<(float[] Features, bool IsSame)> Pairs, int Wanted)
{
    public static AnnotatedPairs Of(GoldStory gold)
    {
        var story = gold.Brief.Story;
        var pairs = new ClaimPairs(story, new StoryTerms(story), new SpeakerNames(story));
        if (gold.JudgedPairs.Count > 0)
        {
            var judgedOf = gold.JudgedPairs.ToLookup(j => (j.A, j.B), j => j.IsSame);
            List<(float[], bool)> found =
            [
                .. pairs.All.Select(p => (p.Features, Judged: judgedOf[(pairs.Sentences[p.A].Terms.Evidence, pairs.Sentences[p.B].Terms.Evidence)]))
                    .Where(p => p.Judged.Any())
                    .Select(p => (p.Features, p.Judged.First())),
            ];
            return new AnnotatedPairs(gold, found, gold.JudgedPairs.Count(j => j.IsSame));
        }
        var equal = Enumerable.Range(0, pairs.Sentences.Count)
            .SelectMany(i => StoryScorer.Pairs([.. pairs.CopiesOf(i).Select(c => c.Evidence)])).ToList();
        // What is equal word for word needs no judge.
        var wanted = gold.Claims.SelectMany(c => StoryScorer.Pairs(c.Members)).Distinct()
            .Where(w => !equal.Exists(e => StoryScorer.Same(w, e))).ToList();
        var utterances = gold.Utterances.SelectMany(StoryScorer.Pairs).ToList();
        List<(float[], bool)> judged = [];
        foreach (var pair in pairs.All)
        {
            List<(Evidence A, Evidence B)> copies =
            [
                .. pairs.CopiesOf(pair.A).SelectMany(a => pairs.CopiesOf(pair.B).Select(b => (a.Evidence, b.Evidence))),
            ];
            var isSame = wanted.Exists(w => copies.Exists(c => StoryScorer.Same(w, c)));
            // The same words said, which is not annotated as a claim, teaches nothing.
            if (isSame || (wanted.Exists(w => copies.Exists(c => StoryScorer.Touches(w, c.A) || StoryScorer.Touches(w, c.B)))
                && !utterances.Exists(u => copies.Exists(c => StoryScorer.Same(u, c)))))
            {
                judged.Add((pair.Features, isSame));
            }
        }
        return new AnnotatedPairs(gold, judged, wanted.Count);
    }

    /// <summary>
    /// How well figures of the pairs put those that state the same first, in [0, 1]: the mean precision at each of them. It
    /// knows no bar, so it moves less by chance than F1.
    /// </summary>
    public double AveragePrecision(ClaimModel model)
    {
        var (hits, rank, sum) = (0, 0, 0.0);
        foreach (var pair in Pairs.OrderByDescending(p => model.LogOdds(p.Features)))
        {
            rank++;
            if (pair.IsSame)
            {
                hits++;
                sum += hits / (double)rank;
            }
        }
        return hits == 0 ? 1 : sum / hits;
    }

    /// <summary>The event with claims as a model finds them.</summary>
    public GoldStory JudgedBy(ClaimModel model)
    {
        var story = Gold.Brief.Story;
        var (terms, names) = (new StoryTerms(story), new SpeakerNames(story));
        var judge = new ClaimJudge(terms, names, Gold.Brief.Lineage);
        return Gold with
        {
            Brief = Gold.Brief with { Claims = [.. new ClaimAligner(terms, names, model).Align(story).Claims.Select(judge.Judge)] },
        };
    }
}
