using System.Globalization;
using Stemma.Extraction.Learning;

namespace Stemma.App.Evals;

/// <summary>The candidates of many pages, each with its numbers and whether it is the right one.</summary>
internal sealed class LabelledCandidates(int features)
{
    private readonly List<(int Fold, bool HasTruth, int First, int Count, bool IsJudged)> _pages = [];
    private readonly List<float[]> _rows = [];
    private readonly List<bool> _labels = [];
    private readonly List<bool> _open = [];
    private readonly List<float> _weights = [];
    private readonly List<float> _answers = [];
    public int Pages => _pages.Count(p => p.IsJudged);

    public int Rows => _rows.Count;

    /// <summary>Takes the candidates of one page.</summary>
    /// <param name="fold">The fold of its host.</param>
    /// <param name="hasTruth">Whether the page has a right answer at all.</param>
    /// <param name="candidates">Numbers and label of each; open ones are judged but not learned from.</param>
    /// <param name="isJudged">False for pages that are only learned from, at half weight.</param>
    public void Add(int fold, bool hasTruth, IEnumerable<(float[] Numbers, bool IsRight, bool IsOpen)> candidates, bool isJudged = true)
    {
        var first = _rows.Count;
        foreach (var (numbers, isRight, isOpen) in candidates)
        {
            _rows.Add(numbers);
            _open.Add(isOpen);
            _labels.Add(isRight);
            _answers.Add(0);
        }
        var count = _rows.Count - first;
        _pages.Add((fold, hasTruth, first, count, isJudged));
        // Pages with many candidates shall not drown the others.
        var weight = (float)Math.Clamp(Math.Sqrt(12.0 / Math.Max(1, count)), 0.4, 2) * (isJudged ? 1 : 0.5f);
        _weights.AddRange(Enumerable.Repeat(weight, count));
    }

    /// <summary>A forest learned from all pages but those of one fold, as bytes.</summary>
    public byte[] Train(BoostingOptions options, int without)
    {
        var rows = new float[_rows.Count * features];
        for (var i = 0; i < _rows.Count; i++)
        {
            _rows[i].CopyTo(rows, i * features);
        }
        var use = _pages.Where(p => p.Fold != without).SelectMany(p => Enumerable.Range(p.First, p.Count)).Where(i => !_open[i]).ToArray();
        var trees = new GradientBoosting(options).Train(rows, features, use, [.. _labels], [.. _weights]);
        using var stream = new MemoryStream();
        DecisionForest.Write(stream, features, trees);
        return stream.ToArray();
    }

    /// <summary>Lets a forest judge the pages of the fold it has not seen.</summary>
    public void Judge(byte[] forest, int fold)
    {
        using var stream = new MemoryStream(forest);
        var judge = DecisionForest.Read(stream);
        foreach (var page in _pages.Where(p => p.Fold == fold))
        {
            for (var i = page.First; i < page.First + page.Count; i++)
            {
                _answers[i] = judge.Score(_rows[i]);
            }
        }
    }

    /// <summary>Writes how often the surest candidate is right, out of fold, at several thresholds, and how often one could be.</summary>
    public void Report(string name, Action<string> say)
    {
        var judged = _pages.Where(p => p.IsJudged).ToList();
        var withTruth = judged.Count(p => p.HasTruth);
        var possible = judged.Count(p => p.HasTruth && Enumerable.Range(p.First, p.Count).Any(i => _labels[i]));
        say(string.Create(CultureInfo.InvariantCulture, $"{name}: right one among the candidates {(double)possible / withTruth:0.0000}"));
        foreach (var threshold in (float[])[0, 0.2f, 0.25f, 0.3f, 0.4f, 0.5f])
        {
            var (right, invented) = (0, 0);
            foreach (var page in judged)
            {
                var best = Enumerable.Range(page.First, page.Count).Where(i => _answers[i] > threshold)
                    .OrderByDescending(i => _answers[i]).ThenBy(i => i).Select(i => (int?)i).FirstOrDefault();
                right += page.HasTruth && best is { } b && _labels[b] ? 1 : 0;
                invented += !page.HasTruth && best is not null ? 1 : 0;
            }
            say(string.Create(CultureInfo.InvariantCulture,
                $"{name}: out of fold, threshold {threshold:0.00}: right {(double)right / withTruth:0.0000}, invented {(double)invented / Math.Max(1, judged.Count - withTruth):0.0000}"));
        }
    }
}
