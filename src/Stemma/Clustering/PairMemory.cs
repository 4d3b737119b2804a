namespace Stemma.Clustering;

/// <summary>
/// How like two of the newest articles are: what was reckoned as they came in, or when they were looked at again, is not reckoned
/// anew by the next look. Holds nothing that could not be reckoned again, so it is not written with the state. A hash table by open
/// addressing in one array.
/// </summary>
internal sealed class PairMemory
{
    private const int LeastLength = 1 << 12;

    /// <summary>No more pairs than this are kept, some 25 MB; what is not kept is reckoned again.</summary>
    private const int MostPairs = 1 << 20;

    private Entry[] _entries = new Entry[LeastLength];
    private int _used;
    private int _oldest;

    /// <summary>The log-odds of a pair, where it is kept.</summary>
    public bool TryGet(int slot, int otherSlot, out float logOdds)
    {
        ref readonly var entry = ref _entries[PlaceOf(Math.Min(slot, otherSlot), Math.Max(slot, otherSlot))];
        logOdds = entry.LogOdds;
        return entry.IsUsed;
    }

    /// <summary>Keeps the log-odds of a pair that is not kept yet.</summary>
    public void Add(int slot, int otherSlot, float logOdds)
    {
        var (earlier, later) = (Math.Min(slot, otherSlot), Math.Max(slot, otherSlot));
        if (earlier < _oldest || _used >= MostPairs)
        {
            return;
        }
        if (_used * 2 >= _entries.Length)
        {
            Rebuild(_entries.Length * 2);
        }
        ref var entry = ref _entries[PlaceOf(earlier, later)];
        _used += entry.IsUsed ? 0 : 1;
        entry = new Entry { Earlier = earlier, Later = later, LogOdds = logOdds };
    }

    /// <summary>Has the processor fetch the place of a pair that is asked for soon.</summary>
    public void Fetch(int slot, int otherSlot) =>
        MemoryAhead.Fetch(in _entries[HomeOf(Math.Min(slot, otherSlot), Math.Max(slot, otherSlot), _entries.Length)].Later);

    /// <summary>Lets go of the pairs of articles before a slot, and takes in no more of them. Linear.</summary>
    public void Forget(int oldest)
    {
        _oldest = oldest;
        var left = 0;
        foreach (ref readonly var entry in _entries.AsSpan())
        {
            left += entry.IsUsed && entry.Earlier >= oldest ? 1 : 0;
        }
        var length = LeastLength;
        while (left * 2 >= length)
        {
            length *= 2;
        }
        Rebuild(length);
    }

    private void Rebuild(int length)
    {
        var before = _entries;
        _entries = new Entry[length];
        _used = 0;
        foreach (ref readonly var entry in before.AsSpan())
        {
            if (entry.IsUsed && entry.Earlier >= _oldest)
            {
                _entries[PlaceOf(entry.Earlier, entry.Later)] = entry;
                _used++;
            }
        }
    }

    private int PlaceOf(int earlier, int later)
    {
        var entries = _entries;
        var place = HomeOf(earlier, later, entries.Length);
        while (entries[place].IsUsed && (entries[place].Earlier != earlier || entries[place].Later != later))
        {
            place = (place + 1) & (entries.Length - 1);
        }
        return place;
    }

    private static int HomeOf(int earlier, int later, int length) =>
        (int)((((((ulong)(uint)later) << 32) | (uint)earlier) * 0x9E3779B97F4A7C15) >> 32) & (length - 1);

    private struct Entry
    {
        public int Earlier;
        public int Later;
        public float LogOdds;

        // No pair has an article twice.
        public readonly bool IsUsed => Later > Earlier;
    }
}
