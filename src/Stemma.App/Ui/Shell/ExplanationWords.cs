using Stemma.App.Serving;

namespace Stemma.App.Ui.Shell;

/// <summary>
/// Says an explanation in another language. The engine explains in English sentences of a closed set, made of a rule's own words and
/// of names and words of articles; that sentence is the stable form, in the database and for programs. Here it is told apart into the
/// rule's words, which are replaced, and the rest, which stays.
/// </summary>
/// <remarks>
/// A text is read as one row of the table after another, the first row that fits at each place, with a bounded number of tries. So a
/// brief kept from an earlier version, or a sentence not yet in the table, costs nothing but that it stays English.
/// </remarks>
internal sealed class ExplanationWords
{
    private const int MostTries = 3000;
    private static readonly Lazy<ExplanationWords> Loaded = new(static () => new ExplanationWords(Asset.ResourceText("Ui/explanations.tsv")));

    private readonly List<ExplanationRow> _sentences = [];
    private readonly List<ExplanationRow> _fragments = [];

    /// <param name="table">Lines of tab-separated cells; the first names the languages, English first.</param>
    public ExplanationWords(string table)
    {
        var lines = table.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Languages = [.. lines[0].Split('\t')];
        foreach (var line in lines.Skip(1).Where(static l => l[0] != '#'))
        {
            var cells = line.Split('\t');
            var isFragment = cells[0][0] == '~';
            (isFragment ? _fragments : _sentences).Add(ExplanationRow.Of(isFragment ? cells[0][1..] : cells[0], cells[1..]));
        }
    }

    public static ExplanationWords Shared => Loaded.Value;

    public IReadOnlyList<string> Languages { get; }

    /// <summary>The text in a language; null where it holds a sentence that the table does not know, or the language is none of its.</summary>
    public string? In(string language, string english)
    {
        var column = Languages.ToList().IndexOf(language) - 1;
        var tries = 0;
        return column < 0 ? null : Sentences(english, 0, column, ref tries);
    }

    private string? Sentences(string text, int from, int column, ref int tries)
    {
        foreach (var row in _sentences)
        {
            foreach (var (values, end) in row.Fits(text, from))
            {
                if (++tries > MostTries)
                {
                    return null;
                }
                var rest = end == text.Length ? "" : text[end] == ' ' && end + 1 < text.Length ? Sentences(text, end + 1, column, ref tries) : null;
                if (rest is not null && Worded(row, values, column) is { } worded)
                {
                    return rest.Length > 0 ? worded + " " + rest : worded;
                }
            }
        }
        return null;
    }

    private string? Fragment(string text, int column)
    {
        foreach (var row in _fragments)
        {
            foreach (var (values, end) in row.Fits(text, 0))
            {
                if (end == text.Length && Worded(row, values, column) is { } worded)
                {
                    return worded;
                }
            }
        }
        return null;
    }

    private string? Worded(ExplanationRow row, IReadOnlyList<string> values, int column)
    {
        var words = new object?[values.Count];
        for (var i = 0; i < values.Count; i++)
        {
            words[i] = values[i].Length == 0 || !row.IsFragment(i) ? values[i] : Fragment(values[i], column);
            if (words[i] is null)
            {
                return null;
            }
        }
        return string.Format(System.Globalization.CultureInfo.InvariantCulture, row.Words[column], words);
    }
}
