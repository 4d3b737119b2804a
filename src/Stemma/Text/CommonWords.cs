using System.Globalization;

namespace Stemma.Text;

/// <summary>How little a word tells about which event a text is about, from the table of common words that ships with Stemma.</summary>
public sealed class CommonWords
{
    private const double RareShare = 0.02;
    private readonly Dictionary<string, double> _telling = new(StringComparer.Ordinal);

    private CommonWords(TextReader table)
    {
        while (table.ReadLine() is { } line)
        {
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length < 2 || words[0] == "#")
            {
                continue;
            }
            var share = double.Parse(words[0], CultureInfo.InvariantCulture);
            var telling = Math.Min(1, Math.Log(1 / share) / Math.Log(1 / RareShare));
            foreach (var word in words.AsSpan(1))
            {
                _telling.TryAdd(ContentWords.Stem(WordScanner.Fold(word)), telling);
            }
        }
    }

    /// <summary>The table, read once, when first asked for: about 1,300 words, 2 ms.</summary>
    public static CommonWords BuiltIn => Loaded.Value;

    private static readonly Lazy<CommonWords> Loaded = new(() =>
    {
        using var stream = typeof(CommonWords).Assembly.GetManifestResourceStream("Text/common-words.txt")
            ?? throw new InvalidOperationException("Could not find the table of common words while starting: it is not embedded.");
        using var reader = new StreamReader(stream);
        return new CommonWords(reader);
    });

    /// <summary>
    /// How telling a stem is, in [0, 1]: the logarithm of how rare it is among news texts, 1 for words that fewer than one
    /// text in fifty holds, and for words not in the table.
    /// </summary>
    public double Telling(string stem) => _telling.GetValueOrDefault(stem, 1);
}
