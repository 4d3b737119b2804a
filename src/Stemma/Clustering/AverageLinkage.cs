namespace Stemma.Clustering;

/// <summary>
/// Joins, again and again, the two sets of articles whose pairs are most alike on the mean, until none reaches the
/// threshold. Only sets that a link joins are compared.
/// </summary>
internal sealed class AverageLinkage(
    ClusteringOptions options, PairModel model, List<OpenArticle> articles, List<(int Left, int Right, double LogOdds)> links)
{
    private readonly Dictionary<(int, int), double> _known = links.ToDictionary(l => (l.Left, l.Right), l => l.LogOdds);
    private readonly Dictionary<int, List<int>> _members = [];
    private readonly Dictionary<int, SortedSet<int>> _linked = [];
    private readonly double _threshold = options.SettleAt - options.LeniencyFor(articles.Count);
    private readonly PriorityQueue<(int Left, int Right, int Size, double Mean), (double, int, int)> _queue = new();

    /// <summary>For each article the first article of its set. Cost: n log n over links, and the pairs of the sets compared.</summary>
    public int[] Cluster()
    {
        var first = Enumerable.Range(0, articles.Count).ToArray();
        foreach (var (left, right, logOdds) in links)
        {
            Linked(left).Add(right);
            Linked(right).Add(left);
            Enqueue(left, right, logOdds);
        }
        while (_queue.TryDequeue(out var best, out _))
        {
            if (first[best.Left] != best.Left || first[best.Right] != best.Right
                || Members(best.Left).Count + Members(best.Right).Count != best.Size)
            {
                continue; // compared before one of them changed
            }
            Join(best.Left, best.Right, first);
        }
        for (var i = 0; i < first.Length; i++)
        {
            first[i] = first[first[i]];
        }
        return first;
    }

    private List<int> Members(int set) => _members.TryGetValue(set, out var members) ? members : _members[set] = [set];

    private SortedSet<int> Linked(int set) => _linked.TryGetValue(set, out var linked) ? linked : _linked[set] = [];

    private void Join(int kept, int lost, int[] first)
    {
        foreach (var member in Members(lost))
        {
            first[member] = kept;
        }
        Members(kept).AddRange(Members(lost));
        var linked = Linked(kept);
        foreach (var other in Linked(lost))
        {
            Linked(other).Remove(lost);
            if (other != kept)
            {
                linked.Add(other);
                Linked(other).Add(kept);
            }
        }
        linked.Remove(lost);
        _linked.Remove(lost);
        foreach (var other in linked)
        {
            Enqueue(kept, other, Mean(kept, other));
        }
    }

    private void Enqueue(int x, int y, double mean)
    {
        if (mean >= _threshold)
        {
            var (left, right) = x < y ? (x, y) : (y, x);
            _queue.Enqueue((left, right, Members(left).Count + Members(right).Count, mean), (-mean, left, right));
        }
    }

    private double Mean(int x, int y)
    {
        var sum = 0.0;
        var few = Few(Members(x));
        var others = Few(Members(y));
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
        if (members.Count <= options.MembersCompared)
        {
            return members;
        }
        List<int> few = new(options.MembersCompared);
        for (var i = 0; i < options.MembersCompared; i++)
        {
            few.Add(members[(int)((long)i * members.Count / options.MembersCompared)]);
        }
        return few;
    }

    private double LogOdds(int x, int y)
    {
        var key = x < y ? (x, y) : (y, x);
        if (!_known.TryGetValue(key, out var logOdds))
        {
            logOdds = model.LogOdds(articles[x].Weighted, articles[y].Weighted);
            _known.Add(key, logOdds);
        }
        return logOdds;
    }
}
