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
    private readonly StreamWindow _window;
    private readonly PairModel _model;
    private readonly SecondLook _secondLook;
    private readonly Dictionary<ArticleId, StoryAssignment> _assignments = [];
    private readonly List<ArticleId> _order = [];

    /// <summary>A clusterer that has seen nothing yet.</summary>
    public StoryClusterer()
        : this(new ClusteringOptions())
    {
    }

    /// <summary>A clusterer with figures of the caller's own.</summary>
    public StoryClusterer(ClusteringOptions options)
        : this(options, PairWeights.LoadBuiltIn())
    {
    }

    internal StoryClusterer(ClusteringOptions options, PairWeights weights)
    {
        _options = options;
        var background = BackgroundFrequencies.LoadBuiltIn();
        _reader = new FeatureReader(options, background);
        _window = new StreamWindow(options, background);
        _model = new PairModel(options, weights);
        _secondLook = new SecondLook(options, _model);
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
    public IReadOnlyList<StoryAssignment> Settle()
    {
        var settled = _secondLook.Settle();
        return _order.ConvertAll(id => settled.TryGetValue(id, out var story) ? _assignments[id] with { Story = story } : _assignments[id]);
    }

    internal ArticleFeatures Read(Article article) => _reader.Read(article);

    internal StoryAssignment Cluster(Article article, ArticleFeatures features)
    {
        var (entered, neighbours) = _window.Enter(features);
        List<(OpenArticle Article, double LogOdds)> compared = neighbours.ConvertAll(n => (n, _model.LogOdds(entered.Weighted, n.Weighted)));
        _secondLook.Add(entered, compared);
        var candidates = Rank(entered, compared);
        var joins = candidates.Count > 0 && candidates[0].LogOdds >= _options.JoinAt - _options.LeniencyFor(_order.Count + 1);
        var story = joins ? candidates[0].Story : new OpenStory(new StoryId(article.Id.Value), entered.Slot);
        var explanation = joins
            ? JoinExplainer.Joined(article, features, entered.Weighted, candidates)
            : JoinExplainer.Opened(candidates);
        var versionOf = joins ? VersionFinder.Find(entered.Weighted, story.Members) : null;
        story.Add(entered);
        var assignment = new StoryAssignment(article.Id, story.Id, versionOf, explanation);
        _assignments.Add(article.Id, assignment);
        _order.Add(article.Id);
        return assignment;
    }

    /// <summary>The stories of the neighbours, the one whose accounts are likest on the mean first.</summary>
    private List<JoinCandidate> Rank(OpenArticle article, List<(OpenArticle Article, double LogOdds)> compared)
    {
        Dictionary<int, double> known = compared.ToDictionary(c => c.Article.Slot, c => c.LogOdds);
        List<JoinCandidate> candidates = [];
        foreach (var story in compared.Select(c => c.Article.Story!).Distinct())
        {
            var sum = 0.0;
            var members = story.Members;
            var from = Math.Max(0, members.Count - _options.MembersCompared);
            for (var i = from; i < members.Count; i++)
            {
                sum += known.TryGetValue(members[i].Slot, out var logOdds) ? logOdds : _model.LogOdds(article.Weighted, members[i].Weighted);
            }
            candidates.Add(new JoinCandidate(story, sum / (members.Count - from)));
        }
        candidates.Sort(static (x, y) => x.LogOdds != y.LogOdds ? y.LogOdds.CompareTo(x.LogOdds) : x.Story.Number.CompareTo(y.Story.Number));
        return candidates;
    }
}
