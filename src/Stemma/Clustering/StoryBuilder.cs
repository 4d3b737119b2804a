using Stemma.Model;

namespace Stemma.Clustering;

/// <summary>Runs the clusterer over a batch and gathers its assignments into stories.</summary>
public sealed class StoryBuilder(StoryClusterer clusterer)
{
    /// <summary>The stories of a batch.</summary>
    /// <param name="read">Articles with their analyses, by time and id.</param>
    /// <returns>Stories by id; in each the accounts by time and id, one per article, with its earlier versions.</returns>
    public IReadOnlyList<Story> Build(IReadOnlyList<(Article Article, Analysis Analysis)> read)
    {
        foreach (var (article, analysis) in read)
        {
            clusterer.Cluster(article, analysis);
        }
        var settled = clusterer.Settle().ToDictionary(a => a.Article);
        return
        [
            .. read
                .GroupBy(r => FirstVersion(settled, r.Article.Id))
                .Select(versions => ToAccount(settled, [.. versions]))
                .GroupBy(a => settled[a.Id].Story)
                .OrderBy(g => g.Key)
                .Select(g => new Story(g.Key, [.. g.OrderBy(a => a.Article.SortTime).ThenBy(a => a.Id)])),
        ];
    }

    private static ArticleId FirstVersion(Dictionary<ArticleId, StoryAssignment> settled, ArticleId id)
    {
        while (settled[id].VersionOf is { } earlier)
        {
            id = earlier;
        }
        return id;
    }

    // The latest version speaks for the account; its story and explanation are those of the article first seen.
    private static Account ToAccount(
        Dictionary<ArticleId, StoryAssignment> settled, List<(Article Article, Analysis Analysis)> versions)
    {
        var ordered = versions
            .OrderBy(v => v.Article.Updated ?? v.Article.Published ?? default)
            .ThenBy(v => v.Article.Id)
            .ToList();
        var (article, analysis) = ordered[^1];
        return new Account
        {
            Article = article,
            Analysis = analysis,
            Assignment = settled[FirstVersion(settled, article.Id)].Explanation,
            EarlierVersions = [.. ordered.SkipLast(1).Select(v => v.Article)],
        };
    }
}
