namespace Stemma.Analyzing;

/// <summary>
/// Weights while a perceptron learns: each update is added, and a running sum gives the average over all steps (Freund and
/// Schapire 1999; Collins 2002), which is what is kept.
/// </summary>
internal sealed class AveragedWeights(int labels, int rowBits)
{
    private readonly float[] _weights = new float[labels << rowBits];
    private readonly double[] _weighted = new double[labels << rowBits];
    private readonly uint _mask = (1u << rowBits) - 1;
    private double _step = 1;

    public void AddTo(ReadOnlySpan<uint> features, Span<float> scores)
    {
        foreach (var feature in features)
        {
            var row = _weights.AsSpan((int)(feature & _mask) * labels, labels);
            for (var label = 0; label < row.Length; label++)
            {
                scores[label] += row[label];
            }
        }
    }

    public void Update(ReadOnlySpan<uint> features, int label, float amount)
    {
        foreach (var feature in features)
        {
            var at = ((int)(feature & _mask) * labels) + label;
            _weights[at] += amount;
            _weighted[at] += amount * _step;
        }
    }

    /// <summary>To be called once an example.</summary>
    public void Advance() => _step++;

    /// <summary>
    /// The averaged weights, scaled so that the widest fits a signed byte; those that round to nothing vanish.
    /// </summary>
    public HashedWeights ToHashed(IReadOnlyList<string> names, uint[] closedWords) => ToHashed(names, closedWords, out _);

    /// <summary>The same, with the factor by which the weights were scaled.</summary>
    public HashedWeights ToHashed(IReadOnlyList<string> names, uint[] closedWords, out double scale)
    {
        var averaged = new double[_weights.Length];
        AddAverage(averaged);
        return Pack(averaged, names, rowBits, closedWords, out scale);
    }

    /// <summary>Adds the averaged weights to a sum over several learners.</summary>
    public void AddAverage(double[] sum)
    {
        for (var i = 0; i < sum.Length; i++)
        {
            sum[i] += _weights[i] - (_weighted[i] / _step);
        }
    }

    /// <summary>Scales weights to signed bytes.</summary>
    public static HashedWeights Pack(double[] averaged, IReadOnlyList<string> names, int rowBits, uint[] closedWords, out double scale)
    {
        var greatest = averaged.Max(Math.Abs);
        greatest = Math.Max(greatest, 1e-9);
        // The largest weights are few; letting them saturate keeps more of the small ones apart.
        scale = 127 / (greatest * 0.6);
        var packed = new sbyte[averaged.Length];
        for (var i = 0; i < packed.Length; i++)
        {
            packed[i] = (sbyte)Math.Clamp(Math.Round(averaged[i] * scale), -127, 127);
        }
        return new HashedWeights(names, rowBits, packed) { ClosedWords = closedWords };
    }
}
