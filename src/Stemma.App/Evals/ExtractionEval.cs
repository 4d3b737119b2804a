using System.Globalization;
using Stemma.Extraction;
using Stemma.Extraction.Learning;
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
            // The shipped model has seen these pages; each fold's model has not seen its own.
            var extractors = FoldExtractors(registry, request.Output);
            foreach (var page in pages)
            {
                var fold = ExtractionSample.FoldOf(page.Url, ExtractionTraining.Folds);
                tally.Add(page, extractors[fold].Extract(Document(page)).Articles);
            }
            figures.AddRange(tally.Figures("extraction." + set));
            if (request.Errors > 0)
            {
                Browse(tally, request);
            }
        }
        return figures;
    }

    private static List<ArticleExtractor> FoldExtractors(OutletRegistry registry, TextWriter output)
    {
        List<ArticleExtractor> extractors = [];
        for (var fold = 0; fold < ExtractionTraining.Folds; fold++)
        {
            var path = Path.Combine("evals", "extraction", $"fold-{fold}.model");
            if (!File.Exists(path))
            {
                output.WriteLine($"{path} is missing: run from the repository's root. Judging by the shipped model, which has seen these pages.");
                return [.. Enumerable.Repeat(new ArticleExtractor(registry), ExtractionTraining.Folds)];
            }
            using var stream = File.OpenRead(path);
            var model = BodyModel.Read(stream);
            var metadata = Path.Combine("evals", "extraction", $"metadata-{fold}.model");
            using var second = File.Exists(metadata) ? File.OpenRead(metadata) : null;
            extractors.Add(new ArticleExtractor(registry, () => model, second is null ? null : MetadataModel.Read(second)));
        }
        return extractors;
    }

    /// <summary>The page as the fetch step would give it.</summary>
    public static FetchedDocument Document(ExtractionTruth page) => new()
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
        foreach (var error in tally.ChunkErrors.Take(request.Errors * 10).Concat(tally.MetadataErrors.Take(request.Errors * 10)))
        {
            request.Output.WriteLine(error.Length > 400 ? error[..400] + "…" : error);
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
