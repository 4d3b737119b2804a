namespace Stemma.Extraction.Learning;

/// <summary>Walks over the words of a line, and over the pairs of neighbours, as hashes. Case folded; numbers count as one word.</summary>
internal ref struct LineTokens(ReadOnlySpan<char> line, int maxWords)
{
    private WordRuns _words = new(line);
    private uint _before;
    private uint _now;
    private bool _isPairNext;
    private int _count;

    public (uint Hash, bool IsFirst) Current { get; private set; }

    public readonly LineTokens GetEnumerator() => this;

    public bool MoveNext()
    {
        if (_isPairNext)
        {
            _isPairNext = false;
            Current = ((_before * 16777619) ^ _now ^ 0x9E3779B9, _count == 2);
            return true;
        }
        if (_count >= maxWords || !_words.MoveNext())
        {
            return false;
        }
        _before = _now;
        _now = Hash(_words.Current);
        _count++;
        _isPairNext = _count > 1;
        Current = (_now, _count == 1);
        return true;
    }

    private static uint Hash(ReadOnlySpan<char> word)
    {
        var hash = 2166136261u;
        if (char.IsDigit(word[0]))
        {
            return (hash ^ '0') * 16777619;
        }
        foreach (var c in word)
        {
            hash = (hash ^ char.ToLowerInvariant(c)) * 16777619;
        }
        return hash;
    }
}
