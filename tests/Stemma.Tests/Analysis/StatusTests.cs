using Stemma.Model;

namespace Stemma.Tests.Analyzing;

public sealed class StatusTests
{
    private static StatusSignal One(string text, string? outlet = null) => Assert.Single(Articles.Analyze(text, outlet).Analysis.Statuses);

    [Fact]
    public void Declining_to_comment_names_the_party_and_the_asker()
    {
        var signal = One("The Port Authority declined to comment to The Bay Post.", "The Bay Post");
        Assert.Equal((StatusKind.Declined, "Port Authority", "The Bay Post"), (signal.Kind, signal.Party, signal.AskedBy));
    }

    [Theory]
    [InlineData("A spokesman for the buyer did not immediately respond to a request for comment.", StatusKind.NoResponse)]
    [InlineData("Tom Reyes could not be reached on Friday.", StatusKind.NoResponse)]
    [InlineData("The mayor denied that the pier had been sold.", StatusKind.Denied)]
    [InlineData("The mayor dismissed the report as invented.", StatusKind.Denied)]
    [InlineData("The buyer confirmed the price on Friday.", StatusKind.Confirmed)]
    [InlineData("The buyer did not dispute the price.", StatusKind.Unclear)]
    [InlineData("The buyer refused to confirm the price.", StatusKind.Declined)]
    [InlineData("The buyer would neither confirm nor deny the price.", StatusKind.Declined)]
    [InlineData("The buyer called the report completely false.", StatusKind.Denied)]
    [InlineData("The buyer waved off the complaint on Friday.", StatusKind.Denied)]
    [InlineData("The buyer pleaded not guilty on Friday.", StatusKind.Denied)]
    [InlineData("The sale was denied by the buyer.", StatusKind.Denied)]
    [InlineData("The buyer issued a firm denial.", StatusKind.Denied)]
    [InlineData("The buyer later tried to deny having paid.", StatusKind.Denied)]
    [InlineData("The sale was confirmed by the buyer on Friday.", StatusKind.Confirmed)]
    [InlineData("The buyer declined to share more details.", StatusKind.Declined)]
    [InlineData("The buyer referred questions to the council.", StatusKind.Declined)]
    [InlineData("Calls to the buyer were not returned on Friday.", StatusKind.NoResponse)]
    [InlineData("The buyer has yet to respond to a request for comment.", StatusKind.NoResponse)]
    [InlineData("There was no immediate reaction from the buyer.", StatusKind.NoResponse)]
    public void A_stand_to_a_matter_is_recognised(string text, StatusKind kind) => Assert.Equal(kind, One(text).Kind);

    [Theory]
    [InlineData("He did not respond to her letters.")]
    [InlineData("The patients did not respond to the treatment.")]
    [InlineData("They were struck off because they did not respond to queries seeking their addresses.")]
    public void Silence_between_people_of_the_story_is_no_status(string text) => Assert.Empty(Articles.Analyze(text).Analysis.Statuses);

    [Fact]
    public void Messages_of_the_writer_that_stay_unanswered_are_a_status() =>
        Assert.Equal(StatusKind.NoResponse, One("The owner did not respond to my messages.").Kind);

    [Theory]
    [InlineData("The treaty admitting Velmark and Ostria was signed.")]
    [InlineData("The scan showed a shadow, which confirmed her fears.")]
    [InlineData("The judge rejected that argument on Friday.")]
    [InlineData("The clerk pleaded guilty to taking the money.")]
    [InlineData("The council rejected the idea of closing the pier.")]
    [InlineData("The talks went on amid contradicting reports.")]
    public void A_thing_or_a_ruling_neither_confirms_nor_denies(string text) => Assert.Empty(Articles.Analyze(text).Analysis.Statuses);

    [Theory]
    [InlineData("The council rejected the plan for a new pier.")]
    [InlineData("The family was denied entry at the border.")]
    [InlineData("The owner refused to release the boat.")]
    public void What_only_looks_like_a_denial_is_none(string text) => Assert.Empty(Articles.Analyze(text).Analysis.Statuses);

    [Theory]
    [InlineData("Tom Reyes was accused of selling the pier in secret.\n\n“That never happened,” Reyes said.", StatusKind.Denied)]
    [InlineData("Tom Reyes was accused of selling the pier in secret. Reyes said he had not signed anything.", StatusKind.Denied)]
    [InlineData("“The fire had nothing to do with the sale,” Tom Reyes said.", StatusKind.Denied)]
    [InlineData("“We do not comment on letters,” Tom Reyes said.", StatusKind.Declined)]
    public void Ones_own_words_deny_or_decline(string text, StatusKind kind)
    {
        var stand = Assert.Single(Articles.Analyze(text).Analysis.OwnStands);
        Assert.Equal((kind, "Tom Reyes"), (stand.Kind, stand.Party));
    }

    [Theory]
    [InlineData("“We did not expect the storm,” Tom Reyes said.")]
    [InlineData("“I have never crossed the bay by night,” Tom Reyes said.")]
    [InlineData("Tom Reyes was accused of selling the pier. “She was not moving,” Reyes said.")]
    public void What_one_has_not_done_is_no_denial_where_nothing_is_laid_to_him(string text) =>
        Assert.Empty(Articles.Analyze(text).Analysis.OwnStands);
}
