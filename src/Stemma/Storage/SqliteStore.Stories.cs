using System.Text.Json;
using Microsoft.Data.Sqlite;
using Stemma.Model;

namespace Stemma.Storage;

/// <summary>Stories and their briefs.</summary>
public sealed partial class SqliteStore
{
    private const string StoryColumns =
        "id, title, title_of, title_why, lang, section, place, first_at, last_at, accounts, outlets, roots, unclear, denials, conflicts, names, picture";

    public ValueTask<IReadOnlyList<(StoryId Story, long Revision)>> StoriesToBriefAsync(int limit, CancellationToken cancellationToken = default) => new(Read(
        d => (IReadOnlyList<(StoryId, long)>)d.All(
            "SELECT id, revision FROM story WHERE briefed < revision AND merged_into IS NULL ORDER BY id LIMIT ?1",
            static r => (new StoryId(r.GetInt64(0)), r.GetInt64(1)), limit)));

    public ValueTask<Story?> StoryAsync(StoryId story, CancellationToken cancellationToken = default) => new(Read(d => Load(d, story)));

    public Task SaveBriefAsync(StoryBrief brief, long revision, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(brief);
        var packed = StoredJson.Pack(brief with { Story = brief.Story with { Accounts = [] } }, StoredJson.Default.StoryBrief);
        var head = StoryHead.Of(brief);
        var names = JsonSerializer.Serialize(head.OutletNames, StoredJson.Default.IReadOnlyListString);
        return WriteAsync(
            d =>
            {
                var changed = d.Run(
                """
                UPDATE story SET briefed = ?2, title = ?3, title_of = ?4, title_why = ?5, lang = ?6, section = ?7, place = ?8, accounts = ?9,
                    outlets = ?10, roots = ?11, unclear = ?12, denials = ?13, conflicts = ?14, names = ?15, picture = ?16, brief = ?17
                WHERE id = ?1 AND briefed < ?2
                """,
                brief.Story.Id.Value, revision, head.TitleOf.Title, head.TitleOf.Id.Value, head.TitleReason, head.TitleOf.Language, head.Section,
                head.Place, brief.Story.Accounts.Count, head.Outlets, head.Roots, brief.Lineage.UnclearOrigins, head.Denials, head.Conflicts,
                names, head.Picture?.AbsoluteUri, packed);
                if (changed > 0)
                {
                    SaveDay(d, brief, head, names);
                }
            },
            cancellationToken);
    }

    public Task SkipBriefAsync(StoryId story, long revision, CancellationToken cancellationToken = default) => WriteAsync(
        d => d.Run("UPDATE story SET briefed = ?2 WHERE id = ?1 AND briefed < ?2", story.Value, revision), cancellationToken);

    public ValueTask<StoryBrief?> BriefAsync(StoryId story, CancellationToken cancellationToken = default) => new(Read(d =>
    {
        var id = Resolve(d, story);
        var packed = d.First("SELECT brief FROM story WHERE id = ?1", static r => r.IsDBNull(0) ? null : r.Bytes(0), id.Value);
        return packed is null || Load(d, id) is not { } loaded
            ? null
            : StoredJson.Unpack(packed, StoredJson.Default.StoryBrief) with { Story = loaded };
    }));

    public ValueTask<StoryLine?> StoryLineAsync(StoryId story, CancellationToken cancellationToken = default) => new(Read(
        d => d.First($"SELECT {StoryColumns} FROM story WHERE id = ?1", ToStoryLine, Resolve(d, story).Value)));

    public ValueTask<IReadOnlyList<StoryLine>> StoriesSinceAsync(
        DateTimeOffset since, DateTimeOffset until, int limit, CancellationToken cancellationToken = default) => new(Read(
        d => (IReadOnlyList<StoryLine>)d.All(
            $"""
            SELECT {StoryColumns} FROM story
            WHERE merged_into IS NULL AND last_at > ?1 AND last_at <= ?2 AND briefed > 0 ORDER BY last_at DESC, id LIMIT ?3
            """,
            ToStoryLine, Columns.Of(since), Columns.Of(until), limit)));

