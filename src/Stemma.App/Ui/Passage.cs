using Stemma.Model;
using Stemma.Text;

namespace Stemma.App.Ui;

/// <summary>A stretch of an article's text with some words of context on both sides; all verbatim.</summary>
/// <param name="Before">What stands before it, beginning with <c>…</c> where it was cut; empty at the paragraph's beginning.</param>
/// <param name="Words">The stretch itself.</param>
/// <param name="After">What stands after it, ending with <c>…</c> where it was cut.</param>
public sealed record Passage(string Before, string Words, string After)
{
    /// <summary>The stretch in its context. Context never leaves the paragraph and is cut at word borders.</summary>
    /// <param name="article">Whose text.</param>
    /// <param name="span">Where; a span outside the text gives empty words.</param>
    /// <param name="contextChars">Most characters of context on either side.</param>
    public static Passage Of(Article article, TextSpan span, int contextChars)
    {
        var text = article.Text;
        if (span.Start < 0 || span.End > text.Length || span.IsEmpty)
        {
            return new Passage("", "", "");
        }
        var (first, last) = (span.Start, span.End);
        foreach (var paragraph in article.Paragraphs)
        {
            first = paragraph.Contains(span.Start) ? paragraph.Start : first;
            last = paragraph.Contains(span.End - 1) ? Math.Max(last, Math.Min(paragraph.End, text.Length)) : last;
        }
        return new Passage(
            contextChars == 0 ? "" : Excerpt.End(CleanText.Of(text[first..span.Start]), contextChars),
            CleanText.Of(span.Of(text)),
            contextChars == 0 ? "" : Excerpt.Start(CleanText.Of(text[span.End..last]), contextChars));
    }

    /// <summary>The same passage with its words cut at a word border where they are longer, and then nothing after them.</summary>
    public Passage CutTo(int mostChars) =>
        Words.Length <= mostChars ? this : this with { Words = Excerpt.Start(Words, mostChars), After = "" };

    /// <summary>The evidence of one account in one short passage: all of it where it stands close together, else the first.</summary>
    /// <param name="evidence">Spans of one article, in any order; at least one.</param>
    /// <param name="mostChars">Longest stretch that still counts as close together.</param>
    public static TextSpan Covering(IReadOnlyList<Evidence> evidence, int mostChars)
    {
        var first = evidence.Min(e => e.Span.Start);
        var last = evidence.Max(e => e.Span.End);
        return last - first <= mostChars ? new TextSpan(first, last) : evidence[0].Span;
    }
}
