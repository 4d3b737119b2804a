using System.Globalization;
using Stemma.Clustering;
using Stemma.Model;

namespace Stemma.App.Evals;

/// <summary><c>stemma eval clustering</c>: stories found in labelled streams against the true ones.</summary>
internal static class ClusteringEval
{
    private static readonly (string Name, string File, string? Between)[] Sets =
    [
        ("allsides", "allsides.jsonl", null),
        ("allsides_dense", "allsides.jsonl", "allsides.background.docs.jsonl"),
        ("allsides2021", "allsides2021.jsonl", null),
        ("basil", "basil.jsonl", null),
        ("ecbplus", "ecbplus.jsonl", null),
        ("uci_titles", "uci_titles.jsonl", null),
    ];

    private static readonly (string Name, string File)[] Graded = [("semeval_pairs", "semeval_mt_pairs.jsonl"), ("tg_pairs", "tg_pairs.jsonl")];

    public static Eval Create() => new("clustering", "Labelled streams: B-cubed and pair F1, online and after the second look.", Run);

    private static List<EvalFigure> Run(EvalRequest request)
    {
        List<EvalFigure> figures = [];
        foreach (var (name, file, between) in Sets)
        {
            if ((request.Filter is null || request.Filter == name) && File.Exists(Path.Combine(request.Data.FullName, file)))
            {
                Score(request.Output, name, LabelledStream.Read(request.Data, file, between), figures);
            }
        }
        foreach (var (name, file) in Graded)
        {
            if ((request.Filter is null || request.Filter == name) && File.Exists(Path.Combine(request.Data.FullName, file)))
            {
                ScorePairs(request.Output, name, GradedPairs.Read(request.Data, file, new ClusteringOptions()), figures);
            }
        }
        return figures;
    }

    /// <summary>
    /// Pearson's correlation of how likely the two are put together (0.5 at the threshold) with how alike people found them,
    /// over all pairs and those across languages.
    /// </summary>
    private static void ScorePairs(
        TextWriter output, string name, List<(OpenArticle A, OpenArticle B, double Likeness, string Languages)> pairs, List<EvalFigure> figures)
    {
        var options = new ClusteringOptions();
        var model = new PairModel(options, PairWeights.LoadBuiltIn());
        var judged = pairs.ConvertAll(p => (
            Probability: PairModel.ProbabilityOf(model.LogOdds(p.A.Weighted, p.B.Weighted) - options.JoinAt), p.Likeness, p.Languages));
        foreach (var (part, chosen) in new[]
        {
            ("all", judged),
            ("later_half", judged.Skip(judged.Count / 2).ToList()),
            ("across_languages", judged.FindAll(static j => j.Languages.Split('-') is [var x, var y] && x != y)),
        })
        {
            if (chosen.Count > 1)
            {
                var correlation = Correlation([.. chosen.Select(static c => c.Probability)], [.. chosen.Select(static c => c.Likeness)]);
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name} {part}: {chosen.Count} pairs, Pearson {correlation:0.000}"));
                figures.Add(new EvalFigure($"clustering.{name}.{part}.pearson", correlation));
            }
        }
    }

    private static double Correlation(double[] x, double[] y)
    {
        var meanX = x.Average();
        var meanY = y.Average();
        double xy = 0, xx = 0, yy = 0;
        for (var i = 0; i < x.Length; i++)
        {
            xy += (x[i] - meanX) * (y[i] - meanY);
            xx += (x[i] - meanX) * (x[i] - meanX);
            yy += (y[i] - meanY) * (y[i] - meanY);
        }
        return xx > 0 && yy > 0 ? xy / Math.Sqrt(xx * yy) : 0;
    }

    private static void Score(TextWriter output, string name, IReadOnlyList<(Article Article, string? Story)> stream, List<EvalFigure> figures)
    {
        var clusterer = new StoryClusterer();
        var online = stream.Select(a => clusterer.Cluster(a.Article, new Analysis { Article = a.Article.Id }).Story.ToString()).ToList();
        var settled = clusterer.Settle().ToDictionary(a => a.Article, a => a.Story.ToString());
        var labelled = Enumerable.Range(0, stream.Count).Where(i => stream[i].Story is not null).ToList();
        var later = labelled.Skip(labelled.Count / 2).ToList();
        Add("online", [.. labelled.Select(i => (online[i], stream[i].Story!))]);
        Add("final", [.. labelled.Select(i => (settled[stream[i].Article.Id], stream[i].Story!))]);
        Add("later_half.online", [.. later.Select(i => (online[i], stream[i].Story!))]);
        Add("later_half.final", [.. later.Select(i => (settled[stream[i].Article.Id], stream[i].Story!))]);

        void Add(string part, List<(string, string)> pairs)
        {
            var scores = ClusteringScores.Of(pairs);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{name} {part}: {pairs.Count} articles, B-cubed P {scores.BCubedPrecision:0.000} R {scores.BCubedRecall:0.000} F1 {scores.BCubedF1:0.000}, pairs P {scores.PairPrecision:0.000} R {scores.PairRecall:0.000} F1 {scores.PairF1:0.000}"));
            figures.Add(new EvalFigure($"clustering.{name}.{part}.bcubed_f1", scores.BCubedF1));
            figures.Add(new EvalFigure($"clustering.{name}.{part}.pair_f1", scores.PairF1));
        }
    }
}
