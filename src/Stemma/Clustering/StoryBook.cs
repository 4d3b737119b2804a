using Stemma.Model;

namespace Stemma.Clustering;

/// <summary>Where every article is, open or closed, and which story ids lead to which.</summary>
/// <param name="forgetsClosed">Whether closed articles are let go of: a store keeps them.</param>
internal sealed class StoryBook(bool forgetsClosed)
{
    private static readonly Explanation LongAgo = new("cluster.closed", "Decided when it came in; the reason was kept while the story was open.", null, []);

    private readonly Dictionary<ArticleId, int> _places = [];
    private readonly List<StoryAssignment> _assignments = [];
    private readonly Dictionary<StoryId, StoryId> _redirects = [];
    private readonly Dictionary<StoryId, int> _sizes = [];
    private readonly SortedDictionary<int, StoryAssignment> _moved = [];
    private readonly HashSet<ArticleId> _closed = [];

    /// <summary>The assignment of an article; null if it never came.</summary>
    public StoryAssignment? Find(ArticleId article) => _places.TryGetValue(article, out var place) ? _assignments[place] : null;

    /// <summary>All assignments that are kept, in order of arrival.</summary>
    public IReadOnlyList<StoryAssignment> All() => [.. _assignments];

    /// <summary>The assignments that a second look changed since the last call, in order of arrival.</summary>
    public IReadOnlyList<StoryAssignment> TakeMoved()
    {
        StoryAssignment[] moved = [.. _moved.Values];
        _moved.Clear();
        return moved;
    }

    /// <summary>Lets go of closed articles for good, where the book does; what is left keeps its order.</summary>
    public void Tidy()
    {
        if (_closed.Count < 1024)
        {
            return;
        }
        _assignments.RemoveAll(a => _closed.Contains(a.Article));
        _closed.Clear();
        _places.Clear();
        for (var i = 0; i < _assignments.Count; i++)
        {
            _places.Add(_assignments[i].Article, i);
        }
    }

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
        if (forgetsClosed)
        {
            _closed.Add(article);
        }
    }

    /// <summary>Notes that an article changed its story. A story that lost its last article leads to where that went.</summary>
    public void Move(StoryMove move, Explanation explanation)
    {
        var place = _places[move.Article.Id];
        _assignments[place] = _assignments[place] with { Story = move.To.Id, Explanation = explanation };
        _moved[place] = _assignments[place];
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

    /// <summary>Writes the book, to go on from it after a restart.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.Write(_assignments.Count);
        foreach (var (article, story, versionOf, (rule, text, figure, evidence)) in _assignments)
        {
            writer.Write(article.Value);
            writer.Write(story.Value);
            writer.Write(versionOf?.Value ?? -1);
            writer.Write(rule);
            writer.Write(text);
            writer.Write(figure ?? double.NaN);
            writer.Write(evidence.Count);
            foreach (var (where, span) in evidence)
            {
                writer.Write(where.Value);
                writer.Write(span.Start);
                writer.Write(span.End);
            }
        }
        writer.Write(_redirects.Count);
        foreach (var (from, to) in _redirects.OrderBy(static r => r.Key))
        {
            writer.Write(from.Value);
            writer.Write(to.Value);
        }
        writer.Write(_sizes.Count);
        foreach (var (story, size) in _sizes.OrderBy(static s => s.Key))
        {
            writer.Write(story.Value);
            writer.Write(size);
        }
    }

    /// <summary>Takes up what <see cref="Write"/> wrote.</summary>
    public void Read(BinaryReader reader)
    {
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            var article = new ArticleId(reader.ReadInt64());
            var story = new StoryId(reader.ReadInt64());
            var versionOf = reader.ReadInt64();
            var rule = reader.ReadString();
            var text = reader.ReadString();
            var figure = reader.ReadDouble();
            var evidence = new Evidence[reader.ReadInt32()];
            for (var i = 0; i < evidence.Length; i++)
            {
                var where = new ArticleId(reader.ReadInt64());
                var start = reader.ReadInt32();
                evidence[i] = new Evidence(where, new TextSpan(start, reader.ReadInt32()));
            }
            _places.Add(article, _assignments.Count);
            _assignments.Add(new StoryAssignment(article, story, versionOf < 0 ? null : new ArticleId(versionOf),
                new Explanation(rule, text, double.IsNaN(figure) ? null : figure, evidence)));
        }
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            var from = new StoryId(reader.ReadInt64());
            _redirects[from] = new StoryId(reader.ReadInt64());
        }
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            var story = new StoryId(reader.ReadInt64());
            _sizes[story] = reader.ReadInt32();
        }
    }
}
