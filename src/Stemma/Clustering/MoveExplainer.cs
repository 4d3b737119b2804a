using System.Globalization;
using Stemma.Model;

namespace Stemma.Clustering;

/// <summary>Says why a second look put an article in another story.</summary>
internal static class MoveExplainer
{
    private const int MostCompared = 12;

    /// <summary>
    /// How sure the model is, on the mean, of the story it is in now, against the one it was in; of many accounts that of the
    /// likest half counts, as it did for the move.
    /// </summary>
    public static Explanation Explain(StoryMove move, PairModel model, ClusteringOptions options)
    {
        var isByHalf = move.To.Members.Count > options.ManyJoined;
        var now = Mean(move.Article, move.To, model, isByHalf);
        var before = Mean(move.Article, move.From, model, move.From.Members.Count > options.ManyJoined);
        var text = now is null
            ? $"A second look took it out of {move.From.Id}: the other accounts there tell of another event{Percent(before)}."
            : $"A second look moved it from {move.From.Id} to the {move.To.Members.Count - 1} other accounts of {move.To.Id}{Percent(now)}{Against(before)}.";
        if (isByHalf)
        {
            text += " Of many accounts the likest half was counted.";
        }
        if (move.Rival is { } rival)
        {
            text += $" An outlet tells one turn of an affair once, and {rival.Id} is the liker counterpart.";
        }
        return new Explanation("cluster.second-look", text, now ?? before, []);
    }

    private static string Percent(double? probability) =>
        probability is { } p ? string.Create(CultureInfo.InvariantCulture, $", the same event with {p:0%}") : "";

    private static string Against(double? before) =>
        before is { } p ? string.Create(CultureInfo.InvariantCulture, $" against {p:0%} for those it was with") : "; the two stories were found to be one";

    private static double? Mean(OpenArticle article, OpenStory story, PairModel model, bool isByHalf)
    {
        var logOdds = story.Members.Where(m => m != article).Take(MostCompared)
            .Select(m => (float)model.LogOdds(article.Weighted, m.Weighted)).ToArray();
        return logOdds.Length == 0 ? null : PairModel.ProbabilityOf(isByHalf ? AverageLinkage.MeanOfLikestHalf(logOdds) : logOdds.Average());
    }
}
