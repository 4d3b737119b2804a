using Stemma.Clustering;

namespace Stemma.Tests.Clustering;

public sealed class FamiliarityTests
{
    [Fact]
    public void An_article_is_familiar_if_its_like_was_told_days_before()
    {
        var familiar = Last("2026-03-02T08:00Z", "2026-03-06T08:00Z");
        Assert.InRange(familiar.Familiar, 0.01, 0.2);
        Assert.Equal(1, familiar.FamiliarArticles);
    }

    [Theory]
    [InlineData("2026-03-02T08:00Z", "2026-03-02T20:00Z")]
    [InlineData("2026-03-02T08:00Z", null)]
    [InlineData(null, "2026-03-06T08:00Z")]
    public void What_is_told_the_same_day_or_at_no_known_time_makes_nothing_familiar(string? first, string? second) =>
        Assert.Equal(0, Last(first, second).Familiar);

    private static WeightedArticle Last(string? first, string? second)
    {
        var options = new ClusteringOptions();
        var reader = new StoryClusterer(options);
        var window = new StreamWindow(options, BackgroundFrequencies.LoadBuiltIn());
        window.Enter(reader.Read(Invented.Of(Invented.Ferry, first)));
        return window.Enter(reader.Read(Invented.Of(Invented.FerryAgain, second))).Article.Weighted;
    }
}
