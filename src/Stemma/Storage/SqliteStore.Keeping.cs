using Stemma.Model;

namespace Stemma.Storage;

/// <summary>What readers keep: labels, stories followed and muted, searches; and stories as a day had them.</summary>
public sealed partial class SqliteStore
{
    public ValueTask<IReadOnlyList<(string Name, int Articles)>> LabelsAsync(ReaderScope scope, CancellationToken cancellationToken = default) => new(Read(
        d => (IReadOnlyList<(string, int)>)d.All(
            "SELECT name, COUNT(*) FROM label WHERE user_id = ?1 GROUP BY name ORDER BY name", static r => (r.GetString(0), r.GetInt32(1)), scope.User)));

    public ValueTask<IReadOnlyList<string>> LabelsOfAsync(ReaderScope scope, long article, CancellationToken cancellationToken = default) => new(Read(
        d => (IReadOnlyList<string>)d.All(
            "SELECT name FROM label WHERE user_id = ?1 AND seq = ?2 ORDER BY name", static r => r.GetString(0), scope.User, article)));

    public Task LabelAsync(ReaderScope scope, long article, string label, bool isOn, CancellationToken cancellationToken = default) => WriteAsync(
        d => isOn
            ? d.Run("INSERT INTO label (user_id, name, seq) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING", scope.User, label, article)
            : d.Run("DELETE FROM label WHERE user_id = ?1 AND name = ?2 AND seq = ?3", scope.User, label, article),
        cancellationToken);

    public ValueTask<IReadOnlyList<(StoryId Story, string Stand)>> StandsAsync(ReaderScope scope, CancellationToken cancellationToken = default) => new(Read(
        d => (IReadOnlyList<(StoryId, string)>)d.All(
            "SELECT story_id, stand FROM story_mark WHERE user_id = ?1 ORDER BY at DESC, story_id LIMIT 2000",
            static r => (new StoryId(r.GetInt64(0)), r.GetString(1)), scope.User)));

    public Task StandAsync(
        ReaderScope scope, StoryId story, string? stand, DateTimeOffset at, CancellationToken cancellationToken = default) => WriteAsync(
        d => stand is null
            ? d.Run("DELETE FROM story_mark WHERE user_id = ?1 AND story_id = ?2", scope.User, story.Value)
            : d.Run(
                "INSERT INTO story_mark (user_id, story_id, stand, at) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO UPDATE SET stand = ?3, at = ?4",
                scope.User, story.Value, stand, Columns.Of(at)),
        cancellationToken);

    public ValueTask<IReadOnlyList<string>> SavedSearchesAsync(ReaderScope scope, CancellationToken cancellationToken = default) => new(Read(
        d => (IReadOnlyList<string>)d.All(
            "SELECT query FROM saved_search WHERE user_id = ?1 ORDER BY at, query", static r => r.GetString(0), scope.User)));

    public Task SaveSearchAsync(
        ReaderScope scope, string query, bool isOn, DateTimeOffset at, CancellationToken cancellationToken = default) => WriteAsync(
        d => isOn
            ? d.Run("INSERT INTO saved_search (user_id, query, at) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING", scope.User, query, Columns.Of(at))
            : d.Run("DELETE FROM saved_search WHERE user_id = ?1 AND query = ?2", scope.User, query),
        cancellationToken);

    public ValueTask<IReadOnlyList<StoryLine>> StoriesAsOfAsync(
        DateTimeOffset since, DateTimeOffset until, int limit, CancellationToken cancellationToken = default) => new(Read(d =>
    {
        var then = d.All(
            """
            SELECT a.story_id, COUNT(*), COUNT(DISTINCT COALESCE(a.outlet, a.url, a.id)), MAX(a.taken_at),
                (SELECT f.id FROM article f WHERE f.story_id = a.story_id AND f.state = 2 ORDER BY f.seq LIMIT 1)
            FROM article a
            WHERE +a.taken_at <= ?2 AND a.state = 2
                AND a.story_id IN (SELECT story_id FROM article INDEXED BY article_by_taken WHERE taken_at > ?1 AND taken_at <= ?2 AND state = 2)
            GROUP BY a.story_id ORDER BY 3 DESC, 2 DESC, a.story_id LIMIT ?3
            """,
            static r => (Story: r.GetInt64(0), Accounts: r.GetInt32(1), Outlets: r.GetInt32(2), Last: r.TimeSet(3), First: r.GetInt64(4)),
            Columns.Of(since), Columns.Of(until), limit);
        return (IReadOnlyList<StoryLine>)[.. then.Select(t => AsOf(d, t.Story, t.Accounts, t.Outlets, t.Last, t.First, until)).OfType<StoryLine>()];
    }));

    // The plus and INDEXED BY keep to the few articles of the time asked for: SQLite else walks all stories.
    public ValueTask<IReadOnlyList<(StoryId Story, int Articles)>> GrowingAsync(
        DateTimeOffset since, int limit, CancellationToken cancellationToken = default) => new(Read(
        d => (IReadOnlyList<(StoryId, int)>)d.All(
            """
            SELECT story_id, COUNT(*) FROM article INDEXED BY article_by_taken WHERE taken_at > ?1 AND story_id IS NOT NULL AND state = 2
            GROUP BY story_id HAVING COUNT(*) > 1 ORDER BY 2 DESC, story_id LIMIT ?2
            """,
            static r => (new StoryId(r.GetInt64(0)), r.GetInt32(1)), Columns.Of(since), limit)));

    private static StoryLine? AsOf(Database d, long story, int accounts, int outlets, DateTimeOffset last, long first, DateTimeOffset until)
    {
        if (d.First($"SELECT {StoryColumns} FROM story WHERE id = ?1 AND briefed > 0", ToStoryLine, story) is not { } line)
        {
            return null;
        }
        // A headline that came after that day was not there to lead.
        var title = d.First(
            "SELECT title FROM article WHERE id = ?1 AND taken_at <= ?2", static r => r.GetString(0), line.TitleOf?.Value, Columns.Of(until));
        return line with
        {
            Accounts = accounts,
            Outlets = outlets,
            LastAt = last,
            Title = title ?? d.First("SELECT title FROM article WHERE id = ?1", static r => r.GetString(0), first) ?? line.Title,
            TitleOf = title is null ? new ArticleId(first) : line.TitleOf,
        };
    }
}
