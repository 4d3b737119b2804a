using Stemma.Model;
using Stemma.Text;

namespace Stemma.Briefing;

/// <summary>Ways to call the same people or things that do not mean the same: "terrorist", "militant"; a table typed by hand.</summary>
internal sealed class CalledWords
{
    private const int MostWords = 3;

    private readonly Dictionary<string, List<(int Thing, int Way)>> _ways = new(StringComparer.Ordinal);

    private CalledWords(TextReader table)
    {
        var thing = 0;
        while (table.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
            {
                continue;
            }
            thing++;
            foreach (var (way, words) in line.Split('|').Index())
            {
                foreach (var word in words.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                {
                    var key = string.Join(' ', word.Split(' ').Select(static w => WordScanner.Fold(w)));
                    if (!_ways.TryGetValue(key, out var list))
                    {
                        _ways[key] = list = [];
                    }
                    list.Add((thing, way));
                }
            }
        }
    }

    /// <summary>The table, read once, when first asked for: thirty lines, well below 1 ms.</summary>
    public static CalledWords BuiltIn => Loaded.Value;

    private static readonly Lazy<CalledWords> Loaded = new(() =>
    {
        using var stream = typeof(CalledWords).Assembly.GetManifestResourceStream("Briefing/called-words.txt")
            ?? throw new InvalidOperationException("Could not find the table of what things are called while starting: it is not embedded.");
        using var reader = new StreamReader(stream);
        return new CalledWords(reader);
    });

    /// <summary>The words of a stretch by which something is called, with the thing and the way, the longest at each place. Linear.</summary>
    public IEnumerable<(TextSpan Span, int Thing, int Way)> In(string text, TextSpan span)
    {
        var words = WordScanner.Scan(text, span).ToList();
        var folded = words.ConvertAll(w => WordScanner.Fold(text.AsSpan(w.Start, w.Length)));
        for (var i = 0; i < words.Count; i++)
        {
            for (var n = Math.Min(MostWords, words.Count - i); n >= 1; n--)
            {
                if (_ways.TryGetValue(n == 1 ? folded[i] : string.Join(' ', folded.Skip(i).Take(n)), out var found))
                {
                    foreach (var (thing, way) in found)
                    {
                        yield return (new TextSpan(words[i].Start, words[i + n - 1].End), thing, way);
                    }
                    i += n - 1;
                    break;
                }
            }
        }
    }
}
