using Stemma.Model;

namespace Stemma.App.Ui.Terminal;

/// <summary>What differs: outright conflicts, what changed over time, and what is only told differently or less precisely.</summary>
internal sealed class DifferenceText(TerminalPage page, StoryReading story)
{
    private const int MostDifferences = 12;
    private const int MostValueChars = 34;

    public void Write()
    {
        var differences = story.Brief.Differences;
        WriteSection("WHAT DIFFERS", [.. differences.Where(d => d.IsOutright)]);
        WriteSection("CHANGED SINCE", [.. differences.Where(d => d.HasChanged)]);
        WriteSection("TOLD DIFFERENTLY", [.. differences.Where(d => d is { IsOutright: false, HasChanged: false })]);
    }

    private void WriteSection(string name, IReadOnlyList<Difference> differences)
    {
        if (differences.Count == 0)
        {
            return;
        }
        page.Section(name);
        foreach (var difference in differences.Take(MostDifferences))
        {
            var id = story.Ids.Of(difference.Id);
            page.Row("  ", "  ",
                new Run(Label.Of(difference.Kind), page.Strong),
                new Run(": " + CleanText.Of(difference.Explanation.Text)),
                page.Tag(id));
            foreach (var side in difference.Sides)
            {
                WriteSide(id, side, difference.HasChanged);
            }
        }
        page.More(differences.Count - MostDifferences);
    }

    private void WriteSide(string id, DifferenceSide side, bool isDated)
    {
        if (side.Words.Count == 0)
        {
            return;
        }
        var words = side.Words[0];
        var outlets = story.Outlets(side.Words.Select(w => w.Article));
        // A value that is a whole phrase is seen in the quotation.
        var value = CleanText.Of(side.Value);
        List<Run> runs = value.Length <= MostValueChars ? [new(value + ": ", page.Differing)] : [];
        if (story.ArticleOf(words.Article) is { } article)
        {
            if (isDated && article.Time is not null)
            {
                runs.Add(new Run(MomentText.Full(article.Time) + ": "));
            }
            var passage = Passage.Of(article, words.Span, 40);
            runs.AddRange([new("“" + passage.Before), new(passage.Words, page.Strong), new(passage.After + "”")]);
        }
        runs.Add(page.Tag(id, outlets));
        page.Row("    ", "      ", runs);
    }
}
