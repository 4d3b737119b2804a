using Stemma.Clustering;

namespace Stemma.Tests.Clustering;

public sealed class OutletRivalsTests
{
    private const string Day = "2026-03-02";

    [Fact]
    public void A_pair_counts_less_where_the_outlet_has_another_article_that_is_the_others_likest()
    {
        var rivals = Rivals(Day, "Quillan Post", "Tamsin Herald", "Tamsin Herald");
        rivals.Note(0, 1, 2f);
        rivals.Note(0, 2, 0.5f);
        Assert.Equal(new ClusteringOptions().RivalCost, rivals.CostOf(0, 2, 0.5f));
        Assert.Equal(0, rivals.CostOf(0, 1, 2f));
    }

    [Fact]
    public void A_rival_that_has_a_likelier_counterpart_itself_is_none()
    {
        var rivals = Rivals(Day, "Quillan Post", "Tamsin Herald", "Tamsin Herald", "Quillan Post");
        rivals.Note(0, 1, 2f);
        rivals.Note(0, 2, 0.5f);
        rivals.Note(3, 1, 4f);
        Assert.Equal(0, rivals.CostOf(0, 2, 0.5f));
    }

    [Fact]
    public void Articles_without_a_time_or_of_one_outlet_have_no_rivals()
    {
        foreach (var rivals in new[] { Rivals(null, "Quillan Post", "Tamsin Herald", "Tamsin Herald"), Rivals(Day, "Tamsin Herald", "Tamsin Herald", "Tamsin Herald") })
        {
            rivals.Note(0, 1, 2f);
            rivals.Note(0, 2, 0.5f);
            Assert.Equal(0, rivals.CostOf(0, 2, 0.5f));
        }
    }

    [Fact]
    public void A_version_of_an_article_is_no_rival_of_it()
    {
        var articles = Articles(Day, "Quillan Post", "Tamsin Herald", "Tamsin Herald");
        articles[2].VersionOf = 1;
        var rivals = new OutletRivals(new ClusteringOptions(), articles);
        rivals.Note(0, 1, 2f);
        rivals.Note(0, 2, 0.5f);
        Assert.Equal(0, rivals.CostOf(0, 2, 0.5f));
    }

    [Theory]
    [InlineData(new[] { 1f, -3f, 3f, -1f }, 2)]
    [InlineData(new[] { 1f, -3f, 4f }, 2.5)]
    [InlineData(new[] { -2f }, -2)]
    public void The_likest_half_of_an_odd_number_holds_the_middle_one(float[] logOdds, double mean) =>
        Assert.Equal(mean, AverageLinkage.MeanOfLikestHalf(logOdds));

    private static OutletRivals Rivals(string? day, params string[] outlets) => new(new ClusteringOptions(), Articles(day, outlets));

    private static List<OpenArticle> Articles(string? day, params string[] outlets)
    {
        var options = new ClusteringOptions();
        var reader = new StoryClusterer(options);
        var window = new StreamWindow(options, BackgroundFrequencies.LoadBuiltIn());
        return [.. outlets.Select((outlet, i) => window.Enter(reader.Read(Invented.Of(Invented.Ferry, day, outlet, url: $"https://example.org/{i}"))).Article)];
    }
}
