using Stemma.Model;

namespace Stemma.Storage;

/// <summary>What the steps remember between runs, and the corrections of people.</summary>
public sealed partial class SqliteStore
{
    public Task RememberAsync(string name, long atTurn, ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default)
    {
        // Packed here and not in the queue: others need not wait for it.
        var packed = Packing.Pack(content.Span);
        return WriteAsync(
            d => d.Run(
            "INSERT INTO memory (name, at_turn, content) VALUES (?1, ?2, ?3) ON CONFLICT DO UPDATE SET at_turn = ?2, content = ?3",
            name, atTurn, packed),
        cancellationToken);
    }

    public ValueTask<(long AtTurn, byte[] Content)?> RecallAsync(string name, CancellationToken cancellationToken = default) => new(Read(
        d => d.First(
            "SELECT at_turn, content FROM memory WHERE name = ?1",
            static r => ((long, byte[])?)(r.GetInt64(0), Packing.Unpack(r.Bytes(1))), name)));

    public ValueTask<IReadOnlyList<(long Turn, Article Article, StoryAssignment Assignment)>> AssignedAfterAsync(
        long turn, DateTimeOffset since, int limit, CancellationToken cancellationToken = default) => new(Read(
        d => (IReadOnlyList<(long, Article, StoryAssignment)>)d.All(
            """
            SELECT a.id, a.story_id, a.version_of, a.why, a.turn, r.article FROM article a JOIN reading r ON r.seq = a.seq
            WHERE a.turn > ?1 AND a.taken_at >= ?2 AND a.state = 2 ORDER BY a.turn LIMIT ?3
            """,
            static r => (
                r.GetInt64(4),
                StoredJson.Unpack(r.Bytes(5), StoredJson.Default.Article),
                new StoryAssignment(
                    new ArticleId(r.GetInt64(0)), new StoryId(r.GetInt64(1)), r.Long(2) is { } of ? new ArticleId(of) : null,
                    StoredJson.Unpack(r.Bytes(3), StoredJson.Default.Explanation))),
            turn, Columns.Of(since), limit)));

    public Task CorrectAsync(
        ArticleId a, ArticleId b, bool together, long? user, DateTimeOffset at, CancellationToken cancellationToken = default) => WriteAsync(
        d => d.Run(
            "INSERT INTO correction (a, b, together, user_id, at) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO UPDATE SET together = ?3, user_id = ?4, at = ?5",
            Math.Min(a.Value, b.Value), Math.Max(a.Value, b.Value), together ? 1 : 0, user, Columns.Of(at)),
        cancellationToken);

    public ValueTask<IReadOnlyList<(ArticleId A, ArticleId B, bool Together)>> CorrectionsAsync(CancellationToken cancellationToken = default) => new(Read(
        static d => (IReadOnlyList<(ArticleId, ArticleId, bool)>)d.All(
            "SELECT a, b, together FROM correction ORDER BY at, a, b",
            static r => (new ArticleId(r.GetInt64(0)), new ArticleId(r.GetInt64(1)), r.GetInt64(2) != 0))));
}
