using Stemma.Model;

namespace Stemma.Clustering;

/// <summary>Where every article is, open or closed, and which story ids lead to which.</summary>
/// <param name="forgetsClosed">Whether closed articles are let go of: a store keeps them.</param>
internal sealed class StoryBook(bool forgetsClosed)
{
    private const int LeastLetGo = 1024;
    private static readonly Explanation LongAgo = new("cluster.closed", "Decided when it came in; the reason was kept while the story was open.", null, []);

    // By place in the order of arrival; what is let go of is always the beginning.
    private readonly Dictionary<ArticleId, int> _places = [];
    private readonly List<Kept> _kept = [];
    private readonly Dictionary<StoryId, StoryId> _redirects = [];
    private readonly Dictionary<StoryId, int> _sizes = [];
    private readonly Dictionary<StoryId, (StoryId Earlier, byte[] Reason)> _continued = [];
    private readonly SortedDictionary<int, StoryAssignment> _moved = [];
    private int _first;
    private int _closed;

    /// <summary>The assignment of an article; null if it never came.</summary>
    public StoryAssignment? Find(ArticleId article) => _places.TryGetValue(article, out var place) ? ToAssignment(_kept[place - _first]) : null;

    /// <summary>All assignments that are kept, in order of arrival.</summary>
    public IReadOnlyList<StoryAssignment> All() => _kept.ConvertAll(ToAssignment);

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
        // A quarter at a time, so that the cost for each article stays the same.
        var gone = _closed - _first;
        if (!forgetsClosed || gone < LeastLetGo || gone * 4 < _kept.Count)
        {
            return;
        }
        for (var i = 0; i < gone; i++)
        {
            _places.Remove(_kept[i].Article);
        }
        _kept.RemoveRange(0, gone);
        _first = _closed;
        var inUse = _kept.Select(static k => k.Story).ToHashSet();
        foreach (var story in _sizes.Keys)
        {
            // A name stays taken while a second look might give it again.
            if (!inUse.Contains(story) && !_places.ContainsKey(new ArticleId(story.Value)))
            {
                _sizes.Remove(story);
                _continued.Remove(story);
            }
        }
        foreach (var (from, to) in _redirects)
        {
            if (!_sizes.ContainsKey(to))
            {
                _redirects.Remove(from);
            }
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
        _places.Add(assignment.Article, _first + _kept.Count);
        _kept.Add(new Kept(assignment.Article, assignment.Story, assignment.VersionOf, KeptReason.Pack(assignment.Explanation)));
        _sizes[assignment.Story] = _sizes.GetValueOrDefault(assignment.Story) + 1;
        if (assignment.Continues is { } earlier)
        {
            _continued[assignment.Story] = (earlier.Earlier, KeptReason.Pack(earlier.Explanation));
        }
    }

    /// <summary>
    /// Lets go of the reason why an article is where it is: nothing will change that any more. Articles are closed in the order
    /// in which they came.
    /// </summary>
    public void Close(ArticleId article)
    {
        var place = _places[article];
        _kept[place - _first] = _kept[place - _first] with { Reason = null };
        _closed = place + 1;
    }

    /// <summary>Notes that an article changed its story. A story that lost its last article leads to where that went.</summary>
    public void Move(StoryMove move, Explanation explanation)
    {
        var place = _places[move.Article.Id];
        var kept = _kept[place - _first] with { Story = move.To.Id, Reason = KeptReason.Pack(explanation) };
        _kept[place - _first] = kept;
        _moved[place] = ToAssignment(kept);
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
        writer.Write(_first);
        writer.Write(_closed);
        writer.Write(_kept.Count);
        foreach (var (article, story, versionOf, reason) in _kept)
        {
            writer.Write(article.Value);
            writer.Write(story.Value);
            writer.Write(versionOf?.Value ?? -1);
            writer.Write7BitEncodedInt(reason?.Length ?? 0);
            writer.Write(reason ?? []);
        }
        writer.Write(_redirects.Count);
        foreach (var (from, to) in _redirects.OrderBy(static r => r.Key))
        {
            writer.Write(from.Value);
            writer.Write(to.Value);
        }
        writer.Write(_continued.Count);
        foreach (var (story, (earlier, reason)) in _continued.OrderBy(static c => c.Key))
        {
            writer.Write(story.Value);
            writer.Write(earlier.Value);
            writer.Write7BitEncodedInt(reason.Length);
            writer.Write(reason);
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
        _first = reader.ReadInt32();
        _closed = reader.ReadInt32();
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            var article = new ArticleId(reader.ReadInt64());
            var story = new StoryId(reader.ReadInt64());
            var versionOf = reader.ReadInt64();
            var reason = reader.ReadBytes(reader.Read7BitEncodedInt());
            _places.Add(article, _first + _kept.Count);
            _kept.Add(new Kept(article, story, versionOf < 0 ? null : new ArticleId(versionOf), reason.Length == 0 ? null : reason));
        }
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            var from = new StoryId(reader.ReadInt64());
            _redirects[from] = new StoryId(reader.ReadInt64());
        }
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            var story = new StoryId(reader.ReadInt64());
            var earlier = new StoryId(reader.ReadInt64());
            _continued[story] = (earlier, reader.ReadBytes(reader.Read7BitEncodedInt()));
        }
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            var story = new StoryId(reader.ReadInt64());
            _sizes[story] = reader.ReadInt32();
        }
    }

    private StoryAssignment ToAssignment(Kept kept) =>
        new(kept.Article, kept.Story, kept.VersionOf, kept.Reason is { } reason ? KeptReason.Unpack(reason) : LongAgo)
        {
            // A second look may have found that the two are one story.
            Continues = _continued.TryGetValue(kept.Story, out var continued) && Resolve(continued.Earlier) is var earlier && earlier != kept.Story
                ? new Continuation(earlier, KeptReason.Unpack(continued.Reason))
                : null,
        };

    /// <summary>An assignment in little room; without a reason once it is closed.</summary>
    private readonly record struct Kept(ArticleId Article, StoryId Story, ArticleId? VersionOf, byte[]? Reason);
}
