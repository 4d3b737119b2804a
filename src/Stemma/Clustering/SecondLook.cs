using Stemma.Model;

namespace Stemma.Clustering;

/// <summary>
/// Looks again at articles once their neighbours have come in: average-link agglomerative clustering (Sokal and Michener
/// 1958) on the log-odds of pairs, over the graph of neighbours that the stream left. What the stream joined too early comes
/// apart, what it held apart too early comes together.
/// </summary>
internal sealed class SecondLook(ClusteringOptions options, PairModel model)
{
    /// <summary>Pairs less likely than this are no reason to compare two sets.</summary>
    private const double Hopeless = -3;

    private readonly List<OpenArticle> _articles = [];
    private readonly List<(int Left, int Right, double LogOdds)> _links = [];

    /// <summary>Notes an article and its comparisons with those before it.</summary>
    public void Add(OpenArticle article, List<(OpenArticle Article, double LogOdds)> compared)
    {
        _articles.Add(article);
        foreach (var (other, logOdds) in compared)
        {
            if (logOdds > Hopeless)
            {
                _links.Add((other.Slot, article.Slot, logOdds));
            }
        }
    }

    /// <summary>The story of each article; a story is named by its first article.</summary>
    public Dictionary<ArticleId, StoryId> Settle()
    {
        var clusters = new AverageLinkage(options, model, _articles, _links).Cluster();
        Dictionary<ArticleId, StoryId> settled = [];
        for (var i = 0; i < _articles.Count; i++)
        {
            settled[_articles[i].Weighted.Id] = new StoryId(_articles[clusters[i]].Weighted.Id.Value);
        }
        return settled;
    }
}
