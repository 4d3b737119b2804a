using Stemma.Model;

namespace Stemma.Clustering;

/// <summary>
/// What an article that no open story takes in goes on from: a closed story, which it takes up again, or an earlier event, of
/// which it tells what came after.
/// </summary>
internal sealed class StorylineFinder(ClusteringOptions options, PairModel model)
{
    /// <summary>How many of the nearest open articles are asked whether the new story goes on from theirs.</summary>
    private const int OpenCompared = 8;

    /// <summary>A name counts as shared if it carries so much of the likeness of the names.</summary>
    private const float NameTells = 0.01f;

    /// <summary>
    /// The closed story that the article takes up again; null if none is like enough. Its members are the archived accounts.
    /// Linear in those given.
    /// </summary>
    public JoinCandidate? Revived(OpenArticle article, IReadOnlyList<ClosedArticle> archived, Func<ArticleId, bool> isApart)
    {
        JoinCandidate? best = null;
        foreach (var accounts in archived.GroupBy(static c => c.Story))
        {
            var sum = accounts.Average(a => model.LogOdds(article.Weighted, a.Weighted));
            if (sum >= options.ReviveAt && !(sum <= best?.LogOdds) && !accounts.Any(a => isApart(a.Weighted.Id)))
            {
                best = new JoinCandidate(OpenStory.Of(accounts.Key, accounts), sum);
            }
        }
        return best;
    }

    /// <summary>
    /// The earlier story that the one which the article opens goes on from; null if none shares its main names and is like it
    /// but for the time. Linear in the archived accounts given.
    /// </summary>
    public JoinCandidate? Continued(
        OpenArticle article, List<(OpenArticle Article, double LogOdds)> compared, IReadOnlyList<ClosedArticle> archived)
    {
        JoinCandidate? best = null;
        foreach (var (open, _) in compared.Take(OpenCompared))
        {
            Consider(open.Weighted, open.Story!);
        }
        foreach (var closed in archived)
        {
            Consider(closed.Weighted, OpenStory.Of(closed.Story, [closed]));
        }
        return best;

        void Consider(WeightedArticle earlier, OpenStory story)
        {
            if (!IsLater(article.Weighted, earlier) || !ShareNames(article.Weighted, earlier))
            {
                return;
            }
            var likeness = model.LogOddsAtAnyTime(article.Weighted, earlier);
            if (likeness >= options.ContinueAt && !(likeness <= best?.LogOdds))
            {
                best = new JoinCandidate(story, likeness);
            }
        }
    }

    private bool IsLater(WeightedArticle article, WeightedArticle earlier) =>
        article.Time is { } now && earlier.Time is { } then && now - then >= options.ContinueAfter && now - then <= options.ArchivedFor;

    private bool ShareNames(WeightedArticle article, WeightedArticle earlier)
    {
        Span<float> products = stackalloc float[256];
        products = products[..Math.Min(products.Length, article.Names.Count)];
        if (products.Length < article.Names.Count)
        {
            products = new float[article.Names.Count];
        }
        article.Names.AddProducts(earlier.Names, products);
        var shared = 0;
        foreach (var product in products)
        {
            shared += product >= NameTells ? 1 : 0;
        }
        return shared >= options.ContinueNames;
    }
}
