using System.Runtime.InteropServices;

namespace Stemma.Clustering;

/// <summary>
/// Which open articles hold a telling term: finds the few worth comparing without looking at the others. Each term keeps
/// only the newest articles that hold it, so that neither time nor memory grows with the archive.
/// </summary>
internal sealed class NeighbourIndex(ClusteringOptions options)
{
    private readonly HolderLists _holders = new(options.LongestLookup);

    // Scores by slot, modulo the length; always zero between lookups.
    private readonly List<int> _touched = [];
    private float[] _scores = new float[1 << 10];
    private ulong[] _best = [];

    /// <summary>
    /// The open articles that share most weight with the terms, best first; ties go to the one that came earlier. Slots run from
    /// <paramref name="oldest"/> on. Cost: terms times <see cref="ClusteringOptions.LongestLookup"/>.
    /// </summary>
    public List<int> Find(List<(uint Term, float Weight)> terms, int oldest, int next)
    {
        Fit(next - oldest);
        var scores = _scores;
        var mask = scores.Length - 1;
        foreach (var (term, _) in terms)
        {
            _holders.Fetch(term);
        }
        foreach (var (term, weight) in terms)
        {
            var holders = _holders.Of(term);
            for (var i = holders.Length - 1; i >= 0 && holders[i].Slot >= oldest; i--)
            {
                ref var score = ref scores[holders[i].Slot & mask];
                if (score == 0)
                {
                    _touched.Add(holders[i].Slot);
                }
                score += weight * holders[i].Weight;
            }
        }
        return TakeBest(mask);
    }

    /// <summary>Lists an article under its telling terms, each once.</summary>
    public void Add(List<(uint Term, float Weight)> terms, int slot)
    {
        foreach (var (term, weight) in terms)
        {
            _holders.Add(term, new Holder(slot, weight));
        }
    }

    /// <summary>Forgets articles before a slot everywhere. Cost is linear in the index: call it seldom.</summary>
    public void Sweep(int oldest) => _holders.Sweep(oldest);

    /// <summary>Writes who holds which term, to go on from it after a restart.</summary>
    public void Write(BinaryWriter writer) => _holders.Write(writer);

    /// <summary>Takes up what <see cref="Write"/> wrote.</summary>
    public void Read(BinaryReader reader) => _holders.Read(reader);

    private void Fit(int slots)
    {
        while (_scores.Length < slots)
        {
            _scores = new float[_scores.Length * 2];
        }
    }

    private List<int> TakeBest(int mask)
    {
        // A heap with the least of the best on top. Score and slot in one number: higher scores first, of equal ones earlier slots.
        if (_best.Length < options.Candidates)
        {
            _best = new ulong[options.Candidates];
        }
        var count = 0;
        foreach (var slot in CollectionsMarshal.AsSpan(_touched))
        {
            ref var score = ref _scores[slot & mask];
            var rank = ((ulong)BitConverter.SingleToUInt32Bits(score) << 32) | ~(uint)slot;
            score = 0;
            if (count < options.Candidates)
            {
                _best[count++] = rank;
                if (count == options.Candidates)
                {
                    _best.AsSpan(0, count).Sort();
                }
            }
            else if (count > 0 && rank > _best[0])
            {
                ReplaceLeast(_best.AsSpan(0, count), rank);
            }
        }
        _touched.Clear();
        var best = _best.AsSpan(0, count);
        best.Sort();
        var found = new List<int>(count);
        for (var i = count - 1; i >= 0; i--)
        {
            if (BitConverter.UInt32BitsToSingle((uint)(best[i] >> 32)) >= options.LeastShared || found.Count < options.SureCandidates)
            {
                found.Add((int)~(uint)best[i]);
            }
        }
        return found;
    }

    private static void ReplaceLeast(Span<ulong> heap, ulong rank)
    {
        var place = 0;
        while ((2 * place) + 1 is var child && child < heap.Length)
        {
            child += child + 1 < heap.Length && heap[child + 1] < heap[child] ? 1 : 0;
            if (heap[child] >= rank)
            {
                break;
            }
            heap[place] = heap[child];
            place = child;
        }
        heap[place] = rank;
    }
}
