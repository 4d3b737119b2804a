using Stemma.Model;

namespace Stemma.Storage;

/// <summary>What readers keep: labels, stories followed and muted, searches; and which stories grow.</summary>
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

    public ValueTask<IReadOnlyList<(StoryId Story, string Folder)>> FoldersAsync(IReadOnlyList<StoryId> stories, CancellationToken cancellationToken = default) => new(Read(
        d =>
        {
            if (d.Number("SELECT COUNT(*) FROM feed WHERE folder <> ''") == 0)
            {
                return [];
            }
            List<(StoryId, string)> folders = [];
            foreach (var story in stories)
            {
                folders.AddRange(d.All(
                    "SELECT DISTINCT f.folder FROM article a JOIN feed f ON f.id = a.feed_id WHERE a.story_id = ?1 AND f.folder <> '' ORDER BY 1",
                    static r => r.GetString(0), story.Value).Select(f => (story, f)));
            }
            return (IReadOnlyList<(StoryId, string)>)folders;
        }));

    // INDEXED BY keeps to the few articles of the time asked for: SQLite else walks all stories.
    public ValueTask<IReadOnlyList<(StoryId Story, int Articles)>> GrowingAsync(
        DateTimeOffset since, int limit, CancellationToken cancellationToken = default) => new(Read(
        d => (IReadOnlyList<(StoryId, int)>)d.All(
            """
            SELECT story_id, COUNT(*) FROM article INDEXED BY article_by_taken WHERE taken_at > ?1 AND story_id IS NOT NULL AND state = 2
            GROUP BY story_id HAVING COUNT(*) > 1 ORDER BY 2 DESC, story_id LIMIT ?2
            """,
            static r => (new StoryId(r.GetInt64(0)), r.GetInt32(1)), Columns.Of(since), limit)));
}
