using System.Text.Json;
using Microsoft.Data.Sqlite;
using Stemma.Model;
using Stemma.Text;

namespace Stemma.Storage;

/// <summary>Stories as they stood at the end of each day.</summary>
public sealed partial class SqliteStore
{
    private const int MostLedeChars = 280;
    private const long Day = 86_400_000;
    private static readonly DateOnly Epoch = new(1970, 1, 1);

    public ValueTask<IReadOnlyList<StoryLine>> StoriesOfDayAsync(DateOnly day, int limit, CancellationToken cancellationToken = default) => new(Read(
        d => (IReadOnlyList<StoryLine>)d.All(
            """
            SELECT d.story_id, d.title, d.title_of, d.lang, d.section, d.place, s.first_at, d.last_at, d.accounts, d.outlets, d.roots,
                d.denials, d.conflicts, d.names, d.lede, d.lede_of, (SELECT a.outlet FROM article a WHERE a.id = d.lede_of)
            FROM story_day d JOIN story s ON s.id = d.story_id
            WHERE d.day = ?1 AND (s.merged_into IS NULL OR NOT EXISTS (SELECT 1 FROM story_day t WHERE t.day = ?1 AND t.story_id = s.merged_into))
            ORDER BY d.outlets DESC, d.accounts DESC, d.story_id LIMIT ?2
            """,
            ToDayLine, (long)day.DayNumber - Epoch.DayNumber, limit)));

    // The day is that of the story's last article, so a brief that is made after midnight still tells of the day before.
    private static void SaveDay(Database d, StoryBrief brief, StoryHead head, string names)
    {
        var lede = head.Lede is { } words && brief.Story.Accounts.FirstOrDefault(a => a.Id == words.Article)?.Article.Text is { } text
            && words.Span.Start >= 0 && words.Span.End <= text.Length
            ? words.Span.Of(text)
            : "";
        d.Run(
            $"""
            INSERT OR REPLACE INTO story_day (day, story_id, last_at, accounts, outlets, title, title_of, lang, section, place, roots, denials,
                conflicts, names, lede, lede_of)
            SELECT last_at / {Day}, id, last_at, accounts, outlets, title, title_of, lang, section, place, roots, denials, conflicts, ?2, ?3, ?4
            FROM story WHERE id = ?1
            """,
            brief.Story.Id.Value, names, Excerpt.Start(lede, MostLedeChars), lede.Length > 0 ? head.Lede?.Article.Value : null);
    }

    private static StoryLine ToDayLine(SqliteDataReader r) => new()
    {
        Id = new StoryId(r.GetInt64(0)),
        Title = r.GetString(1),
        TitleOf = r.Long(2) is { } of ? new ArticleId(of) : null,
        Language = r.GetString(3),
        Section = r.Text(4),
        Place = r.Text(5),
        FirstAt = r.TimeSet(6),
        LastAt = r.TimeSet(7),
        Accounts = r.GetInt32(8),
        Outlets = r.GetInt32(9),
        Roots = r.IsDBNull(10) ? 0 : r.GetInt32(10),
        HasJudgements = !r.IsDBNull(10),
        Denials = r.GetInt32(11),
        Conflicts = r.GetInt32(12),
        OutletNames = JsonSerializer.Deserialize(r.GetString(13), StoredJson.Default.IReadOnlyListString) ?? [],
        Lede = r.GetString(14),
        LedeOf = r.Long(15) is { } told ? new ArticleId(told) : null,
        LedeOutlet = r.Text(16),
    };
}
