using System.Text.Json;
using Stemma.App.Json;
using Stemma.Model;
using Stemma.Text;

namespace Stemma.App.Evals;

/// <summary><c>stemma eval reuse</c>: pairs that share text, found against counted.</summary>
internal static class ReuseEval
{
    public static Eval Create() => new("reuse", "Articles that share text: recall by containment, precision against exact counting.", Run);

    private static List<EvalFigure> Run(EvalRequest request)
    {
        var path = Path.Combine(request.Data.FullName, "reuse.docs.jsonl");
        if (!File.Exists(path))
        {
            return [];
        }
        var articles = File.ReadLines(path)
            .Select(l => JsonSerializer.Deserialize(l, StemmaJson.Readable.ArticleInput)!.ToArticle())
            .DistinctBy(a => a.Id).ToList();
        var found = new ReuseDetector().Detect([.. articles.Select(a => (a.Id, a.Text))])
            .ToDictionary(r => (r.A, r.B), r => Math.Max(r.ContainmentAInB, r.ContainmentBInA));
        List<EvalFigure> figures = Score(articles, found, "reuse");
        var archive = new ReuseArchive();
        articles.ForEach(a => archive.Add(a.Id, a.Text));
        figures.AddRange(Score(
            articles,
            archive.Find(i => articles[i].Text).ToDictionary(r => (r.A, r.B), r => Math.Max(r.ContainmentAInB, r.ContainmentBInA)),
            "reuse.archive"));
        return figures;
    }

    private static List<EvalFigure> Score(List<Article> articles, Dictionary<(ArticleId, ArticleId), double> found, string name)
    {
        var shingles = articles.ConvertAll(a => ExactShingles.Of(a.Text));
        List<(double Exact, double Found)> pairs = [];
        for (var i = 0; i < articles.Count; i++)
        {
            for (var j = i + 1; j < articles.Count; j++)
            {
                var key = articles[i].Id < articles[j].Id ? (articles[i].Id, articles[j].Id) : (articles[j].Id, articles[i].Id);
                var exact = ExactShingles.Containment(shingles[i], shingles[j]);
                if (exact > 0 || found.ContainsKey(key))
                {
                    pairs.Add((exact, found.GetValueOrDefault(key)));
                }
            }
        }
        return
        [
            new(name + ".recall_at_50", Share(pairs.Where(p => p.Exact >= 0.5), p => p.Found >= 0.45)),
            new(name + ".recall_at_20", Share(pairs.Where(p => p.Exact >= 0.2), p => p.Found >= 0.15)),
            new(name + ".precision_at_20", Share(pairs.Where(p => p.Found >= 0.2), p => p.Exact >= 0.15)),
            new(name + ".exact_to_a_hundredth", Share(pairs, p => Math.Abs(p.Exact - p.Found) <= 0.01)),
        ];
    }

    private static double Share(IEnumerable<(double Exact, double Found)> pairs, Func<(double Exact, double Found), bool> holds)
    {
        var all = pairs.ToList();
        return all.Count == 0 ? 1 : (double)all.Count(holds) / all.Count;
    }
}