    public ValueTask<StoryId?> ResolveAsync(StoryId story, CancellationToken cancellationToken = default) => new(Read(d =>
    {
        var id = Resolve(d, story);
        return d.Number("SELECT 1 FROM story WHERE id = ?1", id.Value) == 1 ? id : (StoryId?)null;
    }));

    private static StoryId Resolve(Database d, StoryId story)
    {
        var id = story.Value;
        for (var steps = 0; steps < 32; steps++)
        {
            var next = d.Number("SELECT merged_into FROM story WHERE id = ?1", id);
            if (next == 0)
            {
                break;
            }
            id = next;
        }
        return new StoryId(id);
    }

    private static Story? Load(Database d, StoryId story)
    {
        var rows = d.All(
            """
            SELECT a.id, a.version_of, a.why, r.article, r.analysis FROM article a JOIN reading r ON r.seq = a.seq
            WHERE a.story_id = ?1 AND a.state = 2 ORDER BY a.seq
            """,
            static r => (
                VersionOf: r.Long(1),
                Why: r.IsDBNull(2) ? null : StoredJson.Unpack(r.Bytes(2), StoredJson.Default.Explanation),
                Article: StoredJson.Unpack(r.Bytes(3), StoredJson.Default.Article),
                Analysis: StoredJson.Unpack(r.Bytes(4), StoredJson.Default.Analysis)),
            story.Value);
        if (rows.Count == 0)
        {
            return null;
        }
        var earlier = rows.ToDictionary(r => r.Article.Id.Value, r => r.VersionOf);
        var unknown = new Explanation("cluster.kept", "It was put in this story when it came in.", null, []);
        return new Story(story, [.. rows
            .GroupBy(r => First(earlier, r.Article.Id.Value))
            .Select(versions => versions.OrderBy(v => v.Article.Updated ?? v.Article.Published ?? default).ThenBy(v => v.Article.Id).ToList())
            .Select(versions => new Account
            {
                Article = versions[^1].Article,
                Analysis = versions[^1].Analysis,
                Assignment = versions[0].Why ?? unknown,
                EarlierVersions = [.. VersionsOf(d, versions[^1].Article.Id).Select(v => v.Article), .. versions.SkipLast(1).Select(v => v.Article)],
            })
            .OrderBy(a => a.Article.SortTime).ThenBy(a => a.Id)]);
    }

    private static long First(Dictionary<long, long?> earlier, long id)
    {
        for (var steps = 0; steps < earlier.Count && earlier.TryGetValue(id, out var before) && before is { } of && earlier.ContainsKey(of); steps++)
        {
            id = of;
        }
        return id;
    }

    private static List<(Article Article, DateTimeOffset Until)> VersionsOf(Database d, ArticleId article) => d.All(
        "SELECT article, until FROM version WHERE article_id = ?1 ORDER BY seq",
        static r => (StoredJson.Unpack(r.Bytes(0), StoredJson.Default.Article), r.TimeSet(1)), article.Value);

    private static StoryLine ToStoryLine(SqliteDataReader r) => new()
    {
        Id = new StoryId(r.GetInt64(0)),
        Title = r.GetString(1),
        TitleOf = r.Long(2) is { } of ? new ArticleId(of) : null,
        TitleReason = r.GetString(3),
        Language = r.GetString(4),
        Section = r.Text(5),
        Place = r.Text(6),
        FirstAt = r.TimeSet(7),
        LastAt = r.TimeSet(8),
        Accounts = r.GetInt32(9),
        Outlets = r.GetInt32(10),
        Roots = r.GetInt32(11),
        UnclearOrigins = r.GetInt32(12),
        Denials = r.GetInt32(13),
        Conflicts = r.GetInt32(14),
        OutletNames = JsonSerializer.Deserialize(r.GetString(15), StoredJson.Default.IReadOnlyListString) ?? [],
        Picture = r.Address(16),
    };
}
