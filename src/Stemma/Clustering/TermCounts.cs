namespace Stemma.Clustering;

/// <summary>
/// A number above 0 for each of many terms: a hash table by open addressing whose entries are eight bytes, so that finding one
/// touches one line of memory where a dictionary touches two. With a million terms that is most of the cost.
/// </summary>
internal sealed class TermCounts
{
    private Entry[] _entries = new Entry[1 << 12];
    private int _used;

    /// <summary>How many terms have a number.</summary>
    public int Count => _used;

    /// <summary>The number of a term; 0 where it has none.</summary>
    public float this[uint term] => _entries[PlaceOf(term)].Number;

    /// <summary>Has the processor fetch the place of a term that is asked for soon: each term is somewhere else in memory.</summary>
    public void Fetch(uint term) => MemoryAhead.Fetch(in _entries[HomeOf(term)].Term);

    /// <summary>Adds to the number of a term, and gives the sum.</summary>
    public float Add(uint term, float number)
    {
        ref var entry = ref _entries[PlaceOf(term)];
        if (entry.Number == 0)
        {
            if (_used * 2 >= _entries.Length)
            {
                Rebuild(_entries.Length * 2, static n => n);
                return Add(term, number);
            }
            entry.Term = term;
            _used++;
        }
        entry.Number += number;
        return entry.Number;
    }

    /// <summary>Puts another number in place of each; terms whose number becomes 0 are let go of. Linear.</summary>
    public void Change(Func<float, float> change)
    {
        var left = 0;
        foreach (var entry in _entries)
        {
            left += entry.Number != 0 && change(entry.Number) != 0 ? 1 : 0;
        }
        var length = 1 << 12;
        while (left * 2 >= length)
        {
            length *= 2;
        }
        Rebuild(length, change);
    }

    /// <summary>All terms with their numbers, by term.</summary>
    public IEnumerable<(uint Term, float Number)> ByTerm() =>
        _entries.Where(static e => e.Number != 0).OrderBy(static e => e.Term).Select(static e => (e.Term, e.Number));

    private void Rebuild(int length, Func<float, float> change)
    {
        var old = _entries;
        _entries = new Entry[length];
        _used = 0;
        foreach (var entry in old)
        {
            if (entry.Number != 0 && change(entry.Number) is var number && number != 0)
            {
                _entries[PlaceOf(entry.Term)] = new Entry { Term = entry.Term, Number = number };
                _used++;
            }
        }
    }

    /// <summary>Where the term stands, or the free place where it would.</summary>
    private int PlaceOf(uint term)
    {
        var entries = _entries;
        var mask = entries.Length - 1;
        var place = HomeOf(term);
        while (entries[place].Number != 0 && entries[place].Term != term)
        {
            place = (place + 1) & mask;
        }
        return place;
    }

    // Multiplied, since hashes of one kind may agree in their low bits (Knuth's multiplicative hashing).
    private int HomeOf(uint term) => (int)((term * 2654435769u) >> 7) & (_entries.Length - 1);

    private struct Entry
    {
        public uint Term;
        public float Number;
    }
}
