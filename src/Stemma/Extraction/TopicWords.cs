namespace Stemma.Extraction;

/// <summary>The longer words of a headline: a line that holds one of them is about the article.</summary>
internal sealed class TopicWords
{
    // Shorter ones are mostly grammar.
    private const int Letters = 5;

    private readonly HashSet<string> _words = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public TopicWords(string title)
    {
        _lookup = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var word in new WordRuns(title))
        {
            if (word.Length >= Letters || (word.Length >= 3 && char.IsUpper(word[^1])))
            {
                _lookup.Add(word);
            }
        }
    }

    /// <summary>Whether one of them stands in the line. Linear in the line.</summary>
    public bool AreIn(ReadOnlySpan<char> line)
    {
        foreach (var word in new WordRuns(line))
        {
            if (_lookup.Contains(word))
            {
                return true;
            }
        }
        return false;
    }
}
