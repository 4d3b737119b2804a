using Spectre.Console;
using Spectre.Console.Rendering;

namespace Stemma.App.Ui.Terminal;

/// <summary>
/// Text set to the width of the terminal behind a prefix on the first line and another on the lines that follow: a tree's
/// branches, a list's indent. Lines carry no trailing space.
/// </summary>
internal sealed class HangingText(string first, string rest, IReadOnlyList<Run> runs, Style? prefixStyle = null) : Renderable
{
    // Below this a tree deeper than the terminal is wide would leave no room for words.
    private const int LeastColumns = 20;

    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        var width = Math.Max(maxWidth, Cells(rest) + LeastColumns);
        var column = Cells(first);
        var start = column;
        yield return new Segment(first.Length > 0 && runs.Count == 0 ? first.TrimEnd() : first, prefixStyle ?? Style.Plain);
        var pendingSpace = false;
        foreach (var (word, style, hasSpace) in runs.SelectMany(Words))
        {
            pendingSpace |= hasSpace;
            if (word.Length == 0)
            {
                continue;
            }
            var cells = Cells(word);
            var space = pendingSpace && column > start ? 1 : 0;
            if (column + space + cells > width && column > start && pendingSpace)
            {
                yield return Segment.LineBreak;
                yield return new Segment(rest, prefixStyle ?? Style.Plain);
                column = start = Cells(rest);
                space = 0;
            }
            if (space > 0)
            {
                yield return new Segment(" ", style);
                column++;
            }
            pendingSpace = false;
            foreach (var piece in Pieces(word, width - column, width - Cells(rest)))
            {
                if (piece is null)
                {
                    yield return Segment.LineBreak;
                    yield return new Segment(rest, prefixStyle ?? Style.Plain);
                    column = start = Cells(rest);
                    continue;
                }
                yield return new Segment(piece, style);
                column += Cells(piece);
            }
        }
        yield return Segment.LineBreak;
    }

    private static int Cells(string text) => new Segment(text).CellCount();

    private static IEnumerable<(string Word, Style Style, bool HasSpaceBefore)> Words(Run run)
    {
        var style = run.Style ?? Style.Plain;
        if (run.IsWhole)
        {
            yield return (run.Text.Trim(), style, run.Text.StartsWith(' '));
        }
        else
        {
            var hasSpace = false;
            foreach (var word in run.Text.Split(' '))
            {
                yield return (word, style, hasSpace);
                hasSpace = true;
            }
        }
    }

    // A word longer than a line (an address, a language without spaces) is cut at the edge; null stands for a new line.
    private static IEnumerable<string?> Pieces(string word, int left, int full)
    {
        if (Cells(word) <= left)
        {
            yield return word;
            yield break;
        }
        var from = 0;
        var cells = 0;
        for (var i = 0; i < word.Length; i++)
        {
            var length = char.IsHighSurrogate(word[i]) && i + 1 < word.Length ? 2 : 1;
            var next = Cells(word.Substring(i, length));
            if (cells + next > left)
            {
                if (i > from)
                {
                    yield return word[from..i];
                }
                yield return null;
                (from, cells, left) = (i, 0, full);
            }
            cells += next;
            i += length - 1;
        }
        yield return word[from..];
    }
}
