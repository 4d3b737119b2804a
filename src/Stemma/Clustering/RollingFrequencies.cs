using System.Runtime.InteropServices;

namespace Stemma.Clustering;

/// <summary>
/// In how many of the recent articles each term stands. Old articles count less and less (an exponential window), so
/// that a name which is in everything this week tells little this week, and again much next year.
/// </summary>
internal sealed class RollingFrequencies(ClusteringOptions options, BackgroundFrequencies background)
{
    private const double LargestInflation = 1e6;
    private const int TermsWorthPruning = 1 << 20;

    // Counts are kept in the money of the epoch: instead of devaluing all old counts, each new one is worth more.
    private readonly Dictionary<uint, float> _counts = [];
    private DateTimeOffset? _epoch;
    private double _total;
    private double _inflation = 1;
    private int _pruneAt = TermsWorthPruning;

    /// <summary>Moves the window on. Earlier times are ignored.</summary>
    public void MoveTo(DateTimeOffset time)
    {
        _epoch ??= time;
        var inflation = Math.Exp((time - _epoch.Value) / options.FrequencyWindow);
        if (inflation > _inflation)
        {
            _inflation = inflation;
        }
        if (_inflation > LargestInflation || _counts.Count > _pruneAt)
        {
            Rebase(time);
        }
    }

    /// <summary>Counts one article more.</summary>
    public void AddArticle() => _total += _inflation;

    /// <summary>Counts that the article holds the terms, each listed once, and gives their inverse document frequencies.</summary>
    public float[] Count(IReadOnlyList<ArticleTerm> terms)
    {
        var idfs = new float[terms.Count];
        for (var i = 0; i < idfs.Length; i++)
        {
            ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(_counts, terms[i].Term, out _);
            count += (float)_inflation;
            idfs[i] = IdfOf(terms[i].Term, count);
        }
        return idfs;
    }

    /// <summary>
    /// Inverse document frequency: natural logarithm of articles per article that holds the term; from 0 up. The shares of
    /// the background table weigh as much as <see cref="ClusteringOptions.BackgroundArticles"/> articles.
    /// </summary>
    public float IdfOf(uint term) => IdfOf(term, _counts.GetValueOrDefault(term));

    private float IdfOf(uint term, float count)
    {
        var prior = background.ShareOf(term, options.UnlistedShare) * options.BackgroundArticles;
        var seen = count / _inflation;
        var articles = (_total / _inflation) + options.BackgroundArticles;
        return (float)Math.Max(0, Math.Log((articles + 1) / (seen + prior + 0.5)));
    }

    private void Rebase(DateTimeOffset time)
    {
        foreach (var (term, count) in _counts)
        {
            var now = (float)(count / _inflation);
            if (now < 0.5f)
            {
                _counts.Remove(term); // allowed while enumerating
            }
            else
            {
                CollectionsMarshal.GetValueRefOrNullRef(_counts, term) = now;
            }
        }
        _total /= _inflation;
        _inflation = 1;
        _epoch = time;
        _pruneAt = Math.Max(TermsWorthPruning, _counts.Count * 2);
    }
}
