using System.Globalization;
using System.Text;
using Stemma.Analyzing;
using Stemma.Model;

namespace Stemma.App.Evals.Quotes;

/// <summary>
/// Our attributions of the CC BY Wikinews articles of the GUM treebank: <c>evals/attributions/wikinews.tsv</c> holds
/// document ids and offsets only,
/// the text is read from the treebank's file.
/// </summary>
internal static class WikinewsAnnotations
{
    /// <summary>The annotated articles; none where one of the files is missing.</summary>
    public static IReadOnlyList<AnnotatedArticle> Read(string annotations, string treebank)
    {
        if (!File.Exists(annotations) || !File.Exists(treebank))
        {
            return [];
        }
        var texts = ReadTexts(File.ReadLines(treebank));
        var attributions = new SortedDictionary<string, List<LabelledAttribution>>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(annotations).Where(l => l is ['G', ..]))
        {
            var cells = line.Split('\t');
            if (!attributions.TryGetValue(cells[0], out var list))
            {
                attributions[cells[0]] = list = [];
            }
            if (cells.Length == 4)
            {
                list.Add(new LabelledAttribution(Spans(cells[1]), Spans(cells[2]), Spans(cells[3])));
            }
        }
        return [.. attributions.Where(a => texts.ContainsKey(a.Key)).Select(a => new AnnotatedArticle(a.Key,
            "Wikinews", "", texts[a.Key], a.Value, []))];
    }

    private static List<TextSpan> Spans(string cell) =>
        [.. cell.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(s => s.Split('-')).Select(s =>
            new TextSpan(int.Parse(s[0], CultureInfo.InvariantCulture),
                int.Parse(s[1], CultureInfo.InvariantCulture)))];

    // sentences joined by a space, paragraphs by a blank line
    private static Dictionary<string, string> ReadTexts(IEnumerable<string> lines)
    {
        var texts = new Dictionary<string, StringBuilder>(StringComparer.Ordinal);
        StringBuilder? text = null;
        var isNew = false;
        foreach (var line in lines)
        {
            if (line.StartsWith("# newdoc id = ", StringComparison.Ordinal))
            {
                text = texts[line["# newdoc id = ".Length..]] = new StringBuilder();
            }
            else if (line == "# newpar")
            {
                isNew = true;
            }
            else if (line.StartsWith("# text = ", StringComparison.Ordinal) && text is not null)
            {
                text.Append(text.Length == 0 ? "" : isNew ? "\n\n" : " ").Append(line.AsSpan("# text = ".Length));
                isNew = false;
            }
        }
        return texts.ToDictionary(t => t.Key, t => t.Value.ToString(), StringComparer.Ordinal);
    }
}
