using System.Runtime.InteropServices;

namespace Stemma.Clustering;

/// <summary>
/// Which open articles hold a telling term: finds the few worth comparing without looking at the others. Each term keeps
/// only the newest articles that hold it, so that neither time nor memory grows with the archive.
/// </summary>
internal sealed class NeighbourIndex(ClusteringOptions options)
{
    private readonly Dictionary<uint, List<(OpenArticle Article, float Weight)>> _byTerm = [];
    private readonly Dictionary<OpenArticle, float> _gathered = [];

    /// <summary>
    /// The open articles that share most weight with the terms, best first; ties go to the one that came earlier. Cost: terms
    /// times <see cref="ClusteringOptions.LongestLookup"/>.
    /// </summary>
    public List<OpenArticle> Find(List<(uint Term, float Weight)> terms, Func<OpenArticle, bool> isClosed)
    {
        _gathered.Clear();
        foreach (var (term, weight) in terms)
        {
            if (!_byTerm.TryGetValue(term, out var holders))
            {
                continue;
            }
            for (var i = holders.Count - 1; i >= 0; i--)
            {
                var (article, other) = holders[i];
                if (isClosed(article))
                {
                    holders.RemoveRange(0, i + 1); // all before it are older still
                    break;
                }
                CollectionsMarshal.GetValueRefOrAddDefault(_gathered, article, out _) += weight * other;
            }
        }
        List<KeyValuePair<OpenArticle, float>> found = [.. _gathered];
        found.Sort(static (x, y) => x.Value != y.Value ? y.Value.CompareTo(x.Value) : x.Key.Slot.CompareTo(y.Key.Slot));
        return [.. found.Take(options.Candidates).Select(static f => f.Key)];
    }

    /// <summary>Lists an article under its telling terms, each once.</summary>
    public void Add(List<(uint Term, float Weight)> terms, OpenArticle article)
    {
        foreach (var (term, weight) in terms)
        {
            ref var holders = ref CollectionsMarshal.GetValueRefOrAddDefault(_byTerm, term, out _);
            holders ??= new List<(OpenArticle, float)>(1);
            holders.Add((article, weight));
            if (holders.Count > options.LongestLookup * 5 / 4)
            {
                holders.RemoveRange(0, holders.Count - options.LongestLookup);
            }
        }
    }

    /// <summary>Forgets closed articles everywhere. Cost is linear in the index: call it seldom.</summary>
    public void Sweep(Func<OpenArticle, bool> isClosed)
    {
        foreach (var (term, holders) in _byTerm)
        {
            holders.RemoveAll(h => isClosed(h.Article));
            if (holders.Count == 0)
            {
                _byTerm.Remove(term); // allowed while enumerating
            }
        }
    }
}
