using Stemma.Model;

namespace Stemma.App.Ui;

/// <summary>Cuts a text into stretches that are marked or not.</summary>
public static class MarkedText
{
    /// <summary>
    /// The quoted stretches of a wording, with <c> … </c> between them where the account interrupts the quote, and the
    /// words that do not stand in the fullest wording marked.
    /// </summary>
    public static IReadOnlyList<(string Text, bool IsMarked)> Of(Article article, Wording wording)
    {
        List<(string, bool)> stretches = [];
        foreach (var part in wording.Parts)
        {
            if (stretches.Count > 0)
            {
                stretches.Add((" … ", false));
            }
            stretches.AddRange(Of(article.Text, part, wording.Differing));
        }
        return stretches;
    }

    /// <summary>A stretch of a text, cut at the borders of the marks. Marks that leave the stretch or the text are cut to it.</summary>
    public static IReadOnlyList<(string Text, bool IsMarked)> Of(string text, TextSpan span, IReadOnlyList<TextSpan> marks)
    {
        List<(string, bool)> stretches = [];
        var end = Math.Clamp(span.End, 0, text.Length);
        var at = Math.Clamp(span.Start, 0, end);
        foreach (var mark in marks.Order())
        {
            var (from, to) = (Math.Clamp(mark.Start, at, end), Math.Clamp(mark.End, at, end));
            if (to > from)
            {
                Add(at, from, false);
                Add(from, to, true);
                at = to;
            }
        }
        Add(at, end, false);
        return stretches;

        void Add(int from, int to, bool isMarked)
        {
            if (to > from)
            {
                stretches.Add((CleanText.Of(text[from..to]), isMarked));
            }
        }
    }
}
