using System.Globalization;
using Stemma.Analyzing;
using Stemma.App.Commands;
using Stemma.App.Json;
using Stemma.Model;
using Stemma.Outlets;

namespace Stemma.App.Evals.Quotes;

/// <summary>
/// <c>stemma eval modality --data evals/attributions</c>: how the outlet stands to each sentence, against the marks in the articles
/// annotated for Stemma. Every second article is for developing (<c>dev</c>), the others for reporting (<c>test</c>); each half is read with a
/// tagger learnt from the other, so that no sentence is scored by a tagger that has seen it.
/// </summary>
internal static class ModalityEval
{
    public static Eval Create() => new("modality", "How the outlet stands to each sentence.", Run);

    private static List<EvalFigure> Run(EvalRequest request)
    {
        var articles = AnnotatedArticleReader.ReadFolder(request.Data.FullName);
        if (articles.Count < 2)
        {
            return [];
        }
        List<AnnotatedArticle>[] halves = [[.. articles.Where((_, i) => i % 2 == 0)], [.. articles.Where((_, i) => i % 2 == 1)]];
        List<EvalFigure> figures = [];
        foreach (var (half, other, name) in new[] { (halves[0], halves[1], "dev"), (halves[1], halves[0], "test") })
        {
            var tagger = AttributionTraining.Learn(request.Data, [], "en", other, out _);
            figures.AddRange(Score(half, tagger, $"analysis.modality.{name}", name == "dev" ? request.Errors : 0, request.Output));
        }
        return figures;
    }

    private static List<EvalFigure> Score(List<AnnotatedArticle> articles, AttributionModel tagger, string prefix, int errors, TextWriter output)
    {
        var analyzer = new ArticleAnalyzer(OutletRegistry.LoadBuiltIn()) { Tagger = tagger };
        var values = Enum.GetValues<Modality>();
        var counts = new int[values.Length, values.Length];
        foreach (var article in articles)
        {
            var input = new ArticleInput { Id = article.Id, Lang = "en", Outlet = article.Outlet, Published = article.Published, Text = article.Text };
            foreach (var sentence in analyzer.Analyze(input.ToArticle()).Sentences)
            {
                var marked = article.Modalities.Where(m => sentence.Span.Start <= m.Start && m.Start < sentence.Span.End).Select(m => (Modality?)m.Modality).FirstOrDefault();
                // a sentence inside a quotation that began before it needs no mark
                marked ??= IsInside(article.Text, sentence.Span.Start) ? Modality.Quoted : null;
                // headlines and times of entries carry no mark
                if (marked is null && (sentence.Paragraph == 0 || sentence.Span.Length < 25))
                {
                    continue;
                }
                var gold = marked ?? Modality.Asserted;
                counts[(int)gold, (int)sentence.Modality]++;
                if (gold != sentence.Modality && errors-- > 0)
                {
                    output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{gold}, not {sentence.Modality}: {sentence.Span.Of(article.Text)}"));
                }
            }
        }
        return Figures(prefix, values, counts);
    }

    private static bool IsInside(string text, int at)
    {
        var start = text.LastIndexOf('\n', Math.Max(0, at - 1)) + 1;
        var before = text.AsSpan(start, Math.Max(0, at - start));
        return before.Count('“') > before.Count('”') || before.Count('"') % 2 == 1 || text[at] is '“' or '"';
    }

    private static List<EvalFigure> Figures(string prefix, Modality[] values, int[,] counts)
    {
        int Sum(Func<int, int, bool> of) => values.Sum(g => values.Sum(s => of((int)g, (int)s) ? counts[(int)g, (int)s] : 0));
        var all = Sum((_, _) => true);
        List<EvalFigure> figures = [new($"{prefix}.accuracy", all == 0 ? 0 : (double)Sum((g, s) => g == s) / all)];
        foreach (var value in values)
        {
            var named = (int)value;
            var marks = Sum((g, _) => g == named) + Sum((_, s) => s == named);
            if (marks > 0)
            {
                figures.Add(new($"{prefix}.{value.ToString().ToLowerInvariant()}.f1", 2.0 * counts[named, named] / marks));
            }
        }
        return figures;
    }
}
