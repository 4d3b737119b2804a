namespace Stemma.Extraction;

/// <summary>The different words of a short text, case ignored, to hold other short texts against.</summary>
internal sealed class WordSet
{
    private readonly HashSet<string> _words = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public WordSet(string text)
    {
        _lookup = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var word in new WordRuns(text))
        {
            _lookup.Add(word);
        }
    }

    /// <summary>
    /// How far the words of a text are these words, in [0, 1]: how much of the shorter is in the longer counts three
    /// quarters, since window titles hold more than the headline. 0 for an empty text. Linear in the text.
    /// </summary>
    public double Overlap(string text)
    {
        if (_words.Count == 0)
        {
            return 0;
        }
        int common = 0, total = 0;
        HashSet<string>? seen = null;
        foreach (var word in new WordRuns(text))
        {
            total++;
            if (_lookup.TryGetValue(word, out var own))
            {
                seen ??= new HashSet<string>(StringComparer.OrdinalIgnoreCase);
                common += seen.Add(own) ? 1 : 0;
            }
        }
        if (common == 0)
        {
            return 0;
        }
        return Math.Min(1, (double)common / Math.Min(_words.Count, total)
            * (((common + 1.0) / (Math.Max(_words.Count, total) + 1)) + 3) / 4);
    }
}
