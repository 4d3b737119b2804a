namespace Stemma.Clustering;

/// <summary>
/// Whether two articles tell of one event: a logistic regression over the ways in which they are alike, one for articles
/// with a body and one for headlines alone. Trained by <c>stemma train clustering</c>.
/// </summary>
internal sealed class PairModel(ClusteringOptions options)
{
    /// <summary>No single pair weighs more than this in the mean over a story.</summary>
    private const double Surest = 6;

    private readonly float[] _withBody = options.PairWeights;
    private readonly float[] _headlines = options.HeadlineWeights;

    /// <summary>Log-odds in [-6, 6] that the two tell of one event; 0 is undecided.</summary>
    public double LogOdds(WeightedArticle a, WeightedArticle b)
    {
        Span<float> features = stackalloc float[PairFeatures.Names.Length];
        PairFeatures.Fill(a, b, features);
        var weights = a.Body.IsEmpty || b.Body.IsEmpty ? _headlines : _withBody;
        var sum = weights[^1];
        for (var i = 0; i < features.Length; i++)
        {
            sum += weights[i] * features[i];
        }
        return Math.Clamp(sum, -Surest, Surest);
    }

    /// <summary>Probability in [0, 1] of log-odds.</summary>
    public static double ProbabilityOf(double logOdds) => 1 / (1 + Math.Exp(-logOdds));
}
