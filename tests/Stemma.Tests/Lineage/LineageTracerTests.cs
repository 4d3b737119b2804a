using Stemma.Model;
using Stemma.Tests.Samples;

namespace Stemma.Tests.Lineages;

public sealed class LineageTracerTests
{
    private const string Scoop = """
        The city of Marlow secretly sold its old waterworks to a fund run by the mayor's brother, two people with knowledge of the sale told the Marlow Gazette.

        The waterworks were sold on Tuesday for 4 million crowns, the people said.
        """;

    [Fact]
    public void An_account_that_names_another_outlet_rests_on_it()
    {
        var lineage = new TestStory()
            .Told("Marlow Gazette", "2026-03-04T08:00Z", Scoop)
            .Told("Coast Daily", "2026-03-04T10:00Z", """
                Marlow secretly sold its waterworks to a fund of the mayor's brother, the Marlow Gazette reported on Wednesday.
                """)
            .Trace();
        var link = Assert.Single(lineage.Links, l => l.Kind is SourceLinkKind.Cites);
        Assert.Equal(("Coast Daily", "Marlow Gazette"), (lineage.Nodes[link.From].Name, lineage.Nodes[link.To].Name));
        Assert.NotEmpty(link.Explanation.Evidence);
        Assert.Equal(1, lineage.IndependentRoots);
        Assert.Equal(FirstHand.Yes, lineage.Origins[0].FirstHand);
        Assert.Equal(FirstHand.No, lineage.Origins[1].FirstHand);
    }

    [Fact]
    public void An_outlet_of_which_no_article_is_at_hand_can_be_the_root()
    {
        var lineage = new TestStory()
            .Told("Coast Daily", "2026-03-04T10:00Z", "Marlow secretly sold its waterworks, the Marlow Gazette reported on Wednesday.")
            .Told("Hill Post", "2026-03-04T11:00Z", "The waterworks of Marlow were secretly sold, according to the Marlow Gazette.")
            .Trace();
        var root = Assert.Single(lineage.Roots);
        Assert.Equal("Marlow Gazette", lineage.Nodes[root.Node].Name);
        Assert.Equal(LineageNodeKind.CitedOutlet, lineage.Nodes[root.Node].Kind);
        Assert.Equal(2, root.Accounts.Count);
    }

    [Fact]
    public void Two_carriers_of_one_wire_text_have_one_root()
    {
        const string Wire = """
            The old waterworks of Marlow were sold in secret on Tuesday, a member of the city council said, and the buyer is a fund that belongs to the brother of the mayor, who signed the contract himself late in the evening.

            The council had not been asked, the member said, and most of the councillors learned of the sale from a note under the door.
            """;
        var lineage = new TestStory()
            .Told("Coast Daily", "2026-03-04T10:00Z", Wire, via: "Nordwire News Agency")
            .Told("Hill Post", "2026-03-04T11:00Z", Wire.Replace("late in the evening", "late at night"), via: "Nordwire News Agency")
            .Trace();
        Assert.Equal(1, lineage.IndependentRoots);
        Assert.All(lineage.Links.Where(l => l.Kind is not SourceLinkKind.ToldBy), l => Assert.Equal(SourceLinkKind.Carries, l.Kind));
    }

    [Fact]
    public void Text_shared_without_credit_makes_the_later_account_the_copy()
    {
        const string Text = """
            The old waterworks of Marlow stand empty since the winter, and the children of the quarter have broken most of the windows on the river side with stones from the towpath below.

            On Tuesday evening the mayor sold them to a fund that belongs to his brother, and the council learned of it from a note that somebody had pushed under the door of the small chamber.
            """;
        var lineage = new TestStory()
            .Told("Hill Post", "2026-03-04T11:00Z", Text)
            .Told("Coast Daily", "2026-03-04T09:00Z", Text)
            .Trace();
        var link = Assert.Single(lineage.Links, l => l.Kind is SourceLinkKind.Copies);
        Assert.Equal("Hill Post", lineage.Nodes[link.From].Name);
        Assert.InRange(link.Explanation.Figure!.Value, 0.9, 1);
    }

    [Fact]
    public void An_outlet_that_confirms_through_its_own_source_is_a_second_root()
    {
        var lineage = new TestStory()
            .Told("Marlow Gazette", "2026-03-04T08:00Z", Scoop)
            .Told("Hill Post", "2026-03-04T12:00Z", """
                A person briefed on the sale confirmed to the Hill Post that the city of Marlow secretly sold its waterworks to a fund of the mayor's brother.

                The sale was first reported by the Marlow Gazette.
                """)
            .Trace();
        Assert.Equal(2, lineage.IndependentRoots);
        Assert.Contains(lineage.Links, l => l.Kind is SourceLinkKind.Confirms && lineage.Nodes[l.From].Name == "Hill Post");
    }

    [Fact]
    public void A_reaction_taken_from_another_outlet_gives_no_root_of_the_news()
    {
        var lineage = new TestStory()
            .Told("Marlow Gazette", "2026-03-04T08:00Z", Scoop)
            .Told("Coast Daily", "2026-03-04T10:00Z", """
                The city of Marlow secretly sold its waterworks to a fund of the mayor's brother, the Marlow Gazette reported on Wednesday.

                The waterworks were built in 1911 and closed nine years ago. The buyer wants to keep the tower.

                A rowing club next door has feared for its boathouse, a trainer named Ilse Brandt told the River Herald last summer.
                """)
            .Trace();
        Assert.Equal(1, lineage.IndependentRoots);
        Assert.Contains(lineage.Roots, r => !r.OnTheNews && lineage.Nodes[r.Node].Name == "River Herald");
    }

    [Fact]
    public void A_report_that_bears_out_a_minister_is_not_confirmed_by_her()
    {
        var lineage = new TestStory()
            .Told("Coast Daily", "2026-03-04T10:00Z", """
                The army will guard the dams, according to a report in the Marlow Gazette.

                The newspaper's report appeared to confirm remarks earlier in the week by the minister, Ada Holm, who spoke of new duties.
                """)
            .Trace();
        Assert.DoesNotContain(lineage.Links, l => l.Kind is SourceLinkKind.Confirms);
        Assert.Equal(1, lineage.IndependentRoots);
    }

    [Fact]
    public void Accounts_that_cite_one_another_make_no_circle()
    {
        var lineage = new TestStory()
            .Told("Marlow Gazette", "2026-03-04T08:00Z", "The city of Marlow sold its waterworks in secret, the Coast Daily reported on Wednesday.")
            .Told("Coast Daily", "2026-03-04T10:00Z", "The city of Marlow sold its waterworks in secret, the Marlow Gazette reported on Wednesday.")
            .Trace();
        BriefChecks.LineageHasNoCircle(lineage);
        Assert.Equal("Marlow Gazette", lineage.Nodes[Assert.Single(lineage.Roots, r => r.OnTheNews).Node].Name);
    }
}
