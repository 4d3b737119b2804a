using System.Runtime.InteropServices;
using Stemma.Model;

namespace Stemma.Clustering;

/// <summary>
/// Agglomerative clustering by average linkage (Sokal and Michener 1958) on the log-odds of pairs: joins, again and again,
/// the two sets of articles whose pairs are most alike on the mean, until none reaches the threshold. Departures: only sets
/// that a link joins are compared, and of large sets only some members; versions and what a person put together are joined
/// first, what a person keeps apart is never joined; a pair with a rival (<see cref="OutletRivals"/>) counts less.
/// </summary>
internal sealed class AverageLinkage
{
    private readonly ClusteringOptions _options;
    private readonly PairModel _model;
    private readonly IReadOnlyList<OpenArticle> _articles;
    private readonly OutletRivals _rivals;
    private readonly double _threshold;
    private readonly double _headlines;
    private readonly int[] _first;
    private readonly List<int>[] _members;
    private readonly List<int>[] _linked;
    private readonly Dictionary<(int, int), float> _known = [];
    // Means of linked sets, by the smaller first and the larger: kept up to date when sets are joined (Lance and Williams 1967).
    private readonly Dictionary<(int, int), double> _means = [];
    private readonly List<(int A, int B)> _together = [];
    private readonly List<(int A, int B)> _apart = [];
    private readonly PriorityQueue<(int Left, int Right, int Size), (double, int, int)> _queue = new();

    /// <summary>Prepares to cluster articles in order of arrival. Linear in articles and links.</summary>
    public AverageLinkage(ClusteringOptions options, PairModel model, StoryCorrections corrections, IReadOnlyList<OpenArticle> articles)
    {
        _options = options;
        _model = model;
        _articles = articles;
        _headlines = options.JoinAt - options.LeniencyFor(articles.Count + articles[0].Slot);
        _threshold = Math.Min(options.SettleAt, _headlines);
        _first = [.. Enumerable.Range(0, articles.Count)];
        _members = Array.ConvertAll(_first, static i => new List<int>(1) { i });
        _linked = Array.ConvertAll(_first, static _ => new List<int>(4));
        _rivals = new OutletRivals(options, articles);
        var oldest = articles[0].Slot;
        NoteRivals(oldest);
        for (var i = 0; i < articles.Count; i++)
        {
            foreach (var (slot, logOdds) in articles[i].Links)
            {
                if (slot >= oldest)
                {
                    Link(slot - oldest, i);
                    var counted = logOdds - _rivals.CostOf(slot - oldest, i, logOdds);
                    _known[(slot - oldest, i)] = counted;
                    _means[(slot - oldest, i)] = counted;
                }
            }
            if (articles[i].VersionOf >= oldest)
            {
                _together.Add((articles[i].VersionOf - oldest, i));
            }
        }
        if (!corrections.IsEmpty)
        {
            var places = articles.Select((a, i) => (a.Id, i)).ToDictionary(p => p.Id, p => p.i);
            _together.AddRange(Places(corrections.Together, places));
            _apart.AddRange(Places(corrections.Apart, places));
        }
    }

    /// <summary>For each article the first article of its set. Cost: n log n over links, and the pairs of the sets compared.</summary>
    public int[] Cluster()
    {
        foreach (var (a, b) in _together)
        {
            if (_first[a] != _first[b])
            {
                Join(Math.Min(_first[a], _first[b]), Math.Max(_first[a], _first[b]));
            }
        }
        foreach (var ((left, right), logOdds) in _known.OrderBy(static k => k.Key))
        {
            if (_first[left] == left && _first[right] == right && _members[left].Count + _members[right].Count == 2)
            {
                Enqueue(left, right, logOdds);
            }
        }
        while (_queue.TryDequeue(out var best, out _))
        {
            if (_first[best.Left] == best.Left && _first[best.Right] == best.Right
                && _members[best.Left].Count + _members[best.Right].Count == best.Size)
            {
                Join(best.Left, best.Right);
            }
        }
        return _first;
    }

    /// <summary>The articles' rivals, known once <see cref="Cluster"/> can be called.</summary>
    public OutletRivals Rivals => _rivals;

