using Stemma.Model;
using Stemma.Text;

namespace Stemma.App.Ui.Terminal;

/// <summary>One story as text: its head, then its sections in the order a reader asks.</summary>
internal sealed class StoryText(TerminalPage page, StoryReading story)
{
    private const int MostAccounts = 40;
    private const int MostLines = 10;

    public void Write()
    {
        WriteHead();
        if (story.Accounts.Count > 1)
        {
            new LineageText(page, story).Write();
        }
        WriteAccounts();
        new ClaimText(page, story).Write();
        new UtteranceText(page, story).Write();
        new DifferenceText(page, story).Write();
        new VersionText(page, story).Write();
        WriteLines("WHY IT MATTERS", [.. story.Brief.Matters.Select(m => (m.Id, m.Words))]);
        WriteLines("ONLY ONE ACCOUNT HAS", [.. story.Brief.OnlyInOne.Select(o => (o.Id, o.Words))]);
        WriteLines("WHAT IS NEXT", [.. story.Brief.Next.Select(n => (n.Id, n.Words))]);
        WriteTimeline();
        WritePeople();
    }

    private void WriteHead()
    {
        page.Row("", "", new Run(story.Headline, page.Strong));
        page.Row("", "",
            new Run("The headline of " + story.Outlet(story.Brief.HeadlineOf) + " · "),
            new Run(MomentText.Range(story.Accounts.Select(a => a.Article.Time))),
            page.Tag(story.Ids.Of(story.Brief.Story.Id)));
        page.Row("", "", new Run(string.Join(" · ", story.Facts)));
    }

    private void WriteAccounts()
    {
        page.Section("ACCOUNTS", story.Accounts.Count.ToString(System.Globalization.CultureInfo.InvariantCulture));
        var width = Math.Min(22, story.Accounts.Max(a => story.Outlet(a.Id).Length));
        foreach (var account in story.Accounts.Take(MostAccounts))
        {
            var article = account.Article;
            var outlet = Excerpt.Start(story.Outlet(account.Id), width).PadRight(width);
            var first = $"  {outlet}  {MomentText.Compact(article.Time),-12}  ";
            List<string> notes = [];
            if (article.Kind != ArticleKind.News)
            {
                notes.Add(Label.Of(article.Kind));
            }
            if (article.IsPaywalled)
            {
                notes.Add("subscribers only");
            }
            if (article.Via is { } via)
            {
                notes.Add("text of " + CleanText.Of(via));
            }
            if (article.Language is not ("en" or "und"))
            {
                notes.Add("in " + article.Language);
            }
            if (account.EarlierVersions.Count > 0)
            {
                notes.Add(Label.Count(account.EarlierVersions.Count, "earlier version"));
            }
            if (article.Bylines.Count > 0)
            {
                notes.Add("by " + CleanText.Of(string.Join(", ", article.Bylines.Take(3))));
            }
            var firstHand = story.FirstHandOf(account.Id);
            // A narrow terminal has no room for columns.
            var isNarrow = first.Length > page.Columns / 2;
            page.Row(isNarrow ? "  • " : first, new string(' ', isNarrow ? 4 : first.Length),
                new Run(isNarrow ? $"{story.Outlet(account.Id)} · {MomentText.Compact(article.Time)} · " : ""),
                new Run(article.Title.Length > 0 ? CleanText.Of(article.Title) : "(no headline)"),
                new Run(firstHand == FirstHand.Yes ? " · first-hand" : "", page.Good),
                new Run(notes.Count > 0 ? " · " + string.Join(" · ", notes) : "", page.Quiet),
                page.Tag(story.Ids.Of(account.Id)));
        }
        page.More(story.Accounts.Count - MostAccounts);
    }

    private void WriteLines(string name, IReadOnlyList<(ItemId Id, Evidence Words)> lines)
    {
        if (lines.Count == 0)
        {
            return;
        }
        page.Section(name);
        foreach (var (id, words) in lines.Take(MostLines))
        {
            page.Row("  • ", "    ", new Run(story.Words(words)), page.Tag(story.Ids.Of(id), story.Outlet(words.Article)));
        }
        page.More(lines.Count - MostLines);
    }

    private void WriteTimeline()
    {
        var events = story.Brief.Timeline;
        if (events.Count == 0)
        {
            return;
        }
        page.Section("TIMELINE");
        foreach (var happened in events.Take(MostLines))
        {
            var first = $"  {MomentText.Days(happened.From, happened.To),-15} ";
            var others = happened.Accounts.Distinct().Count() - 1;
            page.Row(first, new string(' ', 18),
                new Run(story.Words(happened.Words)),
                new Run(others > 0 ? $" (also in {Label.Count(others, "account")})" : "", page.Quiet),
                page.Tag(story.Ids.Of(happened.Id), story.Outlet(happened.Words.Article)));
        }
        page.More(events.Count - MostLines);
    }

    private void WritePeople()
    {
        var people = story.Brief.People;
        if (people.Count == 0)
        {
            return;
        }
        page.Section("PEOPLE");
        foreach (var person in people.Take(MostLines))
        {
            var description = person.Description is { } words ? story.Words(words) : "";
            page.Row("  • ", "    ",
                new Run(CleanText.Of(person.Name), page.Strong),
                new Run(description.Length > 0 ? $", “{description}”" : ""),
                new Run($" · in {Label.Count(person.Accounts, "account")}, {Label.Count(person.Quotes, "utterance")}", page.Quiet),
                page.Tag(story.Ids.Of(person.Id), story.Outlet((person.Description ?? person.FirstMention).Article)));
        }
        page.More(people.Count - MostLines);
    }
}
