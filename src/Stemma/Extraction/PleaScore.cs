namespace Stemma.Extraction;

/// <summary>Weighs the words of offers and pleas in a short line.</summary>
internal sealed class PleaScore
{
    // Pleas are short; a longer paragraph on donations or apps is news about them.
    private const int MaxWords = 60;

    private static readonly Lazy<PleaScore> Shared = new(() => new PleaScore());

    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _weights;

    private PleaScore()
    {
        Dictionary<string, int> weights = new(StringComparer.OrdinalIgnoreCase);
        foreach (var row in EmbeddedTable.Read("Extraction/plea-words.tsv"))
        {
            foreach (var word in row[1].Split(' '))
            {
                weights.TryAdd(word, row[0][0] - '0');
            }
        }
        _weights = weights.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The scorer with the words that ship with Stemma.</summary>
    public static PleaScore Default => Shared.Value;

    /// <summary>Sum of the weights of the different telling words, for 10 words at least; 0 for long texts.</summary>
    public double Of(string line, int words)
    {
        if (words > MaxWords || line.Length > 1000)
        {
            return 0;
        }
        var total = 0;
        Span<long> seen = stackalloc long[2];
        for (var at = 0; at < line.Length;)
        {
            var end = at;
            while (end < line.Length && (char.IsLetter(line[end]) || line[end] == '-'))
            {
                end++;
            }
            if (end > at && _weights.TryGetValue(line.AsSpan(at, end - at), out var weight))
            {
                // One bit per word length and first letter: repeats of a word add nothing.
                var slot = ((line[at] & 31) * 4) + ((end - at) & 3);
                var bit = 1L << (slot & 63);
                total += (seen[slot >> 6] & bit) == 0 ? weight : 0;
                seen[slot >> 6] |= bit;
            }
            at = Math.Max(end, at + 1);
        }
        return total;
    }
}
