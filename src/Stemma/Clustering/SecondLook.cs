using Stemma.Model;

namespace Stemma.Clustering;

/// <summary>
/// Looks again at the open articles once their neighbours have come in, by <see cref="AverageLinkage"/>. What the stream
/// joined too early comes apart, what it held apart too early comes together. Stories keep their ids where they can.
/// </summary>
internal sealed class SecondLook(ClusteringOptions options, PairModel model, PairMemory memory, StoryCorrections corrections)
{
    private const int MostAsked = 12;

    /// <summary>
    /// Puts the articles, which must be the newest in order of arrival, in stories anew, and gives those that changed theirs.
    /// <paramref name="isTaken"/> tells whether a story of that id was ever named.
    /// </summary>
    public List<StoryMove> Look(IReadOnlyList<OpenArticle> articles, Func<StoryId, bool> isTaken)
    {
        if (articles.Count == 0)
        {
            return [];
        }
        var linkage = new AverageLinkage(options, model, memory, corrections, articles);
        var first = linkage.Cluster();
        var clusters = Enumerable.Range(0, articles.Count).GroupBy(i => first[i]).Select(g => g.Select(i => articles[i]).ToList()).ToList();
        var before = articles.Select(a => a.Story!).ToList();
        HashSet<OpenStory> kept = [];
        List<(OpenStory Story, List<OpenArticle> Members)> placed = [];
        foreach (var members in clusters)
        {
            var story = members[0].Story!;
            placed.Add((kept.Add(story) ? story : NewStory(members, isTaken), members));
        }
        foreach (var story in before.Distinct())
        {
            var older = story.Members.Where(m => m.Slot < articles[0].Slot).ToList();
            story.Clear();
            older.ForEach(story.Add);
        }
        foreach (var (story, members) in placed)
        {
            members.ForEach(story.Add);
        }
        List<StoryMove> moves = [];
        for (var i = 0; i < articles.Count; i++)
        {
            if (articles[i].Story != before[i])
            {
                moves.Add(new StoryMove(articles[i], before[i], articles[i].Story!, RivalOf(i)));
            }
        }
        return moves;

        OpenArticle? RivalOf(int article)
        {
            foreach (var other in before[article].Members.Where(m => m.Slot >= articles[0].Slot).Take(MostAsked))
            {
                if (linkage.Rivals.Between(article, other.Slot - articles[0].Slot, (float)model.LogOdds(articles[article].Weighted, other.Weighted)) is { } rival)
                {
                    return rival;
                }
            }
            return null;
        }
    }

    /// <summary>A story for accounts that came apart: named by the first of them whose name is free.</summary>
    private static OpenStory NewStory(List<OpenArticle> members, Func<StoryId, bool> isTaken)
    {
        foreach (var member in members)
        {
            var id = new StoryId(member.Id.Value);
            if (!isTaken(id))
            {
                return new OpenStory(id);
            }
        }
        return new OpenStory(new StoryId(ContentId.Of("split", members[0].Id.ToString(), members[^1].Id.ToString())));
    }
}
