using System.Globalization;
using Stemma.Briefing;
using Stemma.Clustering;

namespace Stemma.App.Evals;

/// <summary>
/// Learns when two sentences of different accounts state the same thing, from the events annotated for developing: <c>stemma
/// train claims --data TEXTS --out FILE</c>. What it writes is one weight per likeness: no word of any text.
/// </summary>
internal sealed class ClaimTraining(TextWriter output)
{
    /// <summary>Weight of the penalty on large weights. (Average precision, each event judged by the others, 2026-11.)</summary>
    private const double Penalty = 40;

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
        var judged = new AnnotatedStories().Read(Path.Combine("evals", "pairs"), data.FullName, "pairs").Select(AnnotatedPairs.Of).ToList();
        List<Tally> tallies = [];
        List<double> precisions = [];
        List<double> found = [];
        foreach (var held in events)
        {
            var scorer = new ClaimScorer();
            var model = Learn(events.Where(e => e != held).Concat(judged));
            scorer.Add(held.JudgedBy(model));
            precisions.Add(held.AveragePrecision(model));
            Print(held.Gold.Name, scorer.Tally);
            tallies.Add(scorer.Tally);
        }
        Print("all", new Tally { Right = tallies.Sum(t => t.Right), Wrong = tallies.Sum(t => t.Wrong), Missing = tallies.Sum(t => t.Missing) });
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"mean of the events: f1 {tallies.Average(t => t.F1):0.000}, average precision of pairs {precisions.Average():0.000}"));
        var (sure, right, same) = (0, 0, 0);
        foreach (var held in judged)
        {
            var model = Learn(events.Concat(judged.Where(j => j != held)));
            sure += held.Pairs.Count(p => model.LogOdds(p.Features) >= BriefOptions.SameClaim);
            right += held.Pairs.Count(p => p.IsSame && model.LogOdds(p.Features) >= BriefOptions.SameClaim);
            same += held.Pairs.Count(p => p.IsSame);
            found.Add(held.AveragePrecision(model));
        }
        if (judged.Count > 0)
        {
            Print("pairs judged one by one", new Tally { Right = right, Wrong = sure - right, Missing = same - right });
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"their average precision {found.Average():0.000}"));
        }
        using var table = new StreamWriter(target.FullName) { NewLine = "\n" };
        Learn(events.Concat(judged)).Write(table, "Learned by stemma train claims from events annotated for developing; see docs/design-notes.md.");
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
}
