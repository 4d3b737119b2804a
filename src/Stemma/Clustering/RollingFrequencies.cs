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
    private readonly TermCounts _counts = new();
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
    public void Count(ReadOnlySpan<ArticleTerm> terms, Span<float> idfs)
    {
        foreach (ref readonly var term in terms)
        {
            _counts.Fetch(term.Term);
        }
        var one = (float)_inflation;
        for (var i = 0; i < terms.Length; i++)
        {
            idfs[i] = _counts.Add(terms[i].Term, one);
        }
        // In a loop of its own, so that the processor looks up several terms at a time.
        for (var i = 0; i < terms.Length; i++)
        {
            idfs[i] = IdfOf(terms[i].Term, idfs[i]);
        }
    }

    /// <summary>
    /// Inverse document frequency: natural logarithm of articles per article that holds the term; from 0 up. The shares of
    /// the background table weigh as much as <see cref="ClusteringOptions.BackgroundArticles"/> articles.
    /// </summary>
    public float IdfOf(uint term) => IdfOf(term, _counts[term]);

    private float IdfOf(uint term, float count)
    {
        var prior = background.ShareOf(term, options.UnlistedShare) * options.BackgroundArticles;
        var seen = count / _inflation;
        var articles = (_total / _inflation) + options.BackgroundArticles;
        return (float)Math.Max(0, Math.Log((articles + 1) / (seen + prior + 0.5)));
    }

    private void Rebase(DateTimeOffset time)
    {
        var inflation = _inflation;
        _counts.Change(count => (float)(count / inflation) is >= 0.5f and var now ? now : 0);
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
        foreach (var (term, count) in _counts.ByTerm())
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
            _counts.Add(term, reader.ReadSingle());
        }
    }
}
