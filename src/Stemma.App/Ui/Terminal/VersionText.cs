using Stemma.Text;

namespace Stemma.App.Ui.Terminal;

/// <summary>What outlets changed later, word by word.</summary>
internal sealed class VersionText(TerminalPage page, StoryReading story)
{
    private const int MostAccounts = 10;
    private const int MostChanges = 6;
    private const int MostChars = 200;

    public void Write()
    {
        var changed = story.Accounts.Where(a => a.EarlierVersions.Count > 0).ToList();
        if (changed.Count == 0)
        {
            return;
        }
        page.Section("CHANGED LATER");
        foreach (var account in changed.Take(MostAccounts))
        {
            IReadOnlyList<Model.Article> versions = [.. account.EarlierVersions, account.Article];
            for (var i = 1; i < versions.Count; i++)
            {
                Write(account.Id, versions[i - 1], versions[i]);
            }
        }
        page.More(changed.Count - MostAccounts);
    }

    private void Write(Model.ArticleId account, Model.Article earlier, Model.Article later)
    {
        var changes = VersionDiff.Between(earlier, later);
        page.Row("  ", "  ",
            new Run(story.Outlet(account), page.Strong),
            new Run($" · {MomentText.Compact(later.Updated ?? later.Published)} · "
                + (changes.Count == 0 ? "the words unchanged" : Label.Count(changes.Count, "change")), page.Quiet),
            page.Tag(story.Ids.Of(earlier.Id)));
        var (open, close) = page.HasColour ? ("", "") : ("‹", "›");
        foreach (var change in changes.Take(MostChanges))
        {
            List<Run> runs = [new(change.Before.Length > 0 ? "…" + change.Before + " " : "")];
            // An arrow between what was and what is; a sign before what only went or only came.
            if (change.Removed.Length > 0)
            {
                runs.Add(new(change.Added.Length > 0 ? "" : "−", page.Quiet));
                runs.Add(new(open + Excerpt.Start(change.Removed, MostChars) + close + " ", page.Bad));
            }
            if (change.Added.Length > 0)
            {
                runs.Add(new(change.Removed.Length > 0 ? "→ " : "+", page.Quiet));
                runs.Add(new(open + Excerpt.Start(change.Added, MostChars) + close + " ", page.Good));
            }
            runs.Add(new(change.After.Length > 0 ? change.After + "…" : ""));
            page.Row("    ", "      ", runs);
        }
        page.More(changes.Count - MostChanges, "    ");
    }
}
