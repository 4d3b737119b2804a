using System.Runtime.InteropServices;

namespace Stemma.Clustering;

/// <summary>
/// What tells against a pair although it is alike: an outlet writes one article on one turn of an affair, so where the outlet of
/// the one has another article that is liker to the other, and these two are each other's likest, the pair tells of two turns.
/// Known only once those that came later are known too: for the second look. Nothing is said of articles that tell no time or
/// are a headline alone.
/// </summary>
/// <param name="options">What a rival costs.</param>
/// <param name="articles">The articles looked at, in order of arrival.</param>
internal sealed class OutletRivals(ClusteringOptions options, IReadOnlyList<OpenArticle> articles)
{
    // For an article and an outlet, by their places: the place of the outlet's article that is likest to it.
    private readonly Dictionary<Side, (int Likest, float LogOdds)> _likest = [];

    /// <summary>Notes how like two articles are; each pair once, in any order.</summary>
    public void Note(int a, int b, float logOdds)
    {
        if (CanHaveRival(a, b))
        {
            NoteOneWay(a, b, logOdds);
            NoteOneWay(b, a, logOdds);
        }
    }

    /// <summary>What is to be taken off the log-odds of a pair because of rivals; 0 where there are none.</summary>
    public float CostOf(int a, int b, float logOdds) =>
        Between(a, b, logOdds) is not null ? options.RivalCost : 0;

    /// <summary>
    /// The article of the outlet of the one that belongs with the other rather than the one itself; null if there is none. Two
    /// look-ups.
    /// </summary>
    public OpenArticle? Between(int a, int b, float logOdds) => RivalOf(a, b, logOdds) ?? RivalOf(b, a, logOdds);

    private OpenArticle? RivalOf(int a, int b, float logOdds) =>
        CanHaveRival(a, b)
        && _likest.TryGetValue(new Side(a, articles[b].Weighted.Outlet), out var rival)
        && rival.LogOdds > logOdds
        && _likest[new Side(rival.Likest, articles[a].Weighted.Outlet)].Likest == a
        && articles[rival.Likest].VersionOf != articles[b].Slot
        && articles[b].VersionOf != articles[rival.Likest].Slot
            ? articles[rival.Likest] : null;

    private bool CanHaveRival(int a, int b)
    {
        var (x, y) = (articles[a].Weighted, articles[b].Weighted);
        return x.Outlet != 0 && y.Outlet != 0 && x.Outlet != y.Outlet && x.Time is not null && y.Time is not null
            && !x.Body.IsEmpty && !y.Body.IsEmpty;
    }

    private void NoteOneWay(int a, int b, float logOdds)
    {
        ref var likest = ref CollectionsMarshal.GetValueRefOrAddDefault(_likest, new Side(a, articles[b].Weighted.Outlet), out var isKnown);
        if (!isKnown || logOdds > likest.LogOdds || (logOdds == likest.LogOdds && b < likest.Likest))
        {
            likest = (b, logOdds);
        }
    }

    /// <summary>An article and an outlet. Hashed by hand, since the second look asks for two with each pair.</summary>
    private readonly record struct Side(int Article, uint Outlet)
    {
        public override int GetHashCode() => (int)((Outlet * 2654435769u) ^ ((uint)Article * 2246822519u));
    }
}
