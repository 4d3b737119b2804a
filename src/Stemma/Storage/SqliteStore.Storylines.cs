using System.Runtime.InteropServices;
using Stemma.Model;

namespace Stemma.Storage;

/// <summary>Closed stories, and which story goes on from which.</summary>
public sealed partial class SqliteStore
{
    /// <summary>A term is followed to so many archived accounts, the newest.</summary>
    private const int ArchiveHolders = 64;

    /// <summary>A batch lets go of so many old ones at most, so that no write takes long.</summary>
    private const int LetGoAtOnce = 200;

    /// <summary>How many stories may go on from one, at most, to be told of.</summary>
    private const int MostBranches = 20;

    public Task ArchiveAsync(IReadOnlyList<ArchivedArticle> closed, DateTimeOffset until, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(closed);
        var packed = closed.Select(static c => (Article: c, Content: Packing.Pack(c.Content.Span))).ToList();
        return WriteAsync(
            d =>
            {
                foreach (var (article, content) in packed)
                {
                    Archive(d, article, content);
                }
                var old = d.All(
                    "SELECT article_id, seen_at, terms FROM archived WHERE seen_at < ?1 ORDER BY seen_at LIMIT ?2",
                    static r => (Article: r.GetInt64(0), Seen: r.GetInt64(1), Terms: r.Bytes(2)), Columns.Of(until), LetGoAtOnce);
                foreach (var (article, seen, terms) in old)
                {
                    foreach (var term in MemoryMarshal.Cast<byte, uint>(terms))
                    {
                        d.Run("DELETE FROM archived_term WHERE term = ?1 AND seen_at = ?2 AND article_id = ?3", (long)term, seen, article);
                    }
                    d.Run("DELETE FROM archived WHERE article_id = ?1", article);
                }
            },
            cancellationToken);
    }

    public ValueTask<IReadOnlyList<ArchivedArticle>> ArchivedNearAsync(
        IReadOnlyList<uint> terms, DateTimeOffset since, int limit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return new(Read(d =>
        {
            Dictionary<long, int> shared = [];
            foreach (var term in terms)
            {
                var holders = d.All(
                    "SELECT article_id FROM archived_term WHERE term = ?1 AND seen_at >= ?2 ORDER BY seen_at DESC LIMIT ?3",
                    static r => r.GetInt64(0), (long)term, Columns.Of(since), ArchiveHolders);
                foreach (var holder in holders)
                {
                    shared[holder] = shared.GetValueOrDefault(holder) + 1;
                }
            }
            var best = shared.Where(static s => s.Value > 1).OrderByDescending(static s => s.Value).ThenBy(static s => s.Key).Take(limit);
            return (IReadOnlyList<ArchivedArticle>)[.. best.Select(s => ToArchived(d, s.Key)).OfType<ArchivedArticle>()];
        }));
    }

    public ValueTask<IReadOnlyList<StorylineStep>> StorylineOfAsync(StoryId story, int limit, CancellationToken cancellationToken = default) =>
        new(Read(d =>
        {
            var start = Resolve(d, story);
            HashSet<StoryId> told = [start];
            List<StorylineStep> steps = [];
            var here = start;
            while (steps.Count < limit && EarlierOf(d, here) is { } link && told.Add(link.Earlier))
            {
                here = link.Earlier;
                if (d.First($"SELECT {StoryColumns} FROM story WHERE id = ?1 AND briefed > 0", ToStoryLine, here.Value) is { } line)
                {
                    steps.Add(new StorylineStep(line, false, link.Why));
                }
            }
            var earlier = steps.Count;
            Queue<StoryId> open = new([start]);
            while (steps.Count - earlier < limit && open.TryDequeue(out var next))
            {
                foreach (var (later, why) in LaterThan(d, next))
                {
                    if (told.Add(later) && steps.Count - earlier < limit
                        && d.First($"SELECT {StoryColumns} FROM story WHERE id = ?1 AND briefed > 0", ToStoryLine, later.Value) is { } line)
                    {
                        steps.Add(new StorylineStep(line, true, why));
                        open.Enqueue(later);
                    }
                }
            }
            return (IReadOnlyList<StorylineStep>)steps;
        }));

    private static void Archive(Database d, ArchivedArticle article, byte[] content)
    {
        var seen = Columns.Of(article.Seen);
        uint[] terms = [.. article.Terms.Distinct()];
        var isNew = d.Run(
            "INSERT INTO archived (article_id, seen_at, terms, content) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING",
            article.Article.Value, seen, MemoryMarshal.AsBytes(terms.AsSpan()).ToArray(), content) > 0;
        foreach (var term in isNew ? terms : [])
        {
            d.Run(
                "INSERT INTO archived_term (term, seen_at, article_id) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING",
                (long)term, seen, article.Article.Value);
        }
    }

    private static ArchivedArticle? ToArchived(Database d, long article)
    {
        var found = d.First(
            "SELECT x.seen_at, x.terms, x.content, a.story_id FROM archived x JOIN article a ON a.id = x.article_id WHERE x.article_id = ?1",
            static r => ((DateTimeOffset Seen, byte[] Terms, byte[] Content, long? Story)?)(r.TimeSet(0), r.Bytes(1), r.Bytes(2), r.Long(3)), article);
        return found is { Story: { } story } kept
            ? new ArchivedArticle(
                new ArticleId(article), Resolve(d, new StoryId(story)), kept.Seen, MemoryMarshal.Cast<byte, uint>(kept.Terms).ToArray(), Packing.Unpack(kept.Content))
            : null;
    }

    private static void Continue(Database d, StoryAssignment assignment)
    {
        if (assignment.Continues is { } earlier)
        {
            d.Run(
                "INSERT INTO storyline (story_id, earlier_id, why) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING",
                assignment.Story.Value, earlier.Earlier.Value, StoredJson.Pack(earlier.Explanation, StoredJson.Default.Explanation));
        }
    }

    /// <summary>The story that one goes on from, and why; of those merged into it too. Null if none.</summary>
    private static (StoryId Earlier, Explanation Why)? EarlierOf(Database d, StoryId story)
    {
        foreach (var (earlier, why) in d.All(
            """
            SELECT earlier_id, why FROM storyline
            WHERE story_id = ?1 OR story_id IN (SELECT id FROM story WHERE merged_into = ?1) ORDER BY story_id <> ?1, story_id LIMIT ?2
            """,
            static r => (new StoryId(r.GetInt64(0)), StoredJson.Unpack(r.Bytes(1), StoredJson.Default.Explanation)), story.Value, MostBranches))
        {
            if (Resolve(d, earlier) is var now && now != story)
            {
                return (now, why);
            }
        }
        return null;
    }

    private static List<(StoryId Later, Explanation Why)> LaterThan(Database d, StoryId story) => [.. d.All(
        """
        SELECT story_id, why FROM storyline
        WHERE earlier_id = ?1 OR earlier_id IN (SELECT id FROM story WHERE merged_into = ?1) ORDER BY story_id LIMIT ?2
        """,
        static r => (new StoryId(r.GetInt64(0)), StoredJson.Unpack(r.Bytes(1), StoredJson.Default.Explanation)), story.Value, MostBranches)
        .Select(l => (Resolve(d, l.Item1), l.Item2)).Where(l => l.Item1 != story)];
}
