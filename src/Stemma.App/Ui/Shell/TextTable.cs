using System.Collections.Frozen;
using Stemma.App.Serving;

namespace Stemma.App.Ui.Shell;

/// <summary>
/// The words of the interface in each language, from one table: a line a text, a column a language. (A table and not .resx: it is
/// read in a millisecond, without satellite assemblies, and translators see all languages side by side.)
/// </summary>
internal sealed class TextTable
{
    /// <summary>The language in which everything stands.</summary>
    public const string Fallback = "en";

    private static readonly Lazy<TextTable> Loaded = new(static () => new TextTable(Asset.ResourceText("Ui/texts.tsv")));

    private readonly FrozenDictionary<string, Texts> _byLanguage;

    /// <param name="table">Lines of tab-separated cells; the first names the languages.</param>
    public TextTable(string table)
    {
        var lines = table.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var languages = lines[0].Split('\t')[1..];
        var texts = languages.Select(_ => new Dictionary<string, string>(lines.Length, StringComparer.Ordinal)).ToList();
        Languages = [.. languages];
        foreach (var line in lines.Skip(1).Where(static l => l[0] != '#'))
        {
            var cells = line.Split('\t');
            for (var i = 0; i < languages.Length; i++)
            {
                // A text not yet translated stands in English.
                texts[i][cells[0]] = i + 1 < cells.Length && cells[i + 1].Length > 0 ? cells[i + 1] : cells[1];
            }
        }
        _byLanguage = languages.Select((l, i) => new Texts(l, texts[i])).ToFrozenDictionary(static t => t.Language, StringComparer.OrdinalIgnoreCase);
    }

    public static TextTable Shared => Loaded.Value;

    public Texts English => _byLanguage[Fallback];

    /// <summary>ISO 639-1, English first.</summary>
    public IReadOnlyList<string> Languages { get; }

    /// <summary>The texts for a reader.</summary>
    /// <param name="chosen">The reader's choice; null for none.</param>
    /// <param name="accepted">What the browser asks for, best first: an Accept-Language header.</param>
    public Texts For(string? chosen, string accepted)
    {
        if (chosen is not null && _byLanguage.TryGetValue(chosen, out var own))
        {
            return own;
        }
        foreach (var part in accepted.Split(',', 12))
        {
            var tag = part.Split(';')[0].Trim().Split('-')[0];
            if (_byLanguage.TryGetValue(tag, out var texts))
            {
                return texts;
            }
        }
        return _byLanguage[Fallback];
    }
}
