using Stemma.Model;

namespace Stemma.Tests.Briefings;

public sealed class OutrightTests
{
    private const string Ferry = " when the ferry Lady Merrin capsized in the harbour of Marlow on Tuesday, police said.";
    private const string Quake = "A strong earthquake shook the island of Merrin on Tuesday, the seismological office said. ";

    [Fact]
    public void Tolls_told_on_one_day_that_exclude_one_another_are_outright()
    {
        var difference = Assert.Single(Outright(Two("Eleven people were killed" + Ferry, "Killing 14 people, the ferry Lady Merrin capsized in the harbour of Marlow on Tuesday, police said.")));
        Assert.Equal(["11", "14"], difference.Sides.Select(s => s.Value).Order(StringComparer.Ordinal));
        Assert.NotEmpty(difference.Explanation.Text);
    }

    [Theory]
    [InlineData("At least 11 people were killed", "14 people were killed")]
    [InlineData("About 11 people were killed", "14 people were killed")]
    [InlineData("11 people were killed", "14 people were injured")]
    [InlineData("11 children were killed", "14 people were killed")]
    [InlineData("Another 11 people were killed", "14 people were killed")]
    [InlineData("Up to 14 people were killed", "11 people were killed")]
    [InlineData("50 people were killed", "48 people were killed")]
    [InlineData("11 of the 30 people aboard were killed", "14 people were killed")]
    public void Figures_that_leave_room_for_one_another_are_not_outright(string one, string other) =>
        Assert.Empty(Outright(Two(one + Ferry, other + Ferry)));

    [Fact]
    public void A_toll_of_a_later_day_has_changed_and_is_not_outright()
    {
        var brief = Two("11 people were killed" + Ferry, "14 people were killed" + Ferry, "2026-03-05T10:00Z");
        Assert.Empty(Outright(brief));
        Assert.Equal("brief.difference.number.changed", Assert.Single(brief.Differences, d => d.Kind is DifferenceKind.Number).Explanation.Rule);
    }

    [Fact]
    public void Dead_and_injured_of_one_sentence_are_told_apart()
    {
        var brief = Two("The capsizing killed 11 people and injured 40" + Ferry, "The capsizing killed 11 people and injured 52" + Ferry);
        Assert.Equal(["40", "52"], Assert.Single(Outright(brief)).Sides.Select(s => s.Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_account_that_gives_both_figures_conflicts_with_neither() =>
        Assert.Empty(Outright(Two(
            "11 people were killed" + Ferry,
            "14 people were killed" + Ferry + "\n\nThe harbour master had earlier spoken of 11 people killed.")));

    [Fact]
    public void Ages_of_one_person_conflict()
    {
        var difference = Assert.Single(Outright(Two(
            "The skipper, Ada Holm, 32, was taken to hospital after the collision in the harbour of Marlow, police said.",
            "Police said 34-year-old skipper Ada Holm was taken to hospital after the collision in the harbour of Marlow.")));
        Assert.Equal("brief.difference.age", difference.Explanation.Rule);
    }

    [Fact]
    public void Magnitudes_of_the_quake_of_the_news_conflict()
    {
        var difference = Assert.Single(Outright(Two(
            Quake + "It had a magnitude of 5.9, the office said.",
            Quake + "The 6.1-magnitude quake was felt in the capital. A quake of magnitude 5.9 struck the island in 1996.")));
        Assert.Equal("brief.difference.magnitude", difference.Explanation.Rule);
    }

    [Theory]
    [InlineData("It had a magnitude of about 6.0, the office said.")]
    [InlineData("An aftershock of magnitude 5.1 followed, the office said.")]
    [InlineData("One office spoke of a magnitude of 5.9, the other of a magnitude of 6.1.")]
    public void Magnitudes_that_are_open_or_of_another_quake_do_not(string other) =>
        Assert.Empty(Outright(Two(Quake + "It had a magnitude of 6.1, the office said.", Quake + other)));

    [Fact]
    public void Days_of_one_act_conflict_and_days_of_two_do_not()
    {
        Assert.Equal(DifferenceKind.Date, Assert.Single(Outright(Two(
            "The harbour bridge of Marlow collapsed on March 2 under two lorries, killing nobody.",
            "The harbour bridge of Marlow collapsed on March 1 under two lorries, killing nobody."))).Kind);
        Assert.Empty(Outright(Two(
            "The harbour bridge of Marlow collapsed on March 2 under two lorries.",
            "The harbour bridge of Marlow reopened on March 1 for two lorries.")));
    }

    private static IEnumerable<Difference> Outright(StoryBrief brief) => brief.Differences.Where(d => d.IsOutright);

    private static StoryBrief Two(string one, string other, string laterDay = "2026-03-04T11:00Z") =>
        new TestStory().Told("Coast Daily", "2026-03-04T10:00Z", one).Told("Hill Post", laterDay, other).Brief();
}
