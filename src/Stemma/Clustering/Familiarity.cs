namespace Stemma.Clustering;

/// <summary>
/// How much of what an article tells was in the news some days before: in the middle of a saga two articles share much and may
/// yet tell of two events, where out of the blue the same likeness means one.
/// </summary>
internal sealed class Familiarity(ArticleProducts products)
{
    private const int Likest = 5;
    private const float Somewhat = 0.15f;

    private static readonly TimeSpan Before = TimeSpan.FromDays(2);

    private readonly List<float> _likest = [];

    /// <summary>Notes it in the article. Without times it stays 0. Cost: one comparison of bodies for each older neighbour.</summary>
    public void Measure(WeightedArticle article, List<OpenArticle> neighbours)
    {
        if (article.Time is not { } time)
        {
            return;
        }
        products.Take(article);
        _likest.Clear();
        for (var i = 0; i < neighbours.Count; i++)
        {
            if (i + 1 < neighbours.Count)
            {
                neighbours[i + 1].Weighted.Fetch();
            }
            if (neighbours[i].Weighted.Time is { } earlier && time - earlier >= Before)
            {
                _likest.Add(products.Body(neighbours[i].Weighted));
            }
        }
        _likest.Sort();
        var sum = 0f;
        for (var i = Math.Max(0, _likest.Count - Likest); i < _likest.Count; i++)
        {
            sum += _likest[i];
        }
        article.Familiar = sum / Likest;
        article.FamiliarArticles = _likest.Count(static l => l > Somewhat);
    }
}
