using System.Text.Json;
using Stemma.App.Commands;
using Stemma.Model;

namespace Stemma.App.Evals.Quotes;

/// <summary>
/// <c>stemma eval quotes</c>: quotes and attributions against the labelled sets, by the rules that ship; <c>stemma
/// eval trained-quotes</c>:
/// the same with a tagger that is first learnt from the larger half of the set, as a user would (it is thrown away).
/// </summary>
internal static class QuotesEval
{
    private static readonly (string Set, string Language, string Learn)[] Sets =
    [
        ("polnear.dev-small", "en", "polnear.dev-large"),
        ("polnear.dev-large", "en", "polnear.dev-large"),
        ("gum-attr.dev", "en", "gum-attr.train"),
        ("german.dev-small", "de", "german.dev-large"),
    ];

    public static Eval Create() =>
        new("quotes", "Who says what, by the rules that ship.", request => Run(request, trained: false));

    public static Eval CreateTrained() =>
        new("trained-quotes", "Who says what, with a tagger learnt from the larger half.",
        request => Run(request, trained: true));

    private static List<EvalFigure> Run(EvalRequest request, bool trained)
    {
        List<EvalFigure> figures = [];
        foreach (var (set, language, learn) in Sets)
        {
            var folder = request.Data.FullName;
            var file = Path.Combine(folder, set + ".jsonl");
            // the larger half takes long, and a tagger learnt from it says nothing there
            if ((request.Filter is { } only ? only != set : set == learn) || (trained && set == learn)
                || !File.Exists(file) || (trained && !File.Exists(Path.Combine(folder, learn + ".jsonl"))))
            {
                continue;
            }
            var tagger = trained ? AttributionTraining.Learn(request.Data, [learn], language, [], out _) : null;
            var analyses = AnalyzedSet.Analyze(AnalyzedSet.Read(file, language), tagger);
            var prefix = $"analysis.{(trained ? "trained." : "")}{set}";
            figures.AddRange(Score(Path.Combine(folder, "scoring", set + ".quotes.gold.jsonl"), analyses,
                AnalyzedSet.Quotes, prefix + ".quotes", request));
            figures.AddRange(Score(Path.Combine(folder, "scoring", set + ".attributions.gold.jsonl"), analyses,
                AnalyzedSet.Attributions, prefix + ".attributions", request));
        }
        return figures;
    }

    private static IReadOnlyList<EvalFigure> Score(
        string goldFile, IReadOnlyDictionary<string, Analysis> analyses, Func<Analysis,
        IReadOnlyList<QuoteItem>> items, string prefix, EvalRequest request)
    {
        if (!File.Exists(goldFile))
        {
            return [];
        }
        var scorer = new QuoteScorer();
        var shown = 0;
        foreach (var line in File.ReadLines(goldFile))
        {
            using var json = JsonDocument.Parse(line);
            var text = json.RootElement.GetProperty("text").GetString() ?? "";
            List<QuoteItem> gold = [.. json.RootElement.GetProperty("quotes").EnumerateArray().Select(QuoteItem.Read)];
            var system = analyses.TryGetValue(json.RootElement.GetProperty("id").GetString() ?? "", out var analysis)
                ? items(analysis) : [];
            scorer.Add(text, gold, system);
            foreach (var missed in gold.Where(g => !system.Any(s => s.Parts[0].Overlaps(g.Parts[0]))))
            {
                if (shown++ < request.Errors)
                {
                    request.Output.WriteLine($"missed ({missed.Form}, {missed.Kind}): {missed.Parts[0].Of(text)}");
                }
            }
        }
        return scorer.Figures(prefix);
    }
}
