using Stemma.Model;

namespace Stemma.Tests.Lineages;

public sealed class PublicRootTests
{
    private const string Vote = "The council of Marlow voted on Tuesday to sell the old waterworks for 4 million crowns.";

    [Fact]
    public void What_many_saw_in_public_is_one_root()
    {
        var lineage = new TestStory()
            .Told("Coast Daily", "2026-03-04T10:00Z", Vote)
            .Told("Hill Post", "2026-03-04T11:00Z", "Councillors in Marlow voted to sell the old waterworks on Tuesday, for 4 million crowns.")
            .Trace();
        var root = Assert.Single(lineage.Roots, r => r.OnTheNews);
        Assert.Equal(LineageNodeKind.Public, lineage.Nodes[root.Node].Kind);
        Assert.Equal(2, root.Accounts.Count);
        Assert.NotEmpty(root.Explanation.Evidence);
        Assert.Equal(1, lineage.IndependentRoots);
        Assert.All(lineage.Origins, o => Assert.Equal(FirstHand.Unclear, o.FirstHand));
    }

    [Fact]
    public void Who_was_asked_about_a_public_vote_makes_no_second_root()
    {
        var lineage = new TestStory()
            .Told("Coast Daily", "2026-03-04T10:00Z", Vote)
            .Told("Hill Post", "2026-03-04T11:00Z", Vote + "\n\nA shopkeeper told the Hill Post that she would miss the fountain.")
            .Trace();
        Assert.Equal(1, lineage.IndependentRoots);
        Assert.Equal(FirstHand.Yes, lineage.Origins[1].FirstHand);
    }

    [Fact]
    public void Who_reveals_what_nobody_knew_stays_a_root_beside_the_public_one()
    {
        var lineage = new TestStory()
            .Told("Coast Daily", "2026-03-04T10:00Z", Vote)
            .Told("Hill Post", "2026-03-04T11:00Z", "Councillors in Marlow voted to sell the old waterworks on Tuesday.")
            .Told("Marlow Gazette", "2026-03-04T09:00Z", "The council of Marlow will sell the old waterworks, according to a contract obtained by the Marlow Gazette.")
            .Trace();
        Assert.Equal(2, lineage.IndependentRoots);
    }

    [Fact]
    public void A_section_of_an_outlet_is_the_outlet()
    {
        var lineage = new TestStory()
            .Told("Marlow Gazette - News", "2026-03-04T08:00Z", "The old waterworks of Marlow were sold in secret, two people with knowledge of the sale told the Marlow Gazette.")
            .Told("Marlow Gazette (Opinion)", "2026-03-04T09:00Z", "The secret sale of the old waterworks of Marlow is a scandal.")
            .Trace();
        Assert.True(lineage.IndependentRoots <= 1);
    }

    [Fact]
    public void What_a_station_was_told_is_laid_to_its_call_sign()
    {
        var lineage = new TestStory()
            .Told("Coast Daily", "2026-03-04T10:00Z", "“We sold the old waterworks,” the mayor of Marlow told WQRX-TV on Tuesday.")
            .Trace();
        Assert.Contains(lineage.Nodes, n => n is { Kind: LineageNodeKind.CitedOutlet, Name: "WQRX" });
    }

    [Fact]
    public void A_passage_after_a_colon_is_the_other_outlet_s()
    {
        var lineage = new TestStory()
            .Told("Coast Daily", "2026-03-04T10:00Z", "The old waterworks of Marlow have a new owner. The Marlow Gazette reports: The council sold the old waterworks of Marlow on Tuesday.")
            .Trace();
        Assert.Equal(FirstHand.No, lineage.Origins[0].FirstHand);
    }

    [Fact]
    public void A_show_of_an_outlet_is_no_report_of_it()
    {
        var lineage = new TestStory()
            .Told("Coast Daily", "2026-03-04T10:00Z", "Seven companies dropped their advertisements from her Fox News show after the remark.")
            .Trace();
        Assert.DoesNotContain(lineage.Links, l => l.Kind is SourceLinkKind.Cites);
    }
}
