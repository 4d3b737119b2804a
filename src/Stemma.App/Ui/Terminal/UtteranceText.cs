using Stemma.Model;

namespace Stemma.App.Ui.Terminal;

/// <summary>Who says what: each utterance once, with its wordings under one another and the differing words marked.</summary>
internal sealed class UtteranceText(TerminalPage page, StoryReading story)
{
    private const int MostUtterances = 10;
    private const int MostWordings = 6;

    public void Write()
    {
        var utterances = story.Brief.Utterances;
        if (utterances.Count == 0)
        {
            return;
        }
        page.Section("WHO SAYS WHAT");
        foreach (var utterance in utterances.Take(MostUtterances))
        {
            var id = story.Ids.Of(utterance.Id);
            var accounts = utterance.Wordings.Select(w => w.Account).Distinct().Count();
            page.Row("  ", "  ",
                new Run(CleanText.Of(utterance.Speaker), page.Strong),
                new Run(accounts > 1 ? $" · in {Label.Count(accounts, "account")}" : "", page.Quiet),
                page.Tag(id));
            // The same words in several accounts are one line, so that what differs stands out.
            var wordings = utterance.Wordings.GroupBy(Text, StringComparer.Ordinal).ToList();
            foreach (var same in wordings.Take(MostWordings))
            {
                WriteWording(id, same.First(), story.Outlets(same.Select(w => w.Account)));
            }
            page.More(wordings.Count - MostWordings, "      ");
        }
        page.More(utterances.Count - MostUtterances);
    }

    private void WriteWording(string id, Wording wording, IReadOnlyList<string> outlets)
    {
        var via = wording.Via is { } outlet ? $" · from {CleanText.Of(outlet)}" : "";
        var setting = wording.Setting is { } words ? $" · {CleanText.Of(words)}" : "";
        var (open, close) = page.HasColour ? ("", "") : ("‹", "›");
        page.Row("    “", "     ",
        [
            .. Stretches(wording).Select(s => s.IsMarked ? new Run(open + s.Text + close, page.Differing) : new Run(s.Text)),
            new Run("”"),
            new Run(setting + via, page.Quiet),
            page.Tag(id, outlets),
        ]);
    }

    private string Text(Wording wording) => string.Concat(Stretches(wording).Select(s => s.Text));

    private IReadOnlyList<(string Text, bool IsMarked)> Stretches(Wording wording) =>
        story.ArticleOf(wording.Account) is { } article ? MarkedText.Of(article, wording) : [];
}
