using Stemma.Model;

namespace Stemma.App.Ui.Terminal;

/// <summary>All stories of a run as text: those of several accounts in full, single articles of a batch as a list.</summary>
internal sealed class BriefText(TerminalPage page)
{
    public void Write(IReadOnlyList<StoryBrief> briefs, ShortIds ids)
    {
        var (full, single) = StorySplit.Of(briefs);
        if (full.Count > 1)
        {
            WriteContents(full, single.Count, ids);
        }
        for (var i = 0; i < full.Count; i++)
        {
            if (i > 0)
            {
                page.Blank();
                page.Row("", "", new Run(new string('═', page.Columns), page.Quiet));
                page.Blank();
            }
            new StoryText(page, new StoryReading(full[i], ids)).Write();
        }
        if (single.Count == 0)
        {
            return;
        }
        if (full.Count > 0)
        {
            page.Blank();
        }
        page.Section("TOLD BY ONE ACCOUNT ONLY", Label.Count(single.Count, "story", "stories"));
        foreach (var brief in single)
        {
            var story = new StoryReading(brief, ids);
            page.Row("  • ", "    ",
                new Run(story.Headline),
                new Run(" · " + MomentText.Compact(story.Accounts[0].Article.Time), page.Quiet),
                page.Tag(ids.Of(brief.Story.Id), story.Outlet(story.Accounts[0].Id)));
        }
    }

    private void WriteContents(IReadOnlyList<StoryBrief> full, int singles, ShortIds ids)
    {
        page.Row("", "", new Run(Label.Count(full.Count + singles, "story", "stories"), page.Strong),
            new Run(singles > 0 ? $", {singles} of them told by one account only and listed at the end" : "", page.Quiet));
        foreach (var brief in full)
        {
            page.Row("  • ", "    ",
                new Run(new StoryReading(brief, ids).Headline),
                new Run($" · {Label.Count(brief.Story.Accounts.Count, "account")}, {Label.Count(brief.Lineage.IndependentRoots, "independent root")}", page.Quiet),
                page.Tag(ids.Of(brief.Story.Id)));
        }
        page.Blank();
        page.Row("", "", new Run(new string('═', page.Columns), page.Quiet));
        page.Blank();
    }
}
