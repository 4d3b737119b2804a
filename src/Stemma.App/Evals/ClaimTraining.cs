using System.Globalization;
using Stemma.Briefing;
using Stemma.Clustering;
using Stemma.Model;
using Stemma.Tracing;

namespace Stemma.App.Evals;

/// <summary>
/// Learns when two sentences of different accounts state the same thing, from the events annotated for developing: <c>stemma
/// train claims --data TEXTS --out FILE</c>. What it writes is one weight per likeness: no word of any text.
/// </summary>
internal sealed class ClaimTraining(TextWriter output)
{
    private static readonly double Penalty = double.Parse(Environment.GetEnvironmentVariable("PEN") ?? "20", CultureInfo.InvariantCulture);

    /// <summary>Pairs up to which an event counts in full: two events of short texts must not outvote all others.</summary>
    private const double MostTelling = 25;

    private static readonly string[] Splits = ["dev", "dev2", "dev3"];

    /// <summary>
    /// Judges each event by what the others taught and prints what comes of it; then learns from all and writes the table.
    /// </summary>
    /// <returns>0 if done, 1 if the texts are not in the folder.</returns>
    public int Run(DirectoryInfo data, FileInfo target)
    {
        List<AnnotatedPairs> events =
        [
            .. Splits.SelectMany(s => new AnnotatedStories().Read(Path.Combine("evals", "stories"), data.FullName, s)).Select(AnnotatedPairs.Of),
        ];
        if (events.Count == 0)
        {
            output.WriteLine("The texts of the annotated events are not in the folder; unpack them first.");
            return 1;
        }
        List<Tally> tallies = []; double loss = 0; List<double> aps = [];
        foreach (var held in events)
        {
            var scorer = new ClaimScorer();
            var model = Learn(events.Where(e => e != held));
            var h = held.JudgedBy(model);
            foreach (var (miss, ea, eb) in scorer.Add(h))
            {
                if (Environment.GetEnvironmentVariable("ERR") is null) continue;
                string W(Evidence e) { var ac = h.Brief.Story.Accounts.First(x => x.Id == e.Article); return "[" + ac.Outlet + "] " + (ac.Analysis.Sentences.FirstOrDefault(q => q.Span.Overlaps(e.Span))?.Span ?? e.Span).Of(ac.Article.Text); }
                output.WriteLine($"  {held.Gold.Name} {(miss ? "MISS" : "WRONG")} {W(ea)} || {W(eb)}");
            }
            var imp = Math.Min(1, MostTelling / Math.Max(1, held.Wanted));
            var sorted = held.Pairs.Select(p => (F: model.LogOdds(p.Features), p.IsSame)).OrderByDescending(p => p.F).ToList();
            double ap = 0; int hit = 0;
            for (var r = 0; r < sorted.Count; r++) { if (sorted[r].IsSame) { hit++; ap += hit / (r + 1.0); } loss += imp * Math.Log(1 + Math.Exp(sorted[r].IsSame ? -sorted[r].F : sorted[r].F)); }
            aps.Add(ap / Math.Max(1, hit));
            Print(held.Gold.Name, scorer.Tally);
            tallies.Add(scorer.Tally);
        }
        Print("all", new Tally { Right = tallies.Sum(t => t.Right), Wrong = tallies.Sum(t => t.Wrong), Missing = tallies.Sum(t => t.Missing) });
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"mean of the events: f1 {tallies.Average(t => t.F1):0.000}"));
        output.WriteLine($"loss {loss:0.0} map {aps.Average():0.0000}");
        using var table = new StreamWriter(target.FullName) { NewLine = "\n" };
        Learn(events).Write(table, "Learned by stemma train claims from events annotated for developing; see docs/design-notes.md.");
        return 0;
    }

    private void Print(string what, Tally tally) =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{what}: precision {tally.Precision:0.000} recall {tally.Recall:0.000} f1 {tally.F1:0.000}"));

    // Features are brought to one spread first, so that the penalty weighs on all alike.
    private static ClaimModel Learn(IEnumerable<AnnotatedPairs> events)
    {
        List<(float[] Features, bool IsSame, double Importance)> rows =
        [
            .. events.SelectMany(e => e.Pairs.Select(p => (p.Features, p.IsSame, Math.Min(1, MostTelling / Math.Max(1, e.Wanted))))),
        ];
        var spread = new float[rows[0].Features.Length];
        for (var i = 0; i < spread.Length; i++)
        {
            var mean = rows.Average(r => r.Features[i]);
            spread[i] = (float)Math.Max(0.01, Math.Sqrt(rows.Average(r => (r.Features[i] - mean) * (r.Features[i] - mean))));
        }
        var weights = PairTrainer.Fit(
            rows.ConvertAll(r => (r.Features.Zip(spread, (f, s) => f / s).ToArray(), r.IsSame, r.Importance)), Penalty);
        return new ClaimModel([.. weights.Select((w, i) => (float)(i < spread.Length ? w / spread[i] : w))]);
    }

    /// <summary>The pairs of sentences of an event, with what the annotation says of them.</summary>
    /// <param name="Gold">The event.</param>
    /// <param name="Pairs">The pairs that touch an annotated claim: how they are alike, and whether they state the same.</param>
    /// <param name="Wanted">How many pairs are annotated, equal sentences left out.</param>
    private sealed record AnnotatedPairs(GoldStory Gold, IReadOnlyList<(float[] Features, bool IsSame)> Pairs, int Wanted)
    {
        public static AnnotatedPairs Of(GoldStory gold)
        {
            var story = gold.Brief.Story;
            var pairs = new ClaimPairs(story, new StoryTerms(story), new SpeakerNames(story));
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
}
