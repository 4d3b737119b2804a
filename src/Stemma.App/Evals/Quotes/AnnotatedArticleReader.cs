using System.Text;
using Stemma.Analyzing;
using Stemma.Model;

namespace Stemma.App.Evals.Quotes;

/// <summary>
/// Reads <c>evals/attributions/*.txt</c>. <c>== id | outlet | day</c> begins an article; <c>[S1 …]</c>, <c>[C1 …]</c>,
/// <c>[T1 …]</c> mark source, cue and content
/// of the paragraph's attribution 1 (<c>[S12 …]</c> belongs to 1 and 2) and may be nested; <c>{h}</c> gives the
/// modality of the sentence that follows.
/// </summary>
internal sealed class AnnotatedArticleReader
{
    private readonly List<AnnotatedArticle> _articles = [];
    private readonly StringBuilder _text = new();
    private readonly List<LabelledAttribution> _attributions = [];
    private readonly List<(int Start, Modality Modality)> _modalities = [];
    private string[] _head = [];

    /// <summary>The articles of a folder, by file name and then as they stand; none where the folder is
    /// missing.</summary>
    /// <exception cref="InvalidDataException">A mark is broken; the message names the article.</exception>
    public static IReadOnlyList<AnnotatedArticle> ReadFolder(string folder) =>
        Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder,
            "*.txt").Order(StringComparer.Ordinal).SelectMany(f => Read(File.ReadLines(f)))] : [];

    /// <summary>The articles in the lines of one file.</summary>
    public static IReadOnlyList<AnnotatedArticle> Read(IEnumerable<string> lines)
    {
        var reader = new AnnotatedArticleReader();
        foreach (var line in lines)
        {
            reader.Take(line.Trim());
        }
        reader.Finish();
        return reader._articles;
    }

    private void Take(string line)
    {
        if (line.StartsWith("== ", StringComparison.Ordinal))
        {
            Finish();
            _head = line[3..].Split(" | ");
        }
        else if (line.Length > 0)
        {
            _text.Append(_text.Length > 0 ? "\n\n" : "");
            TakeParagraph(line);
        }
    }

    private void Finish()
    {
        if (_head.Length == 3)
        {
            _articles.Add(new AnnotatedArticle(_head[0], _head[1], _head[2], _text.ToString(), [.. _attributions],
                [.. _modalities]));
        }
        _text.Clear();
        _attributions.Clear();
        _modalities.Clear();
    }

    private void TakeParagraph(string line)
    {
        var parts = new SortedDictionary<char, Dictionary<char, List<TextSpan>>>();
        var open = new Stack<(string Label, int Start)>();
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '{' && i + 2 < line.Length && line[i + 2] == '}')
            {
                _modalities.Add((_text.Length, ModalityOf(line[i + 1])));
                i += i + 3 < line.Length && line[i + 3] == ' ' ? 3 : 2;
            }
            else if (line[i] == '[' && LabelAt(line, i) is { } label)
            {
                open.Push((label, _text.Length));
                i += label.Length + 1;
            }
            else if (line[i] == ']')
            {
                if (!open.TryPop(out var closed))
                {
                    throw Broken(line);
                }
                Close(parts, closed.Label, new TextSpan(closed.Start, _text.Length));
            }
            else
            {
                _text.Append(line[i]);
            }
        }
        if (open.Count > 0)
        {
            throw Broken(line);
        }
        foreach (var (_, kinds) in parts)
        {
            _attributions.Add(new LabelledAttribution(kinds.GetValueOrDefault('S') ?? [], kinds.GetValueOrDefault('C')
                ?? [], kinds.GetValueOrDefault('T') ?? []));
        }
    }

    private static void Close(SortedDictionary<char, Dictionary<char, List<TextSpan>>> parts, string label,
        TextSpan span)
    {
        foreach (var number in label[1..])
        {
            if (!parts.TryGetValue(number, out var kinds))
            {
                parts[number] = kinds = [];
            }
            (kinds.TryGetValue(label[0], out var spans) ? spans : kinds[label[0]] = []).Add(span);
        }
    }

    // "S12" of "[S12 the mayor]"
    private static string? LabelAt(string line, int bracket)
    {
        var end = bracket + 2;
        while (end < line.Length && char.IsAsciiDigit(line[end]))
        {
            end++;
        }
        return end > bracket + 2 && end < line.Length && line[end] == ' '
            && line[bracket + 1] is 'S' or 'C' or 'T' ? line[(bracket + 1)..end] : null;
    }

    private Modality ModalityOf(char mark) => mark switch
    {
        't' => Modality.Attributed,
        'q' => Modality.Quoted,
        'h' => Modality.Hedged,
        'd' => Modality.Denied,
        'p' => Modality.Planned,
        'o' => Modality.Opinion,
        'b' => Modality.Background,
        _ => throw new InvalidDataException($"Could not read {_head[0]}: there is no modality {mark}."),
    };

    private InvalidDataException Broken(string line) =>
        new($"Could not read {_head.FirstOrDefault()}: a bracket is missing in “{line[..Math.Min(60, line.Length)]}”.");
}
