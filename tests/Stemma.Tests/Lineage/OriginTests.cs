using Stemma.Model;

namespace Stemma.Tests.Lineages;

public sealed class OriginTests
{
    private const string Day = "2026-03-04T10:00Z";

    [Fact]
    public void What_a_named_reporter_of_an_outlet_reports_is_laid_to_the_outlet()
    {
        var lineage = Of("Marlow sold its old waterworks in secret, the Marlow Gazette's Ann Lee reported on Wednesday.");
        Assert.Equal("Marlow Gazette", lineage.Nodes[Assert.Single(lineage.Links).To].Name);
        Assert.Equal(FirstHand.No, FirstHandOf(lineage));
    }

    [Fact]
    public void Who_was_asked_for_comment_was_asked_by_the_outlet()
    {
        Assert.Equal(FirstHand.Yes, FirstHandOf(Of("Marlow sold its old waterworks on Tuesday. The fund did not respond to a request for comment.")));
        Assert.Equal(FirstHand.Yes, FirstHandOf(Of("Marlow sold its old waterworks on Tuesday. Asked for comment, a spokeswoman said the price was fair.")));
    }

    [Fact]
    public void In_a_carried_text_an_interview_that_names_nobody_is_the_agency_s()
    {
        const string Text = "Marlow sold its old waterworks on Tuesday. “The price was fair,” Tom Hart said in a telephone interview.";
        Assert.Equal(FirstHand.Yes, FirstHandOf(Of(Text)));
        Assert.Equal(FirstHand.No, FirstHandOf(Of(Text, via: "Nordwire News Agency")));
    }

    [Fact]
    public void Two_officials_who_are_not_named_spoke_to_the_outlet()
    {
        Assert.Equal(FirstHand.Yes, FirstHandOf(Of("Marlow sold its old waterworks on Tuesday, according to two council officials.")));
    }

    [Fact]
    public void Unnamed_people_beside_another_outlet_spoke_to_that_one()
    {
        Assert.Equal(FirstHand.No, FirstHandOf(Of(
            "Marlow sold its old waterworks on Tuesday, the Marlow Gazette reported, according to two council officials.")));
    }

    [Fact]
    public void Media_that_are_not_named_are_still_others()
    {
        Assert.Equal(FirstHand.No, FirstHandOf(Of("State television says a quake has injured three people on the island.")));
    }

    [Fact]
    public void An_older_report_is_beside_the_news()
    {
        var lineage = Of("Marlow sold its old waterworks on Tuesday.\n\nIn 2019, the Marlow Gazette reported that the old waterworks of Marlow leaked.");
        Assert.False(Assert.Single(lineage.Links).OnTheNews);
        Assert.Equal(FirstHand.Unclear, FirstHandOf(lineage));
    }

    [Fact]
    public void What_an_outlet_was_told_years_ago_is_no_sign_for_today()
    {
        Assert.Equal(FirstHand.Unclear, FirstHandOf(Of("Marlow sold its old waterworks on Tuesday. “They leak,” Tom Hart told the Coast Daily in 2019.")));
    }

    private static Lineage Of(string text, string? via = null) => new TestStory().Told("Coast Daily", Day, text, via: via).Trace();

    private static FirstHand FirstHandOf(Lineage lineage) => Assert.Single(lineage.Origins).FirstHand;
}
