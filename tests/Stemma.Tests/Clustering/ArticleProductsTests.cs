using Stemma.Clustering;

namespace Stemma.Tests.Clustering;

public sealed class ArticleProductsTests
{
    private readonly ArticleProducts _products = new();

    [Fact]
    public void Products_are_to_the_last_bit_those_of_the_vectors_themselves()
    {
        var articles = Weighted();
        foreach (var a in articles)
        {
            _products.Take(a);
            foreach (var b in articles)
            {
                Assert.Equal(a.Body.Dot(b.Body), _products.Body(b));
                Assert.Equal(a.Names.Dot(b.Names), _products.Names(b));
                Assert.Equal(a.Title.Dot(b.Title), _products.Title(b));
                Assert.Equal((a.Numbers.Dot(b.Numbers), a.Numbers.Terms.ToArray().Intersect(b.Numbers.Terms.ToArray()).Count()), _products.Numbers(b));
                Assert.Equal(
                    (a.Lead.Dot(b.Lead), (Covered(a.Title, b.Lead) + Covered(b.Title, a.Lead)) / 2), _products.Lead(b));
            }
        }
    }

    [Fact]
    public void Two_articles_are_as_like_whichever_stands_in_the_table()
    {
        var model = new PairModel(new ClusteringOptions(), PairWeights.LoadBuiltIn());
        var articles = Weighted();
        foreach (var a in articles)
        {
            var asked = new double[articles.Count];
            model.LogOdds(a, [.. articles], asked);
            Assert.Equal(articles.Select(b => model.LogOdds(b, a)), asked);
        }
    }

    [Fact]
    public void An_article_without_any_terms_has_nothing_in_common()
    {
        var empty = new StreamWindow(new ClusteringOptions(), BackgroundFrequencies.LoadBuiltIn())
            .Enter(new StoryClusterer().Read(Invented.Of("", null))).Article.Weighted;
        _products.Take(empty);
        Assert.Equal(0, _products.Body(Weighted()[0]));
        Assert.Equal(0, _products.Body(empty));
    }

    /// <summary>Share of the squared weight of the one that lies on terms of the other.</summary>
    private static float Covered(SparseVector title, SparseVector lead)
    {
        var (covered, all) = (0f, 0f);
        for (var i = 0; i < title.Count; i++)
        {
            var square = title.Weights[i] * title.Weights[i];
            covered += lead.PlaceOf(title.Terms[i]) >= 0 ? square : 0;
            all += square;
        }
        return all > 0 ? covered / all : 0;
    }

    private static List<WeightedArticle> Weighted()
    {
        var options = new ClusteringOptions();
        var reader = new StoryClusterer(options);
        var window = new StreamWindow(options, BackgroundFrequencies.LoadBuiltIn());
        return
        [
            .. new[]
            {
                ("Ferry on the mole of Port Quillan", Invented.Ferry),
                ("All 212 passengers safe", Invented.FerryAgain),
                ("", Invented.Orchard),
                ("Ferry lost its rudder on 12 May", Invented.Ferry + " On 12 May 1,400 people of 37 crews came."),
            }
            .Select(told => window.Enter(reader.Read(Invented.Of(told.Item2, "2026-03-02T08:00Z", title: told.Item1))).Article.Weighted),
        ];
    }
}
