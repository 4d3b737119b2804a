namespace Stemma.Extraction;

/// <summary>
/// The words that a page writes small somewhere. A surname hardly ever is among them; the second word of "Indoor Plants", a
/// section, or of "Austin Hardware", a shop, is.
/// </summary>
internal sealed class CommonWords
{
    // Enough for any article; what follows on a longer page is more of the same.
    private const int MaxChars = 200_000;

    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _words;

    /// <summary>Collects the small words. Linear in the text of the blocks, of which 200,000 characters are read.</summary>
    public CommonWords(IReadOnlyList<PageBlock> blocks)
    {
        _words = new HashSet<string>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        var left = MaxChars;
        foreach (var block in blocks)
        {
            if ((left -= block.Text.Length) < 0)
            {
                break;
            }
            // Four words at least: lists of log-in names and of tags are written small as well.
            if (block.Words >= 4)
            {
                Add(block.Text);
            }
        }
    }

    /// <summary>The share of a name's words that stand small somewhere, particles such as "van" left out; in [0, 1].</summary>
    public double Share(string name)
    {
        var (small, all) = (0, 0);
        foreach (var range in name.AsSpan().Split(' '))
        {
            var word = name.AsSpan(range).Trim("’'\"“”()[],.:;!?");
            if (word.Length > 1 && char.IsUpper(word[0]))
            {
                all++;
                small += _words.Contains(name[range].Trim('’', '\'', '"', '“', '”', '(', ')', '[', ']', ',', '.', ':', ';', '!', '?').ToLowerInvariant()) ? 1 : 0;
            }
        }
        return all == 0 ? 0 : (double)small / all;
    }

    private void Add(string text)
    {
        foreach (var range in text.AsSpan().Split(' '))
        {
            var word = text.AsSpan(range).Trim("’'\"“”()[],.:;!?");
            if (word.Length > 1 && char.IsLower(word[0]) && !word.ContainsAny("@/."))
            {
                _words.Add(word);
            }
        }
    }
}
