namespace Stemma.Extraction.Learning;

/// <summary>
/// Grows a <see cref="DecisionForest"/>: gradient boosting for log loss with second-order leaves (Friedman 2001; Chen and
/// Guestrin 2016) on features cut into 64 bins, trees grown leaf by leaf (Ke et al. 2017). Deterministic.
/// </summary>
internal sealed class GradientBoosting(BoostingOptions options)
{
    private const int Bins = 64;

    private readonly Random _random = new(options.Seed);
    private byte[][] _binned = [];
    private float[][] _cuts = [];
    private double[] _gradient = [];
    private double[] _hessian = [];

    /// <summary>Grows the forest. Cost about trees × rows × features.</summary>
    /// <param name="rows">All numbers, row after row.</param>
    /// <param name="features">Numbers in a row.</param>
    /// <param name="use">The rows to learn from.</param>
    /// <param name="labels">Yes (1) or no (0) for every row.</param>
    /// <param name="weights">What each row counts.</param>
    public List<IReadOnlyList<ForestNode>> Train(float[] rows, int features, int[] use, bool[] labels, float[] weights)
    {
        Bin(rows, features, use);
        var sums = new double[use.Length];
        _gradient = new double[use.Length];
        _hessian = new double[use.Length];
        List<IReadOnlyList<ForestNode>> trees = [];
        for (var tree = 0; tree < options.Trees; tree++)
        {
            for (var i = 0; i < use.Length; i++)
            {
                var score = 1 / (1 + Math.Exp(-sums[i]));
                _gradient[i] = weights[use[i]] * (score - (labels[use[i]] ? 1 : 0));
                _hessian[i] = weights[use[i]] * Math.Max(1e-6, score * (1 - score));
            }
            var drawn = Draw(use.Length, options.RowShare);
            var columns = Draw(features, options.FeatureShare);
            var root = Grow(drawn, columns);
            trees.Add(root.Flatten());
            Parallel.For(0, 2, half =>
            {
                for (var i = half; i < use.Length; i += 2)
                {
                    sums[i] += root.Answer(_binned, i);
                }
            });
        }
        return trees;
    }

    /// <summary>Several forests of neighbouring seeds as one: their trees in turn, each with its part of the answer.</summary>
    public static List<IReadOnlyList<ForestNode>> TrainSeveral(BoostingOptions options, float[] rows, int features, int[] use, bool[] labels, float[] weights)
    {
        var forests = Enumerable.Range(0, options.Forests)
            .Select(seed => new GradientBoosting(options with { Seed = options.Seed + seed }).Train(rows, features, use, labels, weights)).ToList();
        return [.. Enumerable.Range(0, options.Trees).SelectMany(tree => forests.Select(f =>
            (IReadOnlyList<ForestNode>)[.. f[tree].Select(n => n.Feature < 0 ? n with { Value = n.Value / forests.Count } : n)]))];
    }

    private GrowingNode Grow(int[] drawn, int[] columns)
    {
        var root = new GrowingNode(drawn);
        Measure(root, columns, null);
        List<GrowingNode> leaves = [root];
        while (leaves.Count < options.Leaves)
        {
            var best = leaves.Where(l => l.Gain > 1e-6).MaxBy(l => l.Gain);
            if (best is null)
            {
                break;
            }
            Split(best, columns);
            leaves.Remove(best);
            leaves.Add(best.Left!);
            leaves.Add(best.Right!);
        }
        foreach (var leaf in leaves)
        {
            leaf.Value = (float)(-options.Rate * leaf.Gradient / (leaf.Hessian + options.Shrinkage));
            leaf.Histogram = [];
        }
        return root;
    }

    private void Split(GrowingNode node, int[] columns)
    {
        var column = _binned[node.Feature];
        var left = node.Rows.Where(r => column[r] <= node.Bin).ToArray();
        var right = node.Rows.Where(r => column[r] > node.Bin).ToArray();
        node.Threshold = _cuts[node.Feature][node.Bin];
        (node.Left, node.Right) = (new GrowingNode(left), new GrowingNode(right));
        var (small, large) = left.Length < right.Length ? (node.Left, node.Right) : (node.Right, node.Left);
        Measure(small, columns, null);
        // What the smaller child does not hold of the parent, the larger one does.
        Measure(large, columns, (node.Histogram, small.Histogram));
        node.Histogram = [];
        node.Rows = [];
    }

