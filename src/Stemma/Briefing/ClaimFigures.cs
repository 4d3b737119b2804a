namespace Stemma.Briefing;

/// <summary>How sure it is of each pair of sentences that they state the same thing: log-odds by <see cref="ClaimModel"/>.</summary>
internal sealed class ClaimFigures
{
    /// <summary>Log-odds of two sentences that share too little to be compared.</summary>
    private const double Unlike = -4.5;

    private readonly Dictionary<(int, int), double> _figures = [];

    public ClaimFigures(ClaimPairs pairs, ClaimModel model)
    {
        foreach (var pair in pairs.All)
        {
            _figures.Add((pair.A, pair.B), model.LogOdds(pair.Features));
        }
    }

    /// <summary>Log-odds in [-6, 6] of two sentences; 6 for one that stands in both accounts.</summary>
    public double Of(int i, int j) => i == j ? ClaimModel.Surest : _figures.GetValueOrDefault(i < j ? (i, j) : (j, i), Unlike);

    /// <summary>The pairs from a bar on, surest first.</summary>
    public IReadOnlyList<(int A, int B, double Figure)> From(double bar) =>
    [
        .. _figures.Where(f => f.Value >= bar).OrderByDescending(f => f.Value).ThenBy(f => f.Key)
            .Select(f => (f.Key.Item1, f.Key.Item2, f.Value)),
    ];

    /// <summary>Mean log-odds between the sentences of two groups.</summary>
    public double Mean(IReadOnlyList<int> a, IReadOnlyList<int> b)
    {
        double sum = 0;
        foreach (var x in a)
        {
            foreach (var y in b)
            {
                sum += Of(x, y);
            }
        }
        return sum / (a.Count * b.Count);
    }

    /// <summary>Mean log-odds among the sentences of a group; 6 for equal ones.</summary>
    public double Mean(IReadOnlyList<int> group)
    {
        double sum = 0;
        var pairs = 0;
        for (var i = 0; i < group.Count; i++)
        {
            for (var j = i + 1; j < group.Count; j++)
            {
                sum += Of(group[i], group[j]);
                pairs++;
            }
        }
        return pairs == 0 ? ClaimModel.Surest : sum / pairs;
    }
}
