using Stemma.App.Ui;
using Stemma.App.Ui.Terminal;
using Stemma.Model;

namespace Stemma.Tests.Ui;

public sealed class TerminalTests
{
    [Fact]
    public void A_story_reads_as_approved_at_80_columns()
    {
        var text = Write([HarbourStory.Build()]);
        Assert.All(text.Split('\n'), line => Assert.True(line.Length <= 80, line));
        Assert.All(text.Split('\n'), line => Assert.Equal(line.TrimEnd(), line));
        Approval.Equal("harbour.txt", text);
    }

    [Theory]
    [InlineData(40)]
    [InlineData(80)]
    [InlineData(200)]
    public void Any_story_keeps_to_the_width_of_the_terminal(int columns)
    {
        var text = Write([HarbourStory.Build(), ManyAccounts.Build(40), HostileStory.Build()], columns);
        Assert.All(text.Split('\n'), line => Assert.True(line.Length <= Math.Clamp(columns, 40, 100), line));
    }

    [Fact]
    public void A_long_story_is_cut_and_says_where_the_rest_is()
    {
        var text = Write([ManyAccounts.Build(200)]);
        Assert.Contains("more: --json or --html has all", text, StringComparison.Ordinal);
        Assert.InRange(text.Split('\n').Length, 100, 1000);
    }

    [Fact]
    public void Single_articles_of_a_batch_are_a_list()
    {
        var text = Write([HarbourStory.Build(), .. Enumerable.Range(0, 20).Select(i => ManyAccounts.Build(1, i))]);
        Assert.Contains("TOLD BY ONE ACCOUNT ONLY 20 stories", text, StringComparison.Ordinal);
        Assert.Single(text.Split('\n'), line => line.StartsWith("WHO SAYS WHAT", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public void No_control_code_of_an_article_reaches_the_terminal(bool isTerminal, bool hasColour)
    {
        var text = Write([HostileStory.Build()], isTerminal: isTerminal, hasColour: hasColour);
        // What is left are the codes for bold and colour that we write ourselves.
        var ours = System.Text.RegularExpressions.Regex.Replace(text, "\e\\[[0-9;]*m", "");
        Assert.Equal(isTerminal, ours.Length < text.Length);
        Assert.DoesNotContain(ours, c => (char.IsControl(c) && c != '\n') || c == '\u202e' || char.IsSurrogate(c));
        Assert.DoesNotContain("]0;owned\a", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_colour_differing_words_stand_between_marks()
    {
        Assert.Contains("‹jede Naht geprüft ist›", Write([HarbourStory.Build()]), StringComparison.Ordinal);
        var coloured = Write([HarbourStory.Build()], isTerminal: true, hasColour: true);
        Assert.DoesNotContain("‹", coloured, StringComparison.Ordinal);
        Assert.Contains("\e[", coloured, StringComparison.Ordinal);
        Assert.DoesNotContain(";5;", Write([HarbourStory.Build()], isTerminal: true), StringComparison.Ordinal);
    }

    private static string Write(IReadOnlyList<StoryBrief> briefs, int columns = 80, bool isTerminal = false, bool hasColour = false)
    {
        var writer = new StringWriter { NewLine = "\n" };
        new BriefText(TerminalPage.On(writer, columns, isTerminal, hasColour)).Write(briefs, ShortIds.Of(briefs));
        return writer.ToString();
    }
}
