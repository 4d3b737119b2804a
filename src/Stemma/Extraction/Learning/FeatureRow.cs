namespace Stemma.Extraction.Learning;

/// <summary>Writes numbers into a row one after another, so that features are numbered by the order of the code.</summary>
internal ref struct FeatureRow(Span<float> row)
{
    private readonly Span<float> _row = row;

    /// <summary>How many numbers were added.</summary>
    public int Count { get; private set; }

    public void Add(double value)
    {
        if (Count < _row.Length)
        {
            _row[Count] = (float)value;
        }
        Count++;
    }

    public void Add(bool value) => Add(value ? 1 : 0);

    /// <summary>Adds a count on a scale on which 100 and 110 are nearer than 1 and 5.</summary>
    public void AddLog(double value) => Add(Math.Sign(value) * Math.Log2(1 + Math.Abs(value)));
}
