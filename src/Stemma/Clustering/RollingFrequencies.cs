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

    /// <summary>Writes the counts, to go on from them after a restart.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.Write(_epoch?.UtcTicks ?? -1);
        writer.Write(_total);
        writer.Write(_inflation);
        writer.Write(_pruneAt);
        writer.Write(_counts.Count);
        foreach (var (term, count) in _counts.OrderBy(static c => c.Key))
        {
            writer.Write(term);
            writer.Write(count);
        }
    }

    /// <summary>Takes up the counts that <see cref="Write"/> wrote.</summary>
    public void Read(BinaryReader reader)
    {
        var ticks = reader.ReadInt64();
        _epoch = ticks < 0 ? null : new DateTimeOffset(ticks, TimeSpan.Zero);
        _total = reader.ReadDouble();
        _inflation = reader.ReadDouble();
        _pruneAt = reader.ReadInt32();
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            var term = reader.ReadUInt32();
            _counts[term] = reader.ReadSingle();
        }
    }
}
