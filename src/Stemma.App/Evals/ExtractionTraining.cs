using System.Diagnostics;
using System.Globalization;
using Stemma.Extraction;
using Stemma.Extraction.Learning;
using Stemma.Model;
using Stemma.Outlets;

namespace Stemma.App.Evals;

/// <summary>
/// Learns the model that tells an article's blocks from the page's: <c>stemma train extraction</c>. Besides the model for
/// use, it writes one for each fold of hosts, so that evaluation always judges pages by a model that has not seen them.
/// </summary>
internal sealed class ExtractionTraining(TextWriter output)
{
    /// <summary>Folds of hosts.</summary>
    public const int Folds = 5;

    private static readonly string[] Sets = ["scrapinghub", "wcxb_dev", "trafi990"];

    private readonly BoostingOptions _options = new();
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly List<ExtractionSample> _samples = [];
    private readonly List<float> _weights = [];
    private readonly List<bool> _labels = [];
    private readonly List<LineWords> _words = [];
    private float[] _rows = [];

    /// <summary>Trains, reports the out-of-fold figures, and writes <c>body.model</c> and <c>fold-N.model</c>.</summary>
    /// <returns>0 if done, 1 if the folder holds no labelled pages.</returns>
    public int Run(DirectoryInfo data, DirectoryInfo target)
    {
        Load(data);
        if (_samples.Count == 0)
        {
            output.WriteLine("No labelled pages are in the folder; unpack them first.");
            return 1;
        }
        Say($"{_samples.Count} pages, {_labels.Count} blocks, {_labels.Count(l => l)} of them body");
        var first = TrainStage(_rows, BlockFeatures.Count, null, out var opinions, "first");
        var rows = AddContext(opinions);
        _rows = [];
        var second = TrainStage(rows, ContextFeatures.Count, opinions, out var scores, "second");
        target.Create();
        for (var fold = 0; fold <= Folds; fold++)
        {
            var name = fold == Folds ? "body.model" : $"fold-{fold}.model";
            Write(Path.Combine(target.FullName, name), _words[fold], first[fold], second[fold]);
        }
        Report(scores);
        return 0;
    }

    private void Load(DirectoryInfo data)
    {
        var registry = OutletRegistry.LoadBuiltIn();
        foreach (var set in Sets)
        {
            foreach (var page in ExtractionTruth.ReadSet(data, set).Where(p => p.Text is not null || p.With.Count > 0))
            {
                var document = ExtractionEval.Document(page);
                var context = HtmlPageReader.Parse(PageDecoder.Decode(document.Content.Span, null), document, registry);
                var pageBlocks = context.Blocks;
                bool?[] labels = page.Text is { } text
                    ? [.. ExtractionLabels.Of(pageBlocks, text)]
                    : ExtractionLabels.OfSnippets(context, page.With, page.Without);
                _samples.Add(new ExtractionSample(page with { Id = set + "/" + page.Id }, context, labels, _labels.Count,
                    ExtractionSample.FoldOf(page.Url, Folds)));
                var pageWeight = Math.Clamp(Math.Sqrt(60.0 / Math.Max(1, pageBlocks.Count)), 0.3, 1.5);
                for (var i = 0; i < pageBlocks.Count; i++)
                {
                    _labels.Add(labels[i] ?? false);
                    // The few blocks that snippets tell of stand for all of their page.
                    var setWeight = page.Text is null ? 2 : 1;
                    _weights.Add(labels[i] is null ? 0 : (float)(setWeight * pageWeight * Math.Min(4, 0.8 + (0.08 * pageBlocks[i].Words))));
                }
            }
        }
        _rows = new float[_labels.Count * BlockFeatures.Count];
        for (var fold = 0; fold <= Folds; fold++)
        {
            _words.Add(LineWordsTraining.Train(_samples, fold));
        }
        foreach (var sample in _samples)
        {
            // Words are counted without the page's own fold, so that a page's labels do not tell its words.
            BlockFeatures.Of(sample.Context, _words[sample.Fold]).CopyTo(_rows, sample.FirstRow * BlockFeatures.Count);
        }
    }

