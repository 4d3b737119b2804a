using System.Globalization;
using Stemma.Model;
using Stemma.Text;

namespace Stemma.App.Ui.Terminal;

/// <summary>One thing of a brief with its judgements and every passage they rest on, as text.</summary>
internal sealed class ExplainText(TerminalPage page)
{
    private const int ContextChars = 80;

    public void Write(ExplainedItem item)
    {
        page.Row("", "", new Run(item.Kind + " " + item.Id, page.Quiet));
        page.Row("", "", new Run(item.Title, page.Strong));
        page.Row("", "", new Run("in the story “" + item.Story.Headline + "”", page.Quiet), page.Tag(item.Story.Ids.Of(item.Story.Brief.Story.Id)));
        foreach (var part in item.Parts)
        {
            page.Blank();
            page.Row("", "  ", new Run(CleanText.Of(part.Label), page.Strong));
            if (part.Explanation is { } why)
            {
                page.Row("  ", "  ",
                    new Run(CleanText.Of(why.Text)),
                    new Run($" (rule {why.Rule}{(why.Figure is { } figure ? $", figure {figure.ToString("0.###", CultureInfo.InvariantCulture)}" : "")})", page.Quiet));
            }
            foreach (var evidence in part.Evidence)
            {
                WritePassage(item.Story, evidence);
            }
        }
    }

    /// <summary>Says which things an ambiguous beginning could mean.</summary>
    public void WriteCandidates(IReadOnlyList<ExplainedItem> items, int most)
    {
        foreach (var item in items.Take(most))
        {
            page.Row("  ", "    ", new Run(item.Id, page.Strong), new Run($" {item.Kind}: {Excerpt.Start(item.Title, 90)}"));
        }
        if (items.Count > most)
        {
            page.Row("  ", "  ", new Run($"… and {items.Count - most} more"));
        }
    }

    private void WritePassage(StoryReading story, Evidence evidence)
    {
        if (story.ArticleOf(evidence.Article) is not { } article)
        {
            return;
        }
        var passage = Passage.Of(article, evidence.Span, ContextChars);
        var (open, close) = page.HasColour ? ("", "") : ("‹", "›");
        page.Row("  | ", "  | ", new Run(passage.Before), new Run(open + passage.Words + close, page.Differing), new Run(passage.After));
        page.Row("    ", "    ", new Run(
            $"{story.Outlet(article.Id)}, “{Excerpt.Start(CleanText.Of(article.Title), 70)}”, characters {evidence.Span.Start}–{evidence.Span.End}", page.Quiet),
            page.Tag(story.Ids.Of(article.Id)));
        if (SafeUrl.Of(article.Url) is { } url)
        {
            page.Row("    ", "    ", new Run(url.Href, page.Quiet));
        }
    }
}
