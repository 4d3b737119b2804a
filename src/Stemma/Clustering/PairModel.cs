using System.Runtime.Intrinsics;

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

    // Places of the cases in a vector.
    private const int Dated = 0;
    private const int Undated = 1;
    private const int Headlines = 2;
    private const int Across = 3;

    private readonly ArticleProducts _products = new();

    // For each feature its weights in the four cases, the bias last.
    private readonly Vector128<float>[] _weights = ByFeature(weights);

    /// <summary>The article compared last with others, for who asks for products alone.</summary>
    public ArticleProducts Products => _products;

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

    /// <summary>
    /// The log-odds of one article with each of many, as <see cref="LogOdds(WeightedArticle, WeightedArticle)"/> gives them, but
    /// quicker: while one is compared, the next is fetched from memory.
    /// </summary>
    public void LogOdds(WeightedArticle a, ReadOnlySpan<WeightedArticle> others, Span<double> logOdds)
    {
        for (var i = 0; i < others.Length; i++)
        {
            if (i + 1 < others.Length)
            {
                others[i + 1].Fetch();
            }
            logOdds[i] = LogOdds(a, others[i]);
        }
    }

    /// <summary>Notes in each of some open articles how like the newest one is to it.</summary>
    public void Compare(OpenArticle newest, List<OpenArticle> others)
    {
        for (var i = 0; i < others.Count; i++)
        {
            if (i + 1 < others.Count)
            {
                others[i + 1].Weighted.Fetch();
            }
            others[i].ComparedBy = newest.Slot;
            others[i].Compared = LogOdds(newest.Weighted, others[i].Weighted);
        }
    }

    /// <summary>The same as if nobody knew when the two were written: how alike what they tell is. Linear in their terms.</summary>
    public double LogOddsAtAnyTime(WeightedArticle a, WeightedArticle b)
    {
        Span<float> features = stackalloc float[PairFeatures.Names.Length];
        PairFeatures.Fill(a, b, _products, features);
        PairFeatures.HideTime(features);
        var sums = Sum(features);
        var sum = PairFeatures.IsAcross(a, b) ? sums[Across] : a.Body.IsEmpty || b.Body.IsEmpty ? sums[Headlines] : sums[Undated];
        return Math.Clamp(sum, -Surest, Surest);
    }

    /// <summary>Probability in [0, 1] of log-odds.</summary>
    public static double ProbabilityOf(double logOdds) => 1 / (1 + Math.Exp(-logOdds));

    private double Judge(WeightedArticle a, WeightedArticle b, ReadOnlySpan<float> features)
    {
        var sums = Sum(features);
        return PairFeatures.IsAcross(a, b) ? sums[Across]
            : a.Body.IsEmpty || b.Body.IsEmpty ? sums[Headlines]
            : a.Time is null || b.Time is null ? sums[Undated]
            : Math.Max(sums[Dated], sums[Undated] - options.LateReturn);
    }

    /// <summary>The sums of all cases at once. The undated weights have none for the time.</summary>
    private Vector128<float> Sum(ReadOnlySpan<float> features)
    {
        var sums = _weights[^1];
        for (var i = 0; i < features.Length; i++)
        {
            sums += _weights[i] * features[i];
        }
        return sums;
    }

    private static Vector128<float>[] ByFeature(PairWeights weights) =>
    [
        .. Enumerable.Range(0, weights.Dated.Length)
            .Select(i => Vector128.Create(weights.Dated[i], weights.Undated[i], weights.Headlines[i], weights.Across[i])),
    ];
}
