using Stemma.Model;

namespace Stemma.Clustering;

/// <summary>Step 4: which articles tell of the same event, decided as they stream in.</summary>
public sealed class StoryClusterer
{
    private readonly HashSet<ArticleId> _seen = [];

    /// <summary>Puts one article in a story, or opens a new one for it.</summary>
    public StoryAssignment Cluster(Article article, Analysis analysis)
    {
        _ = analysis;
        _seen.Add(article.Id);
        return new StoryAssignment(article.Id, new StoryId(article.Id.Value), null,
            new Explanation("cluster.first", "Nothing like it was there.", null, []));
    }
}
