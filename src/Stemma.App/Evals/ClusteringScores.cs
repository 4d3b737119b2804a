namespace Stemma.App.Evals;

/// <summary>How well stories found agree with stories told, over the articles that have a label.</summary>
internal readonly record struct ClusteringScores(
    double BCubedPrecision, double BCubedRecall, double PairPrecision, double PairRecall)
{
    public double BCubedF1 => F1(BCubedPrecision, BCubedRecall);

    public double PairF1 => F1(PairPrecision, PairRecall);

    /// <summary>
    /// B-cubed (Bagga and Baldwin 1998): for each article the share of its found story that is of its true story
    /// (precision), and the other way round (recall), averaged. Pairs: the same over pairs of articles. Linear in articles.
    /// </summary>
    public static ClusteringScores Of(IReadOnlyList<(string Found, string True)> articles)
    {
        var both = articles.CountBy(a => a).ToList();
        var found = articles.CountBy(a => a.Found).ToDictionary();
        var told = articles.CountBy(a => a.True).ToDictionary();
        double precision = 0, recall = 0, pairs = 0;
        foreach (var ((f, t), count) in both)
        {
            precision += (double)count * count / found[f];
            recall += (double)count * count / told[t];
            pairs += Pairs(count);
        }
        return new ClusteringScores(
            precision / articles.Count,
            recall / articles.Count,
            pairs / Math.Max(1, found.Values.Sum(Pairs)),
            pairs / Math.Max(1, told.Values.Sum(Pairs)));
    }

    private static double Pairs(int count) => count * (count - 1) / 2.0;

    private static double F1(double precision, double recall) =>
        precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0;
}
