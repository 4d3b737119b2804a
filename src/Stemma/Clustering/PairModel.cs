namespace Stemma.Clustering;

/// <summary>
/// Whether two articles tell of one event: a logistic regression over the ways in which they are alike, with weights of its
/// own for each case of what the two tell. Trained by <c>stemma train clustering</c>. Cheapest where the first article of a call is
/// that of the call before. Not for several threads.
/// </summary>
internal sealed class PairModel(ClusteringOptions options, PairWeights weights)
{
    /// <summary>No single pair weighs more than this in the mean over a story.</summary>
    private const double Surest = 6;

    /// <summary>What is left out of the first features can add 2 or so; below this it cannot make a pair likely.</summary>
    private const double NotWorthTheRest = -5;

    private readonly ArticleProducts _products = new();

    /// <summary>Log-odds in [-6, 6] that the two tell of one event; 0 is undecided. Linear in their terms.</summary>
    public double LogOdds(WeightedArticle a, WeightedArticle b)
    {
        Span<float> features = stackalloc float[PairFeatures.Names.Length];
        PairFeatures.FillFirst(a, b, _products, features);
        if (!PairFeatures.IsAcross(a, b) && Judge(a, b, features) < NotWorthTheRest)
        {
            return -Surest;
        }
        PairFeatures.FillRest(a, b, _products, features);
        return Math.Clamp(Judge(a, b, features), -Surest, Surest);
    }

    /// <summary>The same as if nobody knew when the two were written: how alike what they tell is. Linear in their terms.</summary>
    public double LogOddsAtAnyTime(WeightedArticle a, WeightedArticle b)
    {
        Span<float> features = stackalloc float[PairFeatures.Names.Length];
        PairFeatures.Fill(a, b, _products, features);
        PairFeatures.HideTime(features);
        var sum = PairFeatures.IsAcross(a, b) ? Sum(weights.Across, features)
            : a.Body.IsEmpty || b.Body.IsEmpty ? Sum(weights.Headlines, features)
            : SumWithoutTime(features);
        return Math.Clamp(sum, -Surest, Surest);
    }

    /// <summary>Probability in [0, 1] of log-odds.</summary>
    public static double ProbabilityOf(double logOdds) => 1 / (1 + Math.Exp(-logOdds));

    private double Judge(WeightedArticle a, WeightedArticle b, ReadOnlySpan<float> features) =>
        PairFeatures.IsAcross(a, b) ? Sum(weights.Across, features)
        : a.Body.IsEmpty || b.Body.IsEmpty ? Sum(weights.Headlines, features)
        : a.Time is null || b.Time is null ? Sum(weights.Undated, features)
        : Math.Max(Sum(weights.Dated, features), SumWithoutTime(features) - options.LateReturn);

    private static float Sum(float[] weights, ReadOnlySpan<float> features)
    {
        var sum = weights[^1];
        for (var i = 0; i < features.Length; i++)
        {
            sum += weights[i] * features[i];
        }
        return sum;
    }

    /// <summary>The undated weights have none for the time.</summary>
    private float SumWithoutTime(ReadOnlySpan<float> features) => Sum(weights.Undated, features);
}
