namespace Stemma.Extraction;

/// <summary>Walks over the runs of letters and digits of a text without making strings.</summary>
internal ref struct WordRuns(ReadOnlySpan<char> text)
{
    private ReadOnlySpan<char> _rest = text;

    public ReadOnlySpan<char> Current { get; private set; }

    public readonly WordRuns GetEnumerator() => this;

    public bool MoveNext()
    {
        var start = 0;
        while (start < _rest.Length && !char.IsLetterOrDigit(_rest[start]))
        {
            start++;
        }
        var end = start;
        while (end < _rest.Length && char.IsLetterOrDigit(_rest[end]))
        {
            end++;
        }
        Current = _rest[start..end];
        _rest = _rest[end..];
        return end > start;
    }
}
