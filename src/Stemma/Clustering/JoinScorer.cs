namespace Stemma.Clustering;

/// <summary>How like an article is to a story, and how far apart they are in time.</summary>
internal sealed class JoinScorer(ClusteringOptions options)
{
    /// <summary>
    /// Cosine of the article to the story's sum for body, names and title, mixed by the weights of the kinds that both
    /// have, and falling with the time since the story's latest and first account. In [0, 1].
    /// </summary>
    public JoinCandidate Score(WeightedArticle article, OpenStory story)
    {
        var body = Cosine(article.Body, story.Body, story.Lengths.Body);
        var names = Cosine(article.Names, story.Names, story.Lengths.Names);
        var title = Cosine(article.Title, story.Title, story.Lengths.Title);
        var sum = 0.0;
        var weight = 0.0;
        Mix(body, options.BodyWeight);
        Mix(names, options.NameWeight);
        Mix(title, options.TitleWeight);
        var likeness = weight > 0 ? sum / weight : 0;
        var decay = Decay(article.Features.Time, story.Last, options.SinceLast)
            * Decay(article.Features.Time, story.First, options.SinceFirst);
        return new JoinCandidate(story, likeness * decay, likeness, decay);

        void Mix(float? cosine, double share)
        {
            sum += (cosine ?? 0) * share;
            weight += cosine is null ? 0 : share;
        }
    }

    private static float? Cosine(SparseVector article, SparseVector story, float length) =>
        article.IsEmpty || story.IsEmpty ? null : article.Dot(story) / length;

    private static double Decay(DateTimeOffset? time, DateTimeOffset? other, TimeSpan scale) =>
        time is { } a && other is { } b ? Math.Exp(-(a - b).Duration() / scale) : 1;
}
