using System.Runtime.InteropServices;

namespace Stemma.Clustering;

/// <summary>
/// Which open articles hold a telling term: finds the few worth comparing without looking at the others. Each term keeps
/// only the newest articles that hold it, so that neither time nor memory grows with the archive.
/// </summary>
internal sealed class NeighbourIndex(ClusteringOptions options)
{
    private readonly Dictionary<uint, List<Holder>> _byTerm = [];

    // Scores by slot, modulo the length; always zero between lookups.
    private readonly List<int> _touched = [];
    private float[] _scores = new float[1 << 10];

    /// <summary>
    /// The open articles that share most weight with the terms, best first; ties go to the one that came earlier. Slots run from
    /// <paramref name="oldest"/> on. Cost: terms times <see cref="ClusteringOptions.LongestLookup"/>.
    /// </summary>
    public List<int> Find(List<(uint Term, float Weight)> terms, int oldest, int next)
    {
        Fit(next - oldest);
        var mask = _scores.Length - 1;
        foreach (var (term, weight) in terms)
        {
            if (!_byTerm.TryGetValue(term, out var holders))
            {
                continue;
            }
            var span = CollectionsMarshal.AsSpan(holders);
            for (var i = span.Length - 1; i >= 0 && span[i].Slot >= oldest; i--)
            {
                ref var score = ref _scores[span[i].Slot & mask];
                if (score == 0)
                {
                    _touched.Add(span[i].Slot);
                }
                score += weight * span[i].Weight;
            }
        }
        return TakeBest(mask);
    }

    /// <summary>Lists an article under its telling terms, each once.</summary>
    public void Add(List<(uint Term, float Weight)> terms, int slot)
    {
        foreach (var (term, weight) in terms)
        {
            ref var holders = ref CollectionsMarshal.GetValueRefOrAddDefault(_byTerm, term, out _);
            holders ??= new List<Holder>(1);
            holders.Add(new Holder(slot, weight));
            if (holders.Count > options.LongestLookup * 5 / 4)
            {
                holders.RemoveRange(0, holders.Count - options.LongestLookup);
            }
        }
    }

    /// <summary>Forgets articles before a slot everywhere. Cost is linear in the index: call it seldom.</summary>
    public void Sweep(int oldest)
    {
        foreach (var (term, holders) in _byTerm)
        {
            holders.RemoveAll(h => h.Slot < oldest);
            if (holders.Count == 0)
            {
                _byTerm.Remove(term); // allowed while enumerating
            }
        }
    }

    private void Fit(int slots)
    {
        while (_scores.Length < slots)
        {
            _scores = new float[_scores.Length * 2];
        }
    }

    private List<int> TakeBest(int mask)
    {
        var best = new PriorityQueue<int, (float, int)>(options.Candidates);
        foreach (var slot in _touched)
        {
            var rank = (_scores[slot & mask], -slot);
            if (best.Count < options.Candidates)
            {
                best.Enqueue(slot, rank);
            }
            else if (best.TryPeek(out _, out var least) && rank.CompareTo(least) > 0)
            {
                best.EnqueueDequeue(slot, rank);
            }
            _scores[slot & mask] = 0;
        }
        _touched.Clear();
        var found = new List<int>(best.Count);
        while (best.TryDequeue(out var slot, out var rank))
        {
            if (rank.Item1 >= options.LeastShared || best.Count < options.SureCandidates)
            {
                found.Add(slot);
            }
        }
        found.Reverse();
        return found;
    }

    private readonly record struct Holder(int Slot, float Weight);

    /// <summary>Writes who holds which term, to go on from it after a restart.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.Write(_byTerm.Count);
        foreach (var (term, holders) in _byTerm.OrderBy(static t => t.Key))
        {
            writer.Write(term);
            writer.Write(holders.Count);
            foreach (var (slot, weight) in holders)
            {
                writer.Write(slot);
                writer.Write(weight);
            }
        }
    }

    /// <summary>Takes up what <see cref="Write"/> wrote.</summary>
    public void Read(BinaryReader reader)
    {
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            var term = reader.ReadUInt32();
            var count = reader.ReadInt32();
            List<Holder> holders = [];
            for (; count > 0; count--)
            {
                var slot = reader.ReadInt32();
                holders.Add(new Holder(slot, reader.ReadSingle()));
            }
            _byTerm[term] = holders;
        }
    }
}
