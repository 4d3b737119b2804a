using Stemma.Model;

namespace Stemma.App.Evals;

/// <summary>Sums the scores of the pages of one set.</summary>
internal sealed class ExtractionTally
{
    private readonly List<(double Score, ExtractionTruth Page, string Found)> _worst = [];
    private double _precision;
    private double _recall;
    private int _precisionPages;
    private int _recallPages;
    private int _exact;
    private int _texts;
    private int _with;
    private int _missed;
    private int _without;
    private int _titles;
    private int _rightTitles;
    private int _dates;
    private int _rightDates;
    private int _authored;
    private int _rightAuthors;
    private int _asGiven;
    private int _unauthored;
    private int _invented;

    /// <summary>Snippets missed or wrongly kept, with the line they stand in and as what that was dropped.</summary>
    public List<string> ChunkErrors { get; } = [];

    /// <summary>Wrong titles, dates and authors, for the error browser.</summary>
    public List<string> MetadataErrors { get; } = [];

    /// <summary>Scores one page against what was found on it; null where nothing was.</summary>
    public void Add(ExtractionTruth page, IReadOnlyList<Article> found)
    {
        var text = string.Join("\n\n", found.Select(a => a.Text));
        if (page.Text is { } truth)
        {
            AddText(page, truth, text);
        }
        AddChunks(page, text, [.. found.SelectMany(a => a.Dropped)]);
        AddMetadata(page, found.Count > 0 ? found[0] : null);
    }

    /// <summary>The figures that the set's truth allows.</summary>
    public IEnumerable<EvalFigure> Figures(string prefix)
    {
        if (_texts > 0)
        {
            var (precision, recall) = (_precision / Math.Max(1, _precisionPages), _recall / Math.Max(1, _recallPages));
            yield return new EvalFigure(prefix + ".f1", 2 * precision * recall / Math.Max(1e-9, precision + recall));
            yield return new EvalFigure(prefix + ".precision", precision);
            yield return new EvalFigure(prefix + ".recall", recall);
            yield return new EvalFigure(prefix + ".accuracy", (double)_exact / _texts);
        }
        if (_with > 0)
        {
            var hits = _with - _missed;
            yield return new EvalFigure(prefix + ".chunk_f1", 2.0 * hits / Math.Max(1, (2 * hits) + _without + _missed));
            yield return new EvalFigure(prefix + ".chunk_precision", (double)hits / Math.Max(1, hits + _without));
            yield return new EvalFigure(prefix + ".chunk_recall", (double)hits / _with);
        }
        if (_titles > 0)
        {
            yield return new EvalFigure(prefix + ".title", (double)_rightTitles / _titles);
        }
        if (_dates > 0)
        {
            yield return new EvalFigure(prefix + ".date", (double)_rightDates / _dates);
        }
        if (_authored > 0)
        {
            yield return new EvalFigure(prefix + ".authors", (double)_rightAuthors / _authored);
            yield return new EvalFigure(prefix + ".authors_as_given", (double)_asGiven / _authored);
            yield return new EvalFigure(prefix + ".authors_invented", (double)_invented / Math.Max(1, _unauthored));
        }
    }

    /// <summary>The worst pages, worst first.</summary>
    public IEnumerable<(double Score, ExtractionTruth Page, string Found)> Worst(int count) =>
        _worst.OrderBy(w => w.Score).ThenBy(w => w.Page.Id, StringComparer.Ordinal).Take(count);

    private void AddText(ExtractionTruth page, string truth, string text)
    {
        var (right, extra, missing) = ExtractionMetric.Compare(truth, text);
        _texts++;
        // As in the benchmark: precision is undefined where nothing was found, recall where nothing was to be found.
        if (right + extra > 0)
        {
            _precision += right / (right + extra);
            _precisionPages++;
        }
        if (right + missing > 0)
        {
            _recall += right / (right + missing);
            _recallPages++;
        }
        _exact += ExtractionMetric.Words(truth).SequenceEqual(ExtractionMetric.Words(text), StringComparer.Ordinal) ? 1 : 0;
        _worst.Add((2 * right / Math.Max(1e-9, (2 * right) + extra + missing), page, text));
    }

    private void AddChunks(ExtractionTruth page, string text, IReadOnlyList<DroppedBlock> dropped)
    {
        if (page.With.Count + page.Without.Count == 0)
        {
            return;
        }
        var folded = FoldSpace(text);
        _with += page.With.Count;
        foreach (var chunk in page.With.Select(FoldSpace).Where(c => !folded.Contains(c, StringComparison.Ordinal)))
        {
            _missed++;
            var line = dropped.FirstOrDefault(d => FoldSpace(d.Text).Contains(chunk, StringComparison.Ordinal));
            var where = line is not null ? $"dropped as {line.Kind}: {line.Text}" : text.Length == 0 ? "no article" : "in no line";
            ChunkErrors.Add($"missed {page.Id} {page.Url}: {chunk} | {where}");
        }
        foreach (var chunk in page.Without.Select(FoldSpace).Where(c => folded.Contains(c, StringComparison.Ordinal)))
        {
            _without++;
            var line = text.Split('\n').FirstOrDefault(l => FoldSpace(l).Contains(chunk, StringComparison.Ordinal));
            ChunkErrors.Add($"wrong {page.Id} {page.Url}: {chunk} | {line}");
        }
    }

    private void AddMetadata(ExtractionTruth page, Article? found)
    {
        if (!string.IsNullOrWhiteSpace(page.Title))
        {
            _titles++;
            Check(ref _rightTitles, ExtractionMetric.Fold(page.Title) == ExtractionMetric.Fold(found?.Title ?? ""), "title", page, page.Title, found?.Title);
        }
        if (page.Date is { Length: >= 10 } date)
        {
            _dates++;
            var day = found?.Published?.Day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
            Check(ref _rightDates, day == date[..10], "date", page, date, day);
        }
        var bylines = found?.Bylines ?? [];
        if (page.Authors.Count > 0)
        {
            _authored++;
            _asGiven += AuthorTruth.IsAsGiven(page.Authors, bylines) ? 1 : 0;
            Check(ref _rightAuthors, AuthorTruth.Agrees(page.Authors, bylines), "authors", page,
                string.Join(" + ", page.Authors), string.Join(" + ", bylines));
        }
        else
        {
            _unauthored++;
            _invented += bylines.Count > 0 ? 1 : 0;
            if (bylines.Count > 0)
            {
                MetadataErrors.Add($"invented {page.Id} {page.Url}: {string.Join(" + ", bylines)}");
            }
        }
    }

    private void Check(ref int right, bool isRight, string what, ExtractionTruth page, string expected, string? found)
    {
        right += isRight ? 1 : 0;
        if (!isRight)
        {
            MetadataErrors.Add($"{what} {page.Id} {page.Url}: expected {expected}; found {(string.IsNullOrEmpty(found) ? "nothing" : found)}");
        }
    }

    private static string FoldSpace(string text) =>
        string.Join(' ', text.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
