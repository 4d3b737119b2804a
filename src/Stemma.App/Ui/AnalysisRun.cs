using Stemma.App.Ui.Shell;
using Stemma.Model;

namespace Stemma.App.Ui;

/// <summary>A stretch of an article's text over which the same marks lie.</summary>
/// <param name="Text">The words.</param>
/// <param name="Classes">What is marked here, as style classes: <c>direct speaker</c>; empty for plain text.</param>
/// <param name="Note">Why, for a person; empty for plain text.</param>
/// <param name="Modality">Modality of the sentence that begins here, where it is not asserted; else null.</param>
/// <param name="StartsParagraph">Whether a paragraph begins here.</param>
internal sealed record AnalysisRun(string Text, string Classes, string Note, string? Modality, bool StartsParagraph)
{
    /// <summary>The runs of an article, in order, nothing left out but the white space between paragraphs. O(n log n) in the marks.</summary>
    /// <param name="article">Whose text.</param>
    /// <param name="analysis">Of that text.</param>
    /// <param name="more">Marks besides those of the analysis.</param>
    /// <param name="texts">The words of the notes; English where none are given.</param>
    public static IReadOnlyList<AnalysisRun> Of(
        Article article, Analysis analysis, IReadOnlyList<(TextSpan Span, string Class, string Note)>? more = null, Texts? texts = null)
    {
        var words = texts ?? TextTable.Shared.English;
        List<(TextSpan Span, string Class, string Note)> marks = [.. more ?? []];
        foreach (var quote in analysis.Quotes)
        {
            marks.Add((quote.Span, quote.Form.ToString().ToLowerInvariant(), $"{quote.Speaker ?? words["mark.nospeaker"]}: {Why(quote.Explanation)}"));
            Add(quote.SpeakerSpan, "speaker", quote.Speaker ?? words["mark.who"]);
            Add(quote.CueSpan, "cue", words["mark.cue"]);
        }
        foreach (var citation in analysis.Citations)
        {
            marks.Add((citation.Span, "citation", $"{words.Of("mark.citation", citation.Outlet)}: {Why(citation.Explanation)}"));
            Add(citation.OnWordOf, "word", words.Of("mark.word", citation.Outlet));
        }
        foreach (var status in analysis.Statuses)
        {
            marks.Add((status.Span, "status", $"{Label.Of(status.Kind, words)}: {status.Party ?? words["mark.noparty"]} [{status.Explanation.Rule}]"));
        }
        foreach (var sign in analysis.FirstHandSigns)
        {
            marks.Add((sign.Span, "first", $"{words["mark.first"]}: {Why(sign.Explanation)}"));
        }
        foreach (var date in analysis.Dates)
        {
            marks.Add((date.Span, "date", words.Reason(date.Explanation).Text));
        }
        return Cut(article, analysis, marks);

        string Why(Explanation why) => $"{words.Reason(why).Text} [{why.Rule}]";

        void Add(TextSpan? span, string kind, string note)
        {
            if (span is { } there)
            {
                marks.Add((there, kind, note));
            }
        }
    }

    private static List<AnalysisRun> Cut(Article article, Analysis analysis, List<(TextSpan Span, string Class, string Note)> marks)
    {
        var sentences = analysis.Sentences.ToDictionary(s => s.Span.Start, s => s);
        var bounds = new SortedSet<int>(sentences.Keys);
        foreach (var mark in marks)
        {
            bounds.Add(mark.Span.Start);
            bounds.Add(mark.Span.End);
        }
        marks.Sort((a, b) => a.Span.CompareTo(b.Span));
        List<AnalysisRun> runs = [];
        List<(TextSpan Span, string Class, string Note)> open = [];
        var next = 0;
        foreach (var paragraph in article.Paragraphs)
        {
            var starts = true;
            for (var at = paragraph.Start; at < paragraph.End;)
            {
                var later = bounds.GetViewBetween(at + 1, paragraph.End);
                var end = later.Count > 0 ? later.Min : paragraph.End;
                while (next < marks.Count && marks[next].Span.Start <= at)
                {
                    open.Add(marks[next++]);
                }
                open.RemoveAll(m => m.Span.End <= at);
                var modality = sentences.TryGetValue(at, out var sentence) && sentence.Modality != Model.Modality.Asserted ? sentence.Modality.ToString().ToLowerInvariant() : null;
                runs.Add(new AnalysisRun(
                    article.Text[at..end], string.Join(' ', open.Select(m => m.Class).Distinct()), string.Join("\n", open.Select(m => m.Note).Distinct()), modality, starts));
                starts = false;
                at = end;
            }
        }
        return runs;
    }
}
