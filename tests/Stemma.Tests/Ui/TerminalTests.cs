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

    private static string Write(IReadOnlyList<StoryBrief> briefs, int columns = 80, bool isTerminal = false, bool hasColour = false)
    {
        var writer = new StringWriter { NewLine = "\n" };
        new BriefText(TerminalPage.On(writer, columns, isTerminal, hasColour)).Write(briefs, ShortIds.Of(briefs));
        return writer.ToString();
    }
}
