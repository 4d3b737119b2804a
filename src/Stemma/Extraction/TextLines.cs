using Stemma.Extraction.Html;

namespace Stemma.Extraction;

/// <summary>Cuts plain text into lines, one paragraph each.</summary>
internal static class TextLines
{
    private const int MaxLines = 50_000;

    /// <summary>
    /// The lines that hold words. Text wrapped at a fixed width, as mails and wire feeds are, is joined to paragraphs at
    /// its blank lines.
    /// </summary>
    public static List<TextLine> Split(string text)
    {
        List<TextLine> lines = [];
        var isBlank = true;
        foreach (var range in text.AsSpan().EnumerateLines())
        {
            var line = TextFolder.Fold(range.ToString());
            if (WordCounter.Count(line) > 0 && lines.Count < MaxLines)
            {
                lines.Add(new TextLine(line, WordCounter.Count(line), isBlank));
                isBlank = false;
            }
            else
            {
                isBlank = true;
            }
        }
        return IsWrapped(lines) ? Join(lines) : lines;
    }

    /// <summary>Wrapped text: no line is long, and most lines inside a paragraph end in mid-sentence.</summary>
    private static bool IsWrapped(List<TextLine> lines)
    {
        var (inside, open) = (0, 0);
        for (var i = 0; i + 1 < lines.Count; i++)
        {
            if (lines[i].Text.Length > 110)
            {
                return false;
            }
            if (!lines[i + 1].FollowsBlank && lines[i].Text.Length >= 45)
            {
                inside++;
                open += lines[i].EndsSentence ? 0 : 1;
            }
        }
        return inside >= 4 && open * 10 >= inside * 6;
    }

    private static List<TextLine> Join(List<TextLine> lines)
    {
        List<TextLine> joined = [];
        foreach (var line in lines)
        {
            // A short line that is followed directly by text stays alone: headlines and bylines are not wrapped.
            if (!line.FollowsBlank && joined.Count > 0 && joined[^1].Text.Length is >= 45 and < 20_000)
            {
                var text = joined[^1].Text + " " + line.Text;
                joined[^1] = joined[^1] with { Text = text, Words = joined[^1].Words + line.Words };
            }
            else
            {
                joined.Add(line);
            }
        }
        return joined;
    }
}
