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
    private const double Penalty = 2;

    /// <summary>Pairs up to which an event counts in full: two events of short texts must not outvote all others.</summary>
    private const double MostTelling = 25;

    private static readonly string[] Splits = ["dev", "dev2"];

    /// <summary>
    /// Judges each event by what the others taught and prints what comes of it at several bars; then learns from all and writes
    /// the table.
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
        List<(AnnotatedPairs Event, double[] Figures)> judged = [];
        foreach (var held in events)
        {
            var model = Learn(events.Where(e => e != held));
            judged.Add((held, [.. held.Pairs.Select(p => model.LogOdds(p.Features))]));
        }
        for (var bar = -1.5; bar <= 0.5; bar += 0.25)
        {
            Tally tally = new();
            foreach (var (held, figures) in judged)
            {
                held.Score(figures, bar, tally);
            }
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"from {bar:0.00}: precision {tally.Precision:0.000} recall {tally.Recall:0.000} f1 {tally.F1:0.000}"));
        }
        using var table = new StreamWriter(target.FullName) { NewLine = "\n" };
        Learn(events).Write(table, "Learned by stemma train claims from events annotated for developing; see docs/design-notes.md.");
        return 0;
    }

    private static ClaimModel Learn(IEnumerable<AnnotatedPairs> events) =>
        new(
        [
            .. PairTrainer.Fit(
                [
                    .. events.SelectMany(e => e.Pairs.Where(p => p.IsJudged)
                        .Select(p => (p.Features, p.Gold.Count > 0, Math.Min(1, MostTelling / Math.Max(1, e.Wanted))))),
                ],
                Penalty).Select(w => (float)w),
        ]);

    /// <summary>The pairs of sentences of an event, with what the annotation says of them.</summary>
    /// <param name="Pairs">Every pair that is compared, the numbers of the wanted pairs that it is, and whether it touches one.</param>
    /// <param name="Wanted">How many pairs are annotated.</param>
    private sealed record AnnotatedPairs(
        IReadOnlyList<(float[] Features, IReadOnlyList<int> Gold, bool IsJudged)> Pairs, int Wanted)
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
            return new AnnotatedPairs(
                [
                    .. pairs.All.Select(p =>
                    {
                        List<(Evidence A, Evidence B)> copies =
                        [
                            .. pairs.CopiesOf(p.A).SelectMany(a => pairs.CopiesOf(p.B).Select(b => (a.Evidence, b.Evidence))),
                        ];
                        List<int> same = [.. Enumerable.Range(0, wanted.Count).Where(w => copies.Exists(c => StoryScorer.Same(wanted[w], c)))];
                        return (p.Features, (IReadOnlyList<int>)same,
                            wanted.Exists(w => copies.Exists(c => StoryScorer.Touches(w, c.A) || StoryScorer.Touches(w, c.B))));
                    }),
                ],
                wanted.Count);
        }

        public void Score(double[] figures, double bar, Tally tally)
        {
            HashSet<int> found = [];
            for (var i = 0; i < Pairs.Count; i++)
            {
                if (figures[i] >= bar)
                {
                    found.UnionWith(Pairs[i].Gold);
                    tally.Wrong += Pairs[i].IsJudged && Pairs[i].Gold.Count == 0 ? 1 : 0;
                }
            }
            tally.Right += found.Count;
            tally.Missing += Wanted - found.Count;
        }
    }
}
