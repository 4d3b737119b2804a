using System.Globalization;
using Stemma.Extraction;
using Stemma.Model;
using Stemma.Outlets;

namespace Stemma.App.Evals;

/// <summary>Scores the extraction step on labelled pages.</summary>
internal static class ExtractionEval
{
    private static readonly string[] Sets = ["scrapinghub", "wcxb_dev", "trafi990"];

    public static Eval Create() => new(
        "extraction", "Bodies, titles, dates and authors of labelled web pages.", Run);

    private static List<EvalFigure> Run(EvalRequest request)
    {
        List<EvalFigure> figures = [];
        var registry = OutletRegistry.LoadBuiltIn();
        foreach (var set in Sets.Where(s => request.Filter is null || s == request.Filter))
        {
            var pages = ExtractionTruth.ReadSet(request.Data, set);
            if (pages.Count == 0)
            {
                continue;
            }
            var tally = new ExtractionTally();
            var extractor = new ArticleExtractor(registry);
            foreach (var page in pages)
            {
                tally.Add(page, extractor.Extract(Document(page)).Articles);
            }
            figures.AddRange(tally.Figures("extraction." + set));
            if (request.Errors > 0)
            {
                Browse(tally, request);
            }
        }
        return figures;
    }

    private static FetchedDocument Document(ExtractionTruth page) => new()
    {
        Source = page.Id,
        Url = page.Url,
        Content = File.ReadAllBytes(page.File),
        MediaType = "text/html",
        FetchedAt = TimeProvider.System.GetUtcNow(),
    };

    /// <summary>The worst pages with their wrong and missing lines, then the wrong metadata.</summary>
    private static void Browse(ExtractionTally tally, EvalRequest request)
    {
        foreach (var (score, page, found) in tally.Worst(request.Errors))
        {
            request.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"--- {score:0.000} {page.Id} {page.Url}"));
            Lines(request.Output, "  + ", found, page.Text!);
            Lines(request.Output, "  - ", page.Text!, found);
        }
        foreach (var error in tally.MetadataErrors.Take(request.Errors * 10))
        {
            request.Output.WriteLine(error);
        }
    }

    private static void Lines(TextWriter output, string mark, string text, string other)
    {
        var known = ExtractionMetric.Fold(other);
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(l => !known.Contains(ExtractionMetric.Fold(l), StringComparison.Ordinal)))
        {
            output.WriteLine(mark + (line.Length > 160 ? line[..160] + "…" : line));
        }
    }
}
