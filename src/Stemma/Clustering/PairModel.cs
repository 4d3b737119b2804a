namespace Stemma.Clustering;

/// <summary>
/// Whether two articles tell of one event: a logistic regression over the ways in which they are alike, with weights of its
/// own for each case of what the two tell. Trained by <c>stemma train clustering</c>.
/// </summary>
internal sealed class PairModel(ClusteringOptions options, PairWeights weights)
{
    /// <summary>No single pair weighs more than this in the mean over a story.</summary>
    private const double Surest = 6;

    /// <summary>Log-odds in [-6, 6] that the two tell of one event; 0 is undecided. Linear in their terms.</summary>
    public double LogOdds(WeightedArticle a, WeightedArticle b)
    {
        Span<float> features = stackalloc float[PairFeatures.Names.Length];
        PairFeatures.Fill(a, b, features);
        var logOdds = PairFeatures.IsAcross(a, b) ? Sum(weights.Across, features)
            : a.Body.IsEmpty || b.Body.IsEmpty ? Sum(weights.Headlines, features)
            : a.Time is null || b.Time is null ? Sum(weights.Undated, features)
            : Math.Max(Sum(weights.Dated, features), SumWithoutTime(features) - options.LateReturn);
        return Math.Clamp(logOdds, -Surest, Surest);
    }

    /// <summary>Probability in [0, 1] of log-odds.</summary>
    public static double ProbabilityOf(double logOdds) => 1 / (1 + Math.Exp(-logOdds));

    private static float Sum(float[] weights, ReadOnlySpan<float> features)
    {
        var sum = weights[^1];
        for (var i = 0; i < features.Length; i++)
        {
            sum += weights[i] * features[i];
        }
        return sum;
    }

    private float SumWithoutTime(Span<float> features)
    {
        PairFeatures.HideTime(features);
        return Sum(weights.Undated, features);
    }
}