    private void Measure(GrowingNode node, int[] columns, (double[] Parent, double[] Sibling)? known)
    {
        node.Histogram = new double[columns.Length * Bins * 2];
        foreach (var row in node.Rows)
        {
            node.Gradient += _gradient[row];
            node.Hessian += _hessian[row];
        }
        var gains = new (double Gain, int Bin)[columns.Length];
        Parallel.For(0, columns.Length, new ParallelOptions { MaxDegreeOfParallelism = 2 }, c =>
        {
            var histogram = node.Histogram.AsSpan(c * Bins * 2, Bins * 2);
            if (known is { } sums)
            {
                for (var k = 0; k < histogram.Length; k++)
                {
                    histogram[k] = sums.Parent[(c * Bins * 2) + k] - sums.Sibling[(c * Bins * 2) + k];
                }
            }
            else
            {
                var column = _binned[columns[c]];
                foreach (var row in node.Rows)
                {
                    var bin = column[row] * 2;
                    histogram[bin] += _gradient[row];
                    histogram[bin + 1] += _hessian[row];
                }
            }
            gains[c] = BestCut(histogram, node, _cuts[columns[c]].Length);
        });
        for (var c = 0; c < columns.Length; c++)
        {
            if (gains[c].Gain > node.Gain)
            {
                (node.Gain, node.Bin, node.Feature) = (gains[c].Gain, gains[c].Bin, columns[c]);
            }
        }
    }

    private (double Gain, int Bin) BestCut(ReadOnlySpan<double> histogram, GrowingNode node, int cuts)
    {
        var (gradient, hessian, best, bin) = (0.0, 0.0, 0.0, 0);
        var whole = node.Gradient * node.Gradient / (node.Hessian + options.Shrinkage);
        for (var b = 0; b < cuts; b++)
        {
            gradient += histogram[b * 2];
            hessian += histogram[(b * 2) + 1];
            var rest = node.Hessian - hessian;
            if (hessian * 4 < options.LeafWeight || rest * 4 < options.LeafWeight)
            {
                continue;
            }
            var other = node.Gradient - gradient;
            var gain = (gradient * gradient / (hessian + options.Shrinkage)) + (other * other / (rest + options.Shrinkage)) - whole;
            if (gain > best)
            {
                (best, bin) = (gain, b);
            }
        }
        return (best, bin);
    }

    private int[] Draw(int count, double share)
    {
        List<int> drawn = new((int)(count * share) + 16);
        for (var i = 0; i < count; i++)
        {
            if (_random.NextDouble() < share)
            {
                drawn.Add(i);
            }
        }
        return [.. drawn];
    }

    /// <summary>Cuts each feature into at most 64 bins that hold about equally many rows.</summary>
    private void Bin(float[] rows, int features, int[] use)
    {
        _binned = new byte[features][];
        _cuts = new float[features][];
        var step = Math.Max(1, use.Length / 20_000);
        Parallel.For(0, features, new ParallelOptions { MaxDegreeOfParallelism = 2 }, f =>
        {
            var sample = new List<float>();
            for (var i = 0; i < use.Length; i += step)
            {
                sample.Add(rows[(use[i] * features) + f]);
            }
            sample.Sort();
            List<float> cuts = [];
            for (var b = 1; b < Bins; b++)
            {
                var at = (int)((long)b * sample.Count / Bins);
                var next = sample.FindIndex(at, v => v > sample[at]);
                var cut = next < 0 ? sample[at] : (sample[at] + sample[next]) / 2;
                if (next >= 0 && (cuts.Count == 0 || cut > cuts[^1]))
                {
                    cuts.Add(cut);
                }
            }
            // The commonest value often fills the first bins: make sure that what lies below it can be told apart.
            if (sample.Count > 0 && (cuts.Count == 0 || cuts[0] > sample[0]))
            {
                var above = sample.FindIndex(v => v > sample[0]);
                if (above > 0 && (sample[0] + sample[above]) / 2 is var low && (cuts.Count == 0 || low < cuts[0]) && cuts.Count < Bins - 1)
                {
                    cuts.Insert(0, low);
                }
            }
            _cuts[f] = [.. cuts];
            var column = _binned[f] = new byte[use.Length];
            for (var i = 0; i < use.Length; i++)
            {
                var at = Array.BinarySearch(_cuts[f], rows[(use[i] * features) + f]);
                column[i] = (byte)(at >= 0 ? at : ~at);
            }
        });
    }
}