    /// <summary>One forest per fold, learned from the other folds, and one from all; and the out-of-fold answers.</summary>
    private List<IReadOnlyList<ForestNode>>[] TrainStage(
        float[] rows, int features, float[]? opinions, out float[] answers, string name)
    {
        var forests = new List<IReadOnlyList<ForestNode>>[Folds + 1];
        answers = new float[_labels.Count];
        bool[] labels = [.. _labels];
        float[] weights = [.. _weights];
        for (var fold = 0; fold <= Folds; fold++)
        {
            var use = _samples.Where(s => s.Fold != fold)
                .SelectMany(s => Enumerable.Range(s.FirstRow, s.Labels.Length))
                // What the first forest has settled is never asked of the second.
                .Where(i => weights[i] > 0 && (opinions is null || opinions[i] >= BodyModel.Hopeless)).ToArray();
            forests[fold] = GradientBoosting.TrainSeveral(_options, rows, features, use, labels, weights);
            Say($"{name} forest, fold {fold}: trained");
            if (fold < Folds)
            {
                var forest = Freeze(features, forests[fold]);
                foreach (var sample in _samples.Where(s => s.Fold == fold))
                {
                    for (var i = sample.FirstRow; i < sample.FirstRow + sample.Labels.Length; i++)
                    {
                        answers[i] = opinions is not null && opinions[i] < BodyModel.Hopeless
                            ? opinions[i] : forest.Score(rows.AsSpan(i * features, features));
                    }
                }
            }
        }
        return forests;
    }

    private float[] AddContext(float[] opinions)
    {
        var rows = new float[_labels.Count * ContextFeatures.Count];
        foreach (var sample in _samples)
        {
            var own = _rows.AsSpan(sample.FirstRow * BlockFeatures.Count, sample.Labels.Length * BlockFeatures.Count).ToArray();
            var page = opinions.AsSpan(sample.FirstRow, sample.Labels.Length).ToArray();
            ContextFeatures.Of(sample.Context, own, page).CopyTo(rows, sample.FirstRow * ContextFeatures.Count);
        }
        return rows;
    }

    private static DecisionForest Freeze(int features, List<IReadOnlyList<ForestNode>> trees)
    {
        using var stream = new MemoryStream();
        DecisionForest.Write(stream, features, trees);
        stream.Position = 0;
        return DecisionForest.Read(stream);
    }

    private static void Write(string path, LineWords words, List<IReadOnlyList<ForestNode>> first, List<IReadOnlyList<ForestNode>> second)
    {
        using var file = File.Create(path);
        using var writer = new BinaryWriter(file);
        words.Write(writer);
        foreach (var (features, trees) in new[] { (BlockFeatures.Count, first), (ContextFeatures.Count, second) })
        {
            using var stream = new MemoryStream();
            DecisionForest.Write(stream, features, trees);
            writer.Write((int)stream.Length);
            writer.Write(stream.ToArray());
        }
    }

    private void Report(float[] scores)
    {
        foreach (var set in Sets)
        {
            var samples = _samples.Where(s => s.Truth.Id.StartsWith(set, StringComparison.Ordinal)).ToList();
            Figures($"{set} labels themselves", samples, (s, i) => s.Labels[i] == true);
            foreach (var threshold in (double[])[0.3, 0.4, 0.5, 0.6])
            {
                Figures(string.Create(CultureInfo.InvariantCulture, $"{set} out of fold, threshold {threshold:0.0}"), samples,
                    (s, i) => scores[s.FirstRow + i] > threshold);
            }
        }
    }

    private void Figures(string name, List<ExtractionSample> samples, Func<ExtractionSample, int, bool> isKept)
    {
        var tally = new ExtractionTally();
        foreach (var sample in samples)
        {
            var text = sample.TextOf(i => isKept(sample, i));
            tally.Add(sample.Truth, [new Article { Id = default, Source = "", Text = text }]);
        }
        var figures = tally.Figures("").Take(4).Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.Name[1..]} {f.Value:0.0000}"));
        Say($"{name}: {string.Join("  ", figures)}");
    }

    private void Say(string line) =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{_clock.Elapsed.TotalSeconds,6:0.0} s  {line}"));
}
