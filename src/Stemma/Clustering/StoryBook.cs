using Stemma.Model;

namespace Stemma.Clustering;

/// <summary>Where every article is, open or closed, and which story ids lead to which.</summary>
internal sealed class StoryBook
{
    private static readonly Explanation LongAgo = new("cluster.closed", "Decided when it came in; the reason was kept while the story was open.", null, []);

    private readonly Dictionary<ArticleId, int> _places = [];
    private readonly List<StoryAssignment> _assignments = [];
    private readonly Dictionary<StoryId, StoryId> _redirects = [];
    private readonly Dictionary<StoryId, int> _sizes = [];

    /// <summary>The assignment of an article; null if it never came.</summary>
    public StoryAssignment? Find(ArticleId article) => _places.TryGetValue(article, out var place) ? _assignments[place] : null;

    /// <summary>All assignments in order of arrival.</summary>
    public IReadOnlyList<StoryAssignment> All() => [.. _assignments];

    /// <summary>Whether a story of that id was ever named.</summary>
    public bool IsNamed(StoryId story) => _sizes.ContainsKey(story);

    /// <summary>The id of a story that the article opens.</summary>
    public StoryId NameFor(ArticleId article)
    {
        var id = new StoryId(article.Value);
        return IsNamed(id) ? new StoryId(ContentId.Of("story", article.ToString())) : id;
    }

    public void Add(StoryAssignment assignment)
    {
        _places.Add(assignment.Article, _assignments.Count);
        _assignments.Add(assignment);
        _sizes[assignment.Story] = _sizes.GetValueOrDefault(assignment.Story) + 1;
    }

    /// <summary>Lets go of the reason why an article is where it is: nothing will change that any more.</summary>
    public void Close(ArticleId article)
    {
        var place = _places[article];
        _assignments[place] = _assignments[place] with { Explanation = LongAgo };
    }

    /// <summary>Notes that an article changed its story. A story that lost its last article leads to where that went.</summary>
    public void Move(StoryMove move, Explanation explanation)
    {
        var place = _places[move.Article.Id];
        _assignments[place] = _assignments[place] with { Story = move.To.Id, Explanation = explanation };
        _sizes[move.To.Id] = _sizes.GetValueOrDefault(move.To.Id) + 1;
        _redirects.Remove(move.To.Id);
        if (--_sizes[move.From.Id] == 0)
        {
            _redirects[move.From.Id] = move.To.Id;
        }
    }

    /// <summary>The story that an id stands for now.</summary>
    public StoryId Resolve(StoryId story)
    {
        for (var steps = 0; steps < _redirects.Count && _redirects.TryGetValue(story, out var next); steps++)
        {
            story = next;
        }
        return story;
    }
}
