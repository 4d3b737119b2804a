using Stemma.Briefing;

namespace Stemma.Tests.Briefings;

public sealed class UtteranceTests
{
    private const string Whole =
        "“The bridge will be closed until the inspectors have seen every bolt. Nobody in this town will pay a crown for the repair,” Mayor Ada Holm said.";

    [Fact]
    public void Two_cuts_of_a_long_statement_are_two_utterances()
    {
        var shared = Shared(
            Whole,
            "“The bridge will be closed until the inspectors have seen every bolt,” Mayor Ada Holm said on the quay.",
            "“Nobody in this town will pay a crown for the repair,” Mayor Ada Holm promised.");
        Assert.Equal(2, shared.Count);
        Assert.All(shared, wordings => Assert.Equal(2, wordings.Count));
        Assert.Contains(shared, wordings => wordings.Contains("Nobody in this town will pay a crown for the repair,")
            && wordings.All(w => !w.StartsWith("The bridge", StringComparison.Ordinal)));
    }

    [Fact]
    public void Two_sentences_about_the_same_matter_are_not_one_utterance()
    {
        Assert.Empty(Shared(
            "“We understand that the inspectors of the bridge have made use of the drawings it got from the yard,” Mayor Ada Holm said.",
            "“The yard unlawfully gave drawings of the bridge, with private letters, to the inspectors,” Mayor Ada Holm said."));
    }

    [Fact]
    public void Five_words_in_a_row_by_habit_are_not_the_same_words()
    {
        Assert.Empty(Shared(
            "“I am thinking of the brave pilot who came forward and of all those who have their own fears of the harbour,” Mayor Ada Holm said.",
            "“In fewer than twelve hours the yard looked at every engine; let us encourage others who have their own doubts to write,” Tom Hart said."));
    }

    [Fact]
    public void A_fragment_stands_in_the_words_of_the_same_speaker()
    {
        var wordings = Assert.Single(Shared(
            "“This is a reckless gamble with the harbour of our children,” Mayor Ada Holm said.",
            "Holm called the plan a “reckless gamble” on Tuesday."));
        Assert.Contains("reckless gamble", wordings);
    }

    [Fact]
    public void A_title_that_two_accounts_name_is_no_utterance()
    {
        Assert.Empty(Shared(
            "The film “Quiet Harbour” angered the council, Mayor Ada Holm said.",
            "The council saw “Quiet Harbour” on Monday, Mayor Ada Holm said."));
    }

    [Fact]
    public void A_repeated_quotation_stays_with_its_other_wordings()
    {
        var wordings = Assert.Single(Shared(
            "“You might have a farmer from Marlow who never went to sea as master of this harbour,” Tom Hart said.\n\nHart’s words about a “farmer from Marlow who never went to sea” were filmed.",
            "Tom Hart spoke of “a farmer from Marlow who never went to sea” on Monday."));
        Assert.Equal(3, wordings.Count);
    }

    [Fact]
    public void One_word_that_stands_in_two_sentences_tells_neither()
    {
        var wordings = Assert.Single(Shared(
            "“The plan is a gamble with our harbour. Nobody should gamble with the fleet in winter,” Mayor Ada Holm said.",
            "“The plan is a gamble with our harbour,” Mayor Ada Holm said.",
            "Mayor Ada Holm said the plan was a “gamble” on Tuesday."));
        Assert.DoesNotContain("gamble", wordings);
    }

    [Fact]
    public void A_surname_told_before_the_full_name_is_not_that_full_names()
    {
        var wordings = Assert.Single(Shared(
            "Mayor Ada Holm spoke on the quay.\n\n“This is a reckless gamble,” Holm said.",
            "“This is a reckless gamble with the harbour of our children,” Holm said. Her father, Peter Holm, was a pilot."));
        Assert.Equal(2, wordings.Count);
    }

    [Fact]
    public void A_body_and_who_speaks_for_it_may_be_one_speaker()
    {
        var wordings = Assert.Single(Shared(
            "“All our world-class pilots can't be spared,” the Harbour Board said.",
            "“All our world class pilots cannot be spared, not for a day,” Tom Hart said.",
            "“All our world class pilots cant be spared,” Tom Hart of the Harbour Board said."));
        Assert.Equal(3, wordings.Count);
    }

    [Theory]
    [InlineData("a b c d", "a x c d", 3, 2)]
    [InlineData("a b", "c d", 0, 0)]
    [InlineData("", "a", 0, 0)]
    public void Common_words_and_runs_are_counted(string a, string b, int common, int run)
    {
        string[] x = a.Split(' ', StringSplitOptions.RemoveEmptyEntries), y = b.Split(' ');
        Assert.Equal(common, WordAlignment.LongestCommon(x, y));
        Assert.Equal(run, WordAlignment.LongestRun(x, y));
    }

    private static List<List<string>> Shared(params string[] texts)
    {
        var story = new TestStory();
        for (var i = 0; i < texts.Length; i++)
        {
            story.Told(((string[])["Marlow Gazette", "Coast Daily", "Hill Post"])[i], $"2026-03-04T{10 + i}:00Z", texts[i]);
        }
        var brief = story.Brief();
        return
        [
            .. brief.Utterances
                .Where(u => u.Wordings.Select(w => w.Account).Distinct().Count() > 1)
                .Select(u => u.Wordings.Select(w => string.Join(' ', w.Parts.Select(p =>
                    p.Of(brief.Story.Accounts.First(a => a.Id == w.Account).Article.Text)))).ToList()),
        ];
    }
}
