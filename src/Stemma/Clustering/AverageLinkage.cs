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
    private readonly List<(int Left, int Right, float LogOdds)> _links = [];
    // Means of linked sets, by the smaller first and the larger: kept up to date when sets are joined (Lance and Williams 1967).
    private readonly Dictionary<long, double> _means = [];
    private readonly List<int> _unknown = [];
    private readonly PairMemory _memory;
    private readonly int _oldest;
    private readonly WeightedArticle[] _weighted;
    // The members that one is compared with, those of them that must be reckoned, and where they stand among the former.
    private readonly List<int> _rights = [];
    private readonly List<WeightedArticle> _asked = [];
    private readonly List<int> _askedPlaces = [];
    private float[] _logOdds = [];
    private double[] _answers = [];
    // For each set the last join that came upon it.
    private readonly int[] _seenBy;
    private int _joins;
    private readonly List<(int A, int B)> _together = [];
    private readonly List<(int A, int B)> _apart = [];
    private readonly PriorityQueue<(int Left, int Right, int Size), (double, int, int)> _queue = new();

    /// <summary>Prepares to cluster articles in order of arrival. Linear in articles and links.</summary>
    public AverageLinkage(
        ClusteringOptions options, PairModel model, PairMemory memory, StoryCorrections corrections, IReadOnlyList<OpenArticle> articles)
    {
        _memory = memory;
        _options = options;
        _model = model;
        _articles = articles;
        _headlines = options.JoinAt - options.LeniencyFor(articles.Count + articles[0].Slot);
        _threshold = Math.Min(options.SettleAt, _headlines);
        _weighted = [.. articles.Select(static a => a.Weighted)];
        _seenBy = new int[articles.Count];
        _first = [.. Enumerable.Range(0, articles.Count)];
        _members = Array.ConvertAll(_first, static i => new List<int>(1) { i });
        _linked = Array.ConvertAll(_first, static _ => new List<int>(4));
        _rivals = new OutletRivals(options, articles);
        var oldest = _oldest = articles[0].Slot;
        NoteRivals(oldest);
        for (var i = 0; i < articles.Count; i++)
        {
            foreach (var (slot, logOdds) in articles[i].Links)
            {
                if (slot >= oldest)
                {
                    Link(slot - oldest, i);
                    var counted = logOdds - _rivals.CostOf(slot - oldest, i, logOdds);
                    _links.Add((slot - oldest, i, counted));
                    _means[Key(slot - oldest, i)] = counted;
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
        _links.Sort(static (x, y) => x.Left != y.Left ? x.Left.CompareTo(y.Left) : x.Right.CompareTo(y.Right));
        foreach (var (left, right, logOdds) in _links)
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
        var linked = SetsLinkedTo(kept, lost);
        var keptSize = _members[kept].Count;
        var lostSize = _members[lost].Count;
        var means = MeansOf(kept, linked);
        var others = MeansOf(lost, linked);
        for (var i = 0; i < means.Length; i++)
        {
            means[i] = ((means[i] * keptSize) + (others[i] * lostSize)) / (keptSize + lostSize);
        }
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

    /// <summary>The other sets that links of the two lead to, in ascending order.</summary>
    private List<int> SetsLinkedTo(int x, int y)
    {
        _joins++;
        List<int> sets = new(_linked[x].Count + _linked[y].Count);
        foreach (var links in (ReadOnlySpan<List<int>>)[_linked[x], _linked[y]])
        {
            // Links lead to articles; the sets they lead to now are found by their first.
            foreach (var linked in links)
            {
                var set = _first[linked];
                if (set != x && set != y && _seenBy[set] != _joins)
                {
                    _seenBy[set] = _joins;
                    sets.Add(set);
                }
            }
        }
        sets.Sort();
        return sets;
    }

    private long Key(int x, int y) => x < y ? ((long)x * _articles.Count) + y : ((long)y * _articles.Count) + x;

    /// <summary>The means of a set with each of the others.</summary>
    private double[] MeansOf(int set, List<int> others)
    {
        var means = new double[others.Count];
        _unknown.Clear();
        for (var i = 0; i < means.Length; i++)
        {
            if (!_means.TryGetValue(Key(set, others[i]), out means[i]))
            {
                _unknown.Add(i);
            }
        }
        if (_unknown.Count == 0)
        {
            return means;
        }
        _rights.Clear();
        foreach (var i in _unknown)
        {
            _rights.AddRange(Few(_members[others[i]]));
        }
        // One member against all that are asked for, then the next: the model is quickest so.
        var few = Few(_members[set]);
        foreach (var left in few)
        {
            Compare(left);
            var place = 0;
            foreach (var i in _unknown)
            {
                for (var count = CountOfFew(others[i]); count > 0; count--)
                {
                    means[i] += _logOdds[place++];
                }
            }
        }
        foreach (var i in _unknown)
        {
            means[i] /= few.Count * CountOfFew(others[i]);
        }
        return means;
    }

    /// <summary>Reckons or remembers the log-odds of one article with each of <see cref="_rights"/>.</summary>
    private void Compare(int left)
    {
        if (_logOdds.Length < _rights.Count)
        {
            _logOdds = new float[_rights.Count * 2];
            _answers = new double[_rights.Count * 2];
        }
        foreach (var right in _rights)
        {
            _memory.Fetch(_oldest + left, _oldest + right);
        }
        _asked.Clear();
        _askedPlaces.Clear();
        for (var i = 0; i < _rights.Count; i++)
        {
            if (!_memory.TryGet(_oldest + left, _oldest + _rights[i], out _logOdds[i]))
            {
                _asked.Add(_weighted[_rights[i]]);
                _askedPlaces.Add(i);
            }
        }
        _model.LogOdds(_weighted[left], CollectionsMarshal.AsSpan(_asked), _answers);
        for (var i = 0; i < _askedPlaces.Count; i++)
        {
            var place = _askedPlaces[i];
            _logOdds[place] = (float)_answers[i];
            _memory.Add(_oldest + left, _oldest + _rights[place], (float)_answers[i]);
        }
        for (var i = 0; i < _rights.Count; i++)
        {
            _logOdds[i] -= _rivals.CostOf(left, _rights[i], _logOdds[i]);
        }
    }

    private int CountOfFew(int set) => Math.Min(_members[set].Count, _options.MembersCompared);

    private void Enqueue(int x, int y, double mean)
    {
        var threshold = ThresholdFor(x, y);
        // Also where the mean would do: the likest pair of sets is joined first, and this is how like they are.
        var alike = Math.Max(mean, LikestHalf(x, y));
        if (alike >= threshold && !AreApart(x, y))
        {
            var (left, right) = x < y ? (x, y) : (y, x);
            _queue.Enqueue((left, right, _members[left].Count + _members[right].Count), (-alike, left, right));
        }
    }

    /// <summary>
    /// One or two accounts are held against the likest half of a large set: the accounts of a large story tell of it from so many
    /// sides that no one of them is like all. Less than any threshold for other sets, and for headlines.
    /// </summary>
    private double LikestHalf(int x, int y)
    {
        var (few, many) = _members[x].Count < _members[y].Count ? (_members[x], _members[y]) : (_members[y], _members[x]);
        if (few.Count > _options.FewJoining || many.Count < _options.ManyJoined || IsHeadline(x) || IsHeadline(y))
        {
            return double.NegativeInfinity;
        }
        _rights.Clear();
        _rights.AddRange(Few(many));
        var sum = 0.0;
        foreach (var one in few)
        {
            Compare(one);
            sum += MeanOfLikestHalf(_logOdds.AsSpan(0, _rights.Count));
        }
        return sum / few.Count;
    }

    /// <summary>The mean of the greater half of the numbers, which are sorted on the way.</summary>
    public static double MeanOfLikestHalf(Span<float> logOdds)
    {
        logOdds.Sort();
        var sum = 0.0;
        foreach (var one in logOdds[(logOdds.Length / 2)..])
        {
            sum += one;
        }
        return sum / (logOdds.Length - (logOdds.Length / 2));
    }

    private bool IsHeadline(int x) => _articles[x].Weighted.Body.IsEmpty;

    /// <summary>Headlines alone are so unlike each other that the mean over a large story is low: they are not held to more.</summary>
    private double ThresholdFor(int x, int y) => IsHeadline(x) || IsHeadline(y)
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
}
