using Stemma.Model;

namespace Stemma.Tests.Briefings;

public sealed class ToldDifferentlyTests
{
    private const string Ferry = " when the ferry Lady Merrin capsized in the harbour of Marlow on Tuesday, police said.";

    [Fact]
    public void A_later_toll_has_changed_since_and_stands_in_order_of_time()
    {
        var difference = Assert.Single(Two("14 people were killed" + Ferry, "11 people were killed" + Ferry, "2026-03-05T10:00Z").Differences, d => d.HasChanged);
        Assert.False(difference.IsOutright);
        Assert.Equal(["14", "11"], difference.Sides.Select(s => s.Value));
    }

    [Fact]
    public void Tolls_of_one_hour_have_not_changed() =>
        Assert.DoesNotContain(Two("14 people were killed" + Ferry, "11 people were killed" + Ferry).Differences, d => d.HasChanged);

    [Fact]
    public void A_figure_held_open_in_one_account_is_told_differently()
    {
        var difference = Assert.Single(Two("14 people were killed" + Ferry, "At least 14 people were killed" + Ferry).Differences);
        Assert.False(difference.IsOutright);
        Assert.Equal(2, difference.Sides.Count);
    }

    [Theory]
    [InlineData("Ferdinand Kestrelmann", "Ferdinand Kestralmann")]
    [InlineData("Moamer Kestrali", "Muamer Kestrani")]
    public void A_name_spelt_otherwise_is_told_differently(string one, string other)
    {
        var difference = Assert.Single(
            Two($"The harbour master {one} closed the bridge on Tuesday.", $"The bridge was closed by harbour master {other} on Tuesday.").Differences,
            d => d.Kind is DifferenceKind.Name);
        Assert.False(difference.IsOutright);
    }

    [Theory]
    [InlineData("National Security Adviser Holm", "National Security Advisor Holm")]
    [InlineData("the island of Marlonia", "the Marlonian island")]
    public void Titles_and_peoples_are_no_names_spelt_otherwise(string one, string other) =>
        Assert.DoesNotContain(
            Two($"The bridge was closed by {one} on Tuesday.", $"The bridge was closed by {other} on Tuesday.").Differences,
            d => d.Kind is DifferenceKind.Name);

    [Fact]
    public void Another_word_in_one_quotation_is_told_differently()
    {
        var difference = Assert.Single(
            Two(
                "“We will use whatever tools are needed to reopen the old harbour bridge,” mayor Ada Holm said on Tuesday.",
                "“We will use whatever means are needed to reopen the old harbour bridge,” mayor Ada Holm said on Tuesday.").Differences,
            d => d.Kind is DifferenceKind.Wording);
        Assert.Equal(["means", "tools"], difference.Sides.Select(s => s.Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Short_forms_of_one_quotation_are_no_difference() =>
        Assert.DoesNotContain(
            Two(
                "“We will ask the United States government to reopen the old harbour bridge,” mayor Ada Holm said on Tuesday.",
                "“We will ask the U.S. government to reopen the old harbour bridge,” mayor Ada Holm said on Tuesday.").Differences,
            d => d.Kind is DifferenceKind.Wording);

    [Fact]
    public void What_they_call_the_same_people_is_told_differently()
    {
        var difference = Assert.Single(
            Two(
                "Militants seized the harbour bridge of Marlow on Tuesday and closed it to lorries.",
                "Terrorists seized the harbour bridge of Marlow on Tuesday and closed it to lorries.").Differences,
            d => d.Kind is DifferenceKind.Designation);
        Assert.Equal("brief.difference.designation.called", difference.Explanation.Rule);
    }

    [Fact]
    public void A_word_that_stands_in_a_quotation_is_the_speakers() =>
        Assert.DoesNotContain(
            Two(
                "Militants seized the harbour bridge of Marlow on Tuesday and closed it to lorries.",
                "“Terrorists seized the harbour bridge of Marlow on Tuesday and closed it to lorries,” mayor Ada Holm said.").Differences,
            d => d.Explanation.Rule == "brief.difference.designation.called");

    [Fact]
    public void How_many_were_classed_as_one_thing_is_told_differently()
    {
        var difference = Assert.Single(
            Two(
                "In February the harbour ministry declared eight clubs as protected water associations, which opened the quays of Marlow to them.",
                "The order comes after the ministry designated several unions as regional water associations.").Differences,
            d => d.Kind is DifferenceKind.Number);
        Assert.Equal("brief.difference.number.classed", difference.Explanation.Rule);
        Assert.False(difference.IsOutright);
        Assert.Equal(["eight clubs", "several unions"], difference.Sides.Select(s => s.Value));
    }

    [Theory]
    [InlineData("The order comes after the ministry designated eight unions as regional water associations.")]
    [InlineData("The order comes after the ministry designated several unions as listed dance companies.")]
    [InlineData("The order comes after the ministry designated three people as regional water associations.")]
    public void The_same_number_or_another_thing_is_no_difference(string other) =>
        Assert.DoesNotContain(
            Two("In February the harbour ministry declared eight clubs as protected water associations, which opened the quays of Marlow to them.", other).Differences,
            d => d.Kind is DifferenceKind.Number);

    private static StoryBrief Two(string one, string other, string laterDay = "2026-03-04T11:00Z") =>
        new TestStory().Told("Coast Daily", "2026-03-04T10:00Z", one).Told("Hill Post", laterDay, other).Brief();
}
