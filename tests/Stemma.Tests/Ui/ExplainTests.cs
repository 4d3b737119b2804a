using Stemma.App.Ui;
using Stemma.App.Ui.Terminal;
using Stemma.Model;

namespace Stemma.Tests.Ui;

public sealed class ExplainTests
{
    private static readonly StoryBrief Harbour = HarbourStory.Build();
    private static readonly StoryExplainer Explainer = new([Harbour, ManyAccounts.Build(6)]);

    [Fact]
    public void Everything_a_brief_shows_is_found_by_its_id_and_by_its_short_id()
    {
        Assert.All(StoryItems.Of(Harbour), item =>
        {
            var found = Assert.Single(Explainer.Find(item.Id));
            Assert.Equal(item.Kind, found.Kind);
            Assert.NotEmpty(found.Title);
            Assert.NotEmpty(found.Parts);
        });
        Assert.All(Harbour.Claims, c => Assert.Equal(c.Id.ToString(), Assert.Single(Explainer.Find(Explainer.Ids.Of(c.Id))).Id));
        Assert.Equal(12, StoryItems.Of(Harbour).Select(i => i.Kind).Distinct().Count());
    }

    [Fact]
    public void An_id_may_be_typed_with_letters_that_look_like_its_own()
    {
        var id = StoryItems.Of(Harbour).Select(i => i.Id).First(i => i[1..].Contains('0', StringComparison.Ordinal));
        Assert.Equal(id, Assert.Single(Explainer.Find(" " + (id[0] + id[1..].Replace('0', 'O')).ToUpperInvariant())).Id);
    }

    [Fact]
    public void A_beginning_that_several_share_gives_all_of_them_and_no_beginning_gives_none()
    {
        Assert.Equal(Harbour.Claims.Count + Explainer.Find("c").Count(i => i.Story.Brief != Harbour), Explainer.Find("c").Count);
        Assert.Empty(Explainer.Find(""));
        Assert.Empty(Explainer.Find("czzzzzzzzzzz"));
    }

    [Theory]
    [InlineData('k', 4)]
    [InlineData('c', 0)]
    [InlineData('d', 0)]
    [InlineData('u', 0)]
    public void An_explanation_reads_as_approved(char kind, int place)
    {
        var id = StoryItems.Of(Harbour).Where(i => i.Id[0] == kind).ElementAt(place).Id;
        var writer = new StringWriter { NewLine = "\n" };
        new ExplainText(TerminalPage.On(writer, 80, isTerminal: false, hasColour: false)).Write(Assert.Single(Explainer.Find(id)));
        Assert.All(writer.ToString().Split('\n'), line => Assert.True(line.Length <= 80, line));
        Approval.Equal($"explain-{kind}.txt", writer.ToString());
    }
}
