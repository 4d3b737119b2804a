using System.Collections.Frozen;
using Stemma.App.Serving;
using Stemma.Text;

namespace Stemma.App.Ui.Front;

/// <summary>Which topic a section or folder is by its name. Outlets name sections in a few hundred ways; these are words of five languages.</summary>
internal sealed class TopicNames
{
    private const int LongestName = 60;
    private static readonly Lazy<TopicNames> Loaded = new(static () => new TopicNames(Asset.ResourceText("Ui/topics.tsv")));

    private readonly FrozenDictionary<string, string> _topics;

    /// <param name="table">Lines of a topic, a tab, and names parted by a bar.</param>
    public TopicNames(string table)
    {
        var topics = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in table.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(static l => l[0] != '#'))
        {
            var cells = line.Split('\t');
            foreach (var name in cells[1].Split('|'))
            {
                topics.TryAdd(name, cells[0]);
            }
        }
        _topics = topics.ToFrozenDictionary(StringComparer.Ordinal);
        All = [.. topics.Values.Distinct()];
    }

    public static TopicNames Shared => Loaded.Value;

    /// <summary>The topics, in the order of the table.</summary>
    public IReadOnlyList<string> All { get; }

    /// <summary>The topic of a name: of all of it, else of its first word that is one ("World news", "Sport | Football"). Null for none.</summary>
    public string? Of(string? name)
    {
        if (name is not { Length: > 1 and <= LongestName })
        {
            return null;
        }
        var words = Folded(name);
        if (_topics.TryGetValue(string.Join(' ', words), out var whole))
        {
            return whole;
        }
        foreach (var word in words)
        {
            // "us" in "About us" says nothing; longer words do.
            if (word.Length > 3 && _topics.TryGetValue(word, out var topic))
            {
                return topic;
            }
        }
        return null;
    }

    /// <summary>The words in small letters without accents.</summary>
    public static List<string> Folded(string text)
    {
        List<string> words = [];
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            while (i < text.Length && char.IsLetterOrDigit(text[i]))
            {
                i++;
            }
            if (i > start)
            {
                words.Add(WordScanner.Fold(text.AsSpan(start, i - start)));
            }
            i = i == start ? i + 1 : i;
        }
        return words;
    }
}
