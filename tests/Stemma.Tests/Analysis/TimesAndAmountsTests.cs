using Stemma.Model;

namespace Stemma.Tests.Analyzing;

public sealed class TimesAndAmountsTests
{
    // 2025-03-14, the day of publication, is a Friday.
    [Theory]
    [InlineData("The bridge closed on Thursday.", "2025-03-13", "2025-03-13")]
    [InlineData("The bridge closed on Friday.", "2025-03-14", "2025-03-14")]
    [InlineData("The bridge will close on Friday.", "2025-03-21", "2025-03-21")]
    [InlineData("The bridge closed last month.", "2025-02-01", "2025-02-28")]
    [InlineData("The bridge closed in November.", "2024-11-01", "2024-11-30")]
    [InlineData("The bridge closed this January.", "2025-01-01", "2025-01-31")]
    [InlineData("The bridge closed on June 3, 1998.", "1998-06-03", "1998-06-03")]
    [InlineData("The bridge closed on 3 June 1998.", "1998-06-03", "1998-06-03")]
    [InlineData("The bridge closed two days ago.", "2025-03-12", "2025-03-12")]
    [InlineData("The bridge closed earlier this year.", "2025-01-01", "2025-03-14")]
    public void Words_for_a_time_are_resolved_against_the_day_of_publication(string text, string from, string to)
    {
        var date = Assert.Single(Articles.Analyze(text).Analysis.Dates);
        Assert.Equal((from, to), (date.From.ToString("yyyy-MM-dd", null), date.To.ToString("yyyy-MM-dd", null)));
    }

    [Theory]
    [InlineData("The state listed eight groups.", 8, 8, "group", false)]
    [InlineData("The reward is $50 million.", 50e6, 50e6, "USD", false)]
    [InlineData("It cost about 40,000 jobs.", 40000, 40000, "job", true)]
    [InlineData("The drug led to tens of thousands of deaths.", 20000, 99000, "death", true)]
    [InlineData("The storm left 14 injured.", 14, 14, "injured", false)]
    [InlineData("The council named several groups.", 3, 9, "group", true)]
    [InlineData("Prices rose 3.5 percent.", 3.5, 3.5, "percent", false)]
    public void Amounts_carry_their_unit_and_their_bounds(string text, double low, double high, string unit, bool approximate)
    {
        var amount = Assert.Single(Articles.Analyze(text).Analysis.Amounts);
        Assert.Equal((low, high, unit, approximate), (amount.Low, amount.High, amount.Unit, amount.IsApproximate));
    }

    [Theory]
    [InlineData("The bridge is closed.", Modality.Asserted)]
    [InlineData("The bridge may be closed.", Modality.Hedged)]
    [InlineData("The bridge will be closed.", Modality.Planned)]
    [InlineData("Officials said the bridge was closed.", Modality.Attributed)]
    [InlineData("The mayor denied the report that the bridge was closed.", Modality.Denied)]
    [InlineData("“The bridge is closed and nobody may cross it,” Tom Reyes said.", Modality.Quoted)]
    public void Each_sentence_has_its_modality(string text, Modality modality) =>
        Assert.Equal(modality, Assert.Single(Articles.Analyze(text).Analysis.Sentences).Modality);
}
