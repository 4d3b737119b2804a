using Stemma.Model;

namespace Stemma.Clustering;

/// <summary>
/// Step 4: which articles tell of the same event, decided as they stream in. Articles must come in order of time, those of
/// equal time in order of their ids; those without a time may stand anywhere.
/// </summary>
public sealed class StoryClusterer
{
    private readonly ClusteringOptions _options;
    private readonly FeatureReader _reader;
    private readonly RollingFrequencies _frequencies;
    private readonly StoryIndex _index;
    private readonly JoinScorer _scorer;
    private readonly Dictionary<ArticleId, StoryAssignment> _assignments = [];
    private readonly List<ArticleId> _order = [];
    private DateTimeOffset _clock = DateTimeOffset.MinValue;
    private int _stories;
    private int _sweepAt = 1 << 14;

    /// <summary>A clusterer that has seen nothing yet.</summary>
    public StoryClusterer()
        : this(new ClusteringOptions())
    {
    }

    /// <summary>A clusterer with figures of the caller's own.</summary>
    public StoryClusterer(ClusteringOptions options)
    {
        _options = options;
        var background = BackgroundFrequencies.LoadBuiltIn();
        _reader = new FeatureReader(options, background);
        _frequencies = new RollingFrequencies(options, background);
        _index = new StoryIndex(options);
        _scorer = new JoinScorer(options);
    }

    /// <summary>
    /// Puts one article in a story, or opens a new one for it. An article that came before is answered as before. The cost
    /// does not depend on how many articles have been seen.
    /// </summary>
    public StoryAssignment Cluster(Article article, Analysis analysis)
    {
        _ = analysis;
        return _assignments.TryGetValue(article.Id, out var known) ? known : Cluster(article, _reader.Read(article));
    }

    /// <summary>Where each article ended up after a second look at all of them, in the order they came in.</summary>
    public IReadOnlyList<StoryAssignment> Settle() => _order.ConvertAll(id => _assignments[id]);

    internal ArticleFeatures Read(Article article) => _reader.Read(article);

    internal StoryAssignment Cluster(Article article, ArticleFeatures features)
    {
        MoveClock(features.Time);
        var weighted = Weigh(features);
        var closedBefore = _clock == DateTimeOffset.MinValue ? _clock : _clock - _options.CloseAfter;
        var candidates = _index.Find(LookupTermsOf(weighted), closedBefore)
            .ConvertAll(story => _scorer.Score(weighted, story));
        candidates.Sort(static (x, y) => x.Score != y.Score
            ? y.Score.CompareTo(x.Score)
            : x.Story.Number.CompareTo(y.Story.Number));
        var joins = candidates.Count > 0 && candidates[0].Score >= _options.JoinAt;
        var story = joins ? candidates[0].Story : new OpenStory(new StoryId(article.Id.Value), _stories++);
        var explanation = joins
            ? JoinExplainer.Joined(article, weighted, candidates)
            : JoinExplainer.Opened(article, candidates, _options.JoinAt);
        var versionOf = VersionFinder.Find(weighted, story.Members);
        Enter(weighted, story);
        var assignment = new StoryAssignment(article.Id, story.Id, versionOf, explanation);
        _assignments.Add(article.Id, assignment);
        _order.Add(article.Id);
        return assignment;
    }

    private void MoveClock(DateTimeOffset? time)
    {
        if (time is { } now && now > _clock)
        {
            _clock = now;
            _frequencies.MoveTo(now);
        }
    }

    private WeightedArticle Weigh(ArticleFeatures features)
    {
        _frequencies.Add([.. features.Body.Concat(features.Title).Select(static t => t.Term).Distinct(), .. features.Names.Select(static t => t.Term)]);
        return new WeightedArticle(
            features,
            Weigh(features.Body, _options.BodyTerms),
            Weigh(features.Names, _options.NameTerms),
            Weigh(features.Title, _options.BodyTerms));
    }

    private SparseVector Weigh(IReadOnlyList<ArticleTerm> terms, int limit)
    {
        List<(uint, float)> entries = new(terms.Count);
        foreach (var term in terms)
        {
            entries.Add((term.Term, (1 + MathF.Log(term.Count)) * _frequencies.IdfOf(term.Term)));
        }
        return SparseVector.OfHeaviest(entries, limit);
    }

    private List<(uint Term, float Weight)> LookupTermsOf(WeightedArticle article)
    {
        List<(uint Term, float Weight)> terms = [];
        Gather(article.Body, (float)_options.BodyWeight);
        Gather(article.Names, (float)_options.NameWeight);
        Gather(article.Title, (float)_options.TitleWeight);
        terms.Sort(static (x, y) => x.Weight != y.Weight ? y.Weight.CompareTo(x.Weight) : x.Term.CompareTo(y.Term));
        return terms.Count > _options.LookupTerms ? terms[.._options.LookupTerms] : terms;

        void Gather(SparseVector vector, float share)
        {
            for (var i = 0; i < vector.Count; i++)
            {
                terms.Add((vector.Terms[i], vector.Weights[i] * MathF.Sqrt(share)));
            }
        }
    }

    private void Enter(WeightedArticle article, OpenStory story)
    {
        story.Add(article, _clock, _options.StoryTerms);
        foreach (var (term, _) in LookupTermsOf(article))
        {
            _index.Add(term, story);
        }
        if (_order.Count >= _sweepAt && _clock != DateTimeOffset.MinValue)
        {
            _index.Sweep(_clock - _options.CloseAfter);
            _sweepAt = _order.Count + (1 << 14);
        }
    }
}