    private void NoteRivals(int oldest)
    {
        for (var i = 0; i < _articles.Count; i++)
        {
            foreach (var (slot, logOdds) in _articles[i].Links)
            {
                if (slot >= oldest)
                {
                    _rivals.Note(slot - oldest, i, logOdds);
                }
            }
        }
    }

    private static IEnumerable<(int, int)> Places(IEnumerable<(ArticleId A, ArticleId B)> pairs, Dictionary<ArticleId, int> places)
    {
        foreach (var (a, b) in pairs)
        {
            if (places.TryGetValue(a, out var placeA) && places.TryGetValue(b, out var placeB))
            {
                yield return (placeA, placeB);
            }
        }
    }

    private void Link(int x, int y)
    {
        _linked[x].Add(y);
        _linked[y].Add(x);
    }

    private void Join(int kept, int lost)
    {
        // Links lead to articles; the sets they lead to now are found by their first.
        var linked = _linked[kept].Concat(_linked[lost]).Select(i => _first[i]).Where(i => i != kept && i != lost).Distinct().Order().ToList();
        var keptSize = _members[kept].Count;
        var lostSize = _members[lost].Count;
        var means = linked.ConvertAll(other =>
            ((MeanOf(kept, other) * keptSize) + (MeanOf(lost, other) * lostSize)) / (keptSize + lostSize));
        foreach (var member in _members[lost])
        {
            _first[member] = kept;
        }
        _members[kept].AddRange(_members[lost]);
        _linked[kept] = linked;
        _linked[lost] = [];
        for (var i = 0; i < linked.Count; i++)
        {
            _means.Remove(Key(lost, linked[i]));
            _means[Key(kept, linked[i])] = means[i];
            _linked[linked[i]].Add(kept);
            Enqueue(kept, linked[i], means[i]);
        }
    }

    private static (int, int) Key(int x, int y) => x < y ? (x, y) : (y, x);

    private double MeanOf(int x, int y) => _means.TryGetValue(Key(x, y), out var mean) ? mean : Mean(x, y);

    private void Enqueue(int x, int y, double mean)
    {
        if (mean >= ThresholdFor(x, y) && !AreApart(x, y))
        {
            var (left, right) = x < y ? (x, y) : (y, x);
            _queue.Enqueue((left, right, _members[left].Count + _members[right].Count), (-mean, left, right));
        }
    }

    /// <summary>Headlines alone are so unlike each other that the mean over a large story is low: they are not held to more.</summary>
    private double ThresholdFor(int x, int y) => _articles[x].Weighted.Body.IsEmpty || _articles[y].Weighted.Body.IsEmpty
        ? _headlines
        : _threshold + Math.Min(_options.SettleGrowthMost, _options.SettleGrowth * Math.Log(Math.Min(_members[x].Count, _members[y].Count)));

    private bool AreApart(int x, int y)
    {
        foreach (var (a, b) in _apart)
        {
            if ((_first[a] == x && _first[b] == y) || (_first[a] == y && _first[b] == x))
            {
                return true;
            }
        }
        return false;
    }

    private double Mean(int x, int y)
    {
        var few = Few(_members[x]);
        var others = Few(_members[y]);
        var sum = 0.0;
        foreach (var left in few)
        {
            foreach (var right in others)
            {
                sum += LogOdds(left, right);
            }
        }
        return sum / (few.Count * others.Count);
    }

    /// <summary>All of a small set; of a large one, members spread evenly over its time.</summary>
    private List<int> Few(List<int> members)
    {
        if (members.Count <= _options.MembersCompared)
        {
            return members;
        }
        List<int> few = new(_options.MembersCompared);
        for (var i = 0; i < _options.MembersCompared; i++)
        {
            few.Add(members[(int)((long)i * members.Count / _options.MembersCompared)]);
        }
        return few;
    }

    private double LogOdds(int x, int y)
    {
        ref var logOdds = ref CollectionsMarshal.GetValueRefOrAddDefault(_known, Key(x, y), out var exists);
        if (!exists)
        {
            logOdds = (float)_model.LogOdds(_articles[x].Weighted, _articles[y].Weighted);
            logOdds -= _rivals.CostOf(x, y, logOdds);
        }
        return logOdds;
    }
}
