namespace Stemma.Clustering;

/// <summary>
/// For each term the articles that hold it, the oldest first. The lists lie in large shared pages, in blocks of a few sizes:
/// a million lists as objects would cost twice the memory, and the collector would walk them all again and again.
/// </summary>
internal sealed class HolderLists
{
    private const int PageBits = 15;
    private const int PageLength = 1 << PageBits;
    private const int LargestInPage = PageLength / 2;

    private readonly int _longest;
    private readonly int _atMost;
    private readonly List<Holder[]> _pages = [];
    private readonly List<int>[] _free = [.. Enumerable.Range(0, 32).Select(static _ => new List<int>())];
    private Entry[] _entries = new Entry[1 << 12];
    private int _used;
    private int _nextInPage = PageLength;

    /// <summary>Empty lists.</summary>
    /// <param name="longest">How many holders of a term are kept, the newest; up to a quarter more for a while.</param>
    public HolderLists(int longest)
    {
        _longest = Math.Clamp(longest, 1, LargestInPage * 4 / 5);
        _atMost = _longest * 5 / 4;
    }

    /// <summary>The holders of a term. Valid until the lists change.</summary>
    public ReadOnlySpan<Holder> Of(uint term)
    {
        ref var entry = ref _entries[PlaceOf(_entries, term)];
        return entry.Count == 0 ? [] : Block(entry)[..entry.Count];
    }

    /// <summary>Has the processor fetch the entry of a term that is asked for soon.</summary>
    public void Fetch(uint term) => MemoryAhead.Fetch(in _entries[HomeOf(_entries, term)].Term);

    /// <summary>Adds the newest holder of a term, and lets go of the oldest where there are too many.</summary>
    public void Add(uint term, Holder holder)
    {
        ref var entry = ref _entries[PlaceOf(_entries, term)];
        if (entry.Count == 0)
        {
            if (_used * 2 >= _entries.Length)
            {
                Rebuild(_entries.Length * 2);
                entry = ref _entries[PlaceOf(_entries, term)];
            }
            entry = new Entry { Term = term, Start = Take(0), Size = 0 };
            _used++;
        }
        else if (entry.Count == 1 << entry.Size)
        {
            var larger = Take(entry.Size + 1);
            Block(entry).CopyTo(At(larger, entry.Size + 1));
            Release(entry);
            entry.Start = larger;
            entry.Size++;
        }
        Block(entry)[entry.Count++] = holder;
        if (entry.Count > _atMost)
        {
            var list = Block(entry)[..entry.Count];
            list[^_longest..].CopyTo(list);
            entry.Count = _longest;
        }
    }

    /// <summary>Forgets holders before a slot everywhere. Linear in all lists.</summary>
    public void Sweep(int oldest)
    {
        for (var i = 0; i < _entries.Length; i++)
        {
            ref var entry = ref _entries[i];
            if (entry.Count == 0)
            {
                continue;
            }
            var list = Block(entry)[..entry.Count];
            var gone = 0;
            while (gone < list.Length && list[gone].Slot < oldest)
            {
                gone++;
            }
            if (gone == list.Length)
            {
                Release(entry);
                entry.Count = 0;
                continue;
            }
            list[gone..].CopyTo(list);
            entry.Count -= gone;
            Shrink(ref entry);
        }
        Rebuild(LengthFor(_entries.Count(static e => e.Count > 0)));
    }

    /// <summary>Writes the lists, by term.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.Write(_used);
        foreach (var entry in _entries.Where(static e => e.Count > 0).OrderBy(static e => e.Term))
        {
            writer.Write(entry.Term);
            writer.Write(entry.Count);
            foreach (var (slot, weight) in Block(entry)[..entry.Count])
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
            for (var count = reader.ReadInt32(); count > 0; count--)
            {
                var slot = reader.ReadInt32();
                Add(term, new Holder(slot, reader.ReadSingle()));
            }
        }
    }

    private static int LengthFor(int terms)
    {
        var length = 1 << 12;
        while (terms * 2 >= length)
        {
            length *= 2;
        }
        return length;
    }

    /// <summary>Where the term stands, or the free place where it would.</summary>
    private static int PlaceOf(Entry[] entries, uint term)
    {
        var mask = entries.Length - 1;
        var place = HomeOf(entries, term);
        while (entries[place].Count != 0 && entries[place].Term != term)
        {
            place = (place + 1) & mask;
        }
        return place;
    }

    private static int HomeOf(Entry[] entries, uint term) => (int)((term * 2654435769u) >> 7) & (entries.Length - 1);

    private void Rebuild(int length)
    {
        var fresh = new Entry[length];
        _used = 0;
        foreach (var entry in _entries)
        {
            if (entry.Count > 0)
            {
                fresh[PlaceOf(fresh, entry.Term)] = entry;
                _used++;
            }
        }
        _entries = fresh;
    }

    /// <summary>Moves a list that has become much shorter than its block to a smaller one.</summary>
    private void Shrink(ref Entry entry)
    {
        var size = entry.Size;
        while (size > 0 && entry.Count <= 1 << (size - 1))
        {
            size--;
        }
        if (size < entry.Size)
        {
            var smaller = Take(size);
            Block(entry)[..entry.Count].CopyTo(At(smaller, size));
            Release(entry);
            entry.Start = smaller;
            entry.Size = (byte)size;
        }
    }

    private Span<Holder> Block(in Entry entry) => At(entry.Start, entry.Size);

    private Span<Holder> At(int start, int size) => _pages[start >> PageBits].AsSpan(start & (PageLength - 1), 1 << size);

    /// <summary>A block of 2^size holders.</summary>
    private int Take(int size)
    {
        if (_free[size].Count > 0)
        {
            var last = _free[size][^1];
            _free[size].RemoveAt(_free[size].Count - 1);
            return last;
        }
        if (_nextInPage + (1 << size) > PageLength)
        {
            GiveAwayRest();
            _pages.Add(new Holder[PageLength]);
            _nextInPage = 0;
        }
        var start = ((_pages.Count - 1) << PageBits) + _nextInPage;
        _nextInPage += 1 << size;
        return start;
    }

    private void Release(in Entry entry) => _free[entry.Size].Add(entry.Start);

    /// <summary>What is left of the last page becomes free blocks.</summary>
    private void GiveAwayRest()
    {
        for (var size = PageBits - 1; size >= 0; size--)
        {
            while (_pages.Count > 0 && PageLength - _nextInPage >= 1 << size)
            {
                _free[size].Add(((_pages.Count - 1) << PageBits) + _nextInPage);
                _nextInPage += 1 << size;
            }
        }
    }

    private struct Entry
    {
        public uint Term;
        public int Start;
        public int Count;
        public byte Size;
    }
}
