using Stemma.Model;

namespace Stemma.Tests.Briefings;

public sealed class BriefWriterTests
{
    [Fact]
    public void Wordings_of_one_utterance_stand_together_and_another_occasion_apart()
    {
        var brief = new TestStory()
            .Told("Coast Daily", "2026-03-04T10:00Z", """
                The dam will be closed for repairs, the ministry announced. “We will not open the gates before the spring flood has passed,” Minister Ada Holm said on Wednesday.
                """)
            .Told("Hill Post", "2026-03-04T11:00Z", """
                The ministry is closing the dam. Minister Ada Holm told reporters on Wednesday: “We are not going to open the gates until the spring flood has passed.”

                “Nobody asked me about the turbines,” Holm said last month.
                """)
            .Brief();
        var utterance = Assert.Single(brief.Utterances, u => u.Wordings.Count == 2);
        Assert.Equal("Ada Holm", utterance.Speaker);
        Assert.NotEmpty(utterance.Wordings[1].Differing);
        Assert.Equal(2, brief.Utterances.Count);
    }

    [Fact]
    public void Figures_that_exclude_one_another_are_an_outright_difference()
    {
        var difference = Assert.Single(Two("14 people were taken to hospital", "17 people were taken to hospital").Differences);
        Assert.Equal(DifferenceKind.Number, difference.Kind);
        Assert.True(difference.IsOutright);
        Assert.Equal(["14", "17"], difference.Sides.Select(s => s.Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_less_precise_figure_is_no_outright_difference() =>
        Assert.DoesNotContain(Two("43 people were taken to hospital", "Dozens of people were taken to hospital").Differences, d => d.IsOutright);

    [Fact]
    public void Figures_of_other_things_are_not_compared() =>
        Assert.DoesNotContain(Two("14 people were taken to hospital", "96 people were on board").Differences, d => d.Kind is DifferenceKind.Number);

    [Fact]
    public void A_class_named_differently_is_a_difference()
    {
        var difference = Assert.Single(
            Two("The ministry designated the two gangs as foreign criminal organisations", "The ministry designated both gangs as domestic criminal organizations").Differences,
            d => d.Kind is DifferenceKind.Designation);
        Assert.True(difference.IsOutright);
    }

    [Fact]
    public void A_dropped_qualifier_is_shown()
    {
        var difference = Assert.Single(
            Two("The order gives the army a basis for the possibility of direct strikes at sea", "The order gives the army a basis for direct strikes at sea").Differences,
            d => d.Kind is DifferenceKind.Qualifier);
        Assert.Contains("possibility", difference.Sides[0].Value, StringComparison.Ordinal);
    }

    [Fact]
    public void The_day_of_the_report_taken_for_the_day_of_the_act_is_a_difference()
    {
        var brief = new TestStory()
            .Told("Coast Daily", "2026-03-06T10:00Z", "The Marlow Gazette reported on Friday that the mayor had ordered the closing of the harbour bridge to all lorries.")
            .Told("Hill Post", "2026-03-06T11:00Z", "The mayor ordered the closing of the harbour bridge to all lorries on Friday, the Marlow Gazette reported.")
            .Brief();
        var difference = Assert.Single(brief.Differences, d => d.Kind is DifferenceKind.Date);
        Assert.Equal("brief.difference.report-date", difference.Explanation.Rule);
    }

    [Fact]
    public void A_name_spelt_differently_is_a_difference()
    {
        var difference = Assert.Single(Two("The ferry was the Lady Merrin", "The ferry was the Lady Merryn").Differences, d => d.Kind is DifferenceKind.Name);
        Assert.Equal(["Lady Merrin", "Lady Merryn"], difference.Sides.Select(s => s.Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_only_the_carriers_of_one_text_say_has_one_root_at_most()
    {
        const string Wire = """
            The city of Marlow secretly sold its old waterworks to a fund of the mayor's brother, a person briefed on the sale told the Nordwire news agency on Wednesday.

            The sale was first reported by the Marlow Gazette. The pumping station had supplied some 48,000 households until it was closed nine years ago.
            """;
        var brief = new TestStory()
            .Told("Marlow Gazette", "2026-03-04T08:00Z", "The city of Marlow secretly sold its old waterworks to a fund run by the mayor's brother, two people with knowledge of the sale told the Marlow Gazette.")
            .Told("Coast Daily", "2026-03-04T10:00Z", Wire, via: "Nordwire News Agency")
            .Told("Hill Post", "2026-03-04T11:00Z", Wire.Replace("nine years", "9 years", StringComparison.Ordinal), via: "Nordwire News Agency")
            .Brief();
        Assert.Equal(2, brief.Lineage.IndependentRoots);
        var claim = Assert.Single(brief.Claims, c => c.Words.Span.Of(brief.Story.Accounts.First(a => a.Id == c.Words.Article).Article.Text)
            .Contains("48,000", StringComparison.Ordinal));
        Assert.NotEqual(ClaimStatus.Confirmed, claim.Status);
        Assert.InRange(claim.Roots.Count, 0, 1);
    }

    [Fact]
    public void A_story_of_one_account_has_no_claims_and_no_differences()
    {
        var brief = new TestStory().Told("Coast Daily", "2026-03-04T10:00Z", "The dam will be closed for repairs, the ministry announced on Wednesday.").Brief();
        Assert.Empty(brief.Claims);
        Assert.Empty(brief.Differences);
        Assert.Empty(brief.OnlyInOne);
    }

    private static StoryBrief Two(string one, string other) =>
        new TestStory()
            .Told("Coast Daily", "2026-03-04T10:00Z", one + " after the collision in the harbour of Marlow on Tuesday.")
            .Told("Hill Post", "2026-03-04T11:00Z", other + " after the collision in the harbour of Marlow on Tuesday.")
            .Brief();
}
