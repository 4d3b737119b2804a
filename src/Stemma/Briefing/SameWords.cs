using Stemma.Text;

namespace Stemma.Briefing;

/// <summary>Which words tell the same thing in news texts, from a table typed by hand: "gutted" and "destroyed".</summary>
internal sealed class SameWords
{
    private readonly Dictionary<string, int> _groupOf = new(StringComparer.Ordinal);

    private SameWords(TextReader table)
    {
        var group = 0;
        while (table.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
            {
                continue;
            }
            group++;
            foreach (var word in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                _groupOf.TryAdd(ContentWords.Stem(WordScanner.Fold(word)), group);
            }
        }
    }

    /// <summary>The table, read once, when first asked for: some 200 groups, under a millisecond.</summary>
    public static SameWords BuiltIn => Loaded.Value;

    private static readonly Lazy<SameWords> Loaded = new(() =>
    {
        using var stream = typeof(SameWords).Assembly.GetManifestResourceStream("Briefing/same-words.txt")
            ?? throw new InvalidOperationException("Could not find the table of like words while starting: it is not embedded.");
        using var reader = new StreamReader(stream);
        return new SameWords(reader);
    });

    /// <summary>The number of a stem's group, from 1; 0 for a stem that is in none.</summary>
    public int GroupOf(string stem) => _groupOf.GetValueOrDefault(stem);
}
