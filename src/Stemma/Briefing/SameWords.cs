using Stemma.Text;

namespace Stemma.Briefing;

/// <summary>Which words tell the same thing in news texts, from a table typed by hand: "gutted" and "destroyed".</summary>
internal sealed class SameWords
{
    private readonly Dictionary<string, int[]> _groupsOf = new(StringComparer.Ordinal);

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
                var stem = ContentWords.Stem(WordScanner.Fold(word));
                var groups = _groupsOf.GetValueOrDefault(stem, []);
                if (groups.Length == 0 || groups[^1] != group)
                {
                    _groupsOf[stem] = [.. groups, group];
                }
            }
        }
    }

    /// <summary>The table, read once, when first asked for: some 600 groups, 2 ms.</summary>
    public static SameWords BuiltIn => Loaded.Value;

    private static readonly Lazy<SameWords> Loaded = new(() =>
    {
        using var stream = typeof(SameWords).Assembly.GetManifestResourceStream("Briefing/same-words.txt")
            ?? throw new InvalidOperationException("Could not find the table of like words while starting: it is not embedded.");
        using var reader = new StreamReader(stream);
        return new SameWords(reader);
    });

    /// <summary>The numbers of a stem's groups, from 1, rising; none for most stems.</summary>
    public int[] GroupsOf(string stem) => _groupsOf.GetValueOrDefault(stem, []);

    /// <summary>Whether two stems with these groups may tell the same thing.</summary>
    public static bool AreAlike(int[] x, int[] y)
    {
        foreach (var group in x)
        {
            if (Array.IndexOf(y, group) >= 0)
            {
                return true;
            }
        }
        return false;
    }
}
