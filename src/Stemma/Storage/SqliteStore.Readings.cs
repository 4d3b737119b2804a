using Stemma.Model;

namespace Stemma.Storage;

/// <summary>What the steps made of articles: texts, analyses, stories, and what is searched.</summary>
public sealed partial class SqliteStore
{
    public Task<long> SaveReadingsAsync(
        IReadOnlyList<Reading> readings, IReadOnlyList<StoryAssignment> moved, DateTimeOffset now, CancellationToken cancellationToken = default) =>
        WriteAsync(
            d =>
            {
                foreach (var reading in readings)
                {
                    Save(d, reading, now);
                }
                foreach (var move in moved)
                {
                    Move(d, move);
                }
                return d.Number("SELECT MAX(turn) FROM article WHERE turn IS NOT NULL");
            },
            cancellationToken);

    private static void Save(Database d, Reading reading, DateTimeOffset now)
    {
        if (reading.SameAs is { } same)
        {
            d.Run("UPDATE article SET state = 4, same_as = ?2 WHERE id = ?1", reading.Task.Article.Value, same.Value);
            d.Run("UPDATE entry SET article_id = ?2 WHERE article_id = ?1", reading.Task.Article.Value, same.Value);
            return;
        }
        if (reading.Articles.Count == 0)
        {
            d.Run("UPDATE article SET state = 3, failure = ?2 WHERE id = ?1", reading.Task.Article.Value, reading.Failure ?? "held no article");
            return;
        }
        foreach (var (article, analysis, assignment) in reading.Articles)
        {
            if (article.Id != reading.Task.Article)
            {
                // Another article of the same page: it is accepted at the moment it is found.
                d.Run(
                    "INSERT INTO article (id, taken_at, feed_id, state) SELECT ?1, taken_at, feed_id, 2 FROM article WHERE id = ?2 ON CONFLICT DO NOTHING",
                    article.Id.Value, reading.Task.Article.Value);
            }
            Save(d, article, analysis, now);
            if (assignment is not null)
            {
                Assign(d, assignment);
            }
            else if (reading.Task.Before is not { } before || before.Text != article.Text || before.Title != article.Title)
            {
                d.Run("UPDATE story SET revision = revision + 1 WHERE id = (SELECT story_id FROM article WHERE id = ?1)", article.Id.Value);
            }
        }
    }

    private static void Save(Database d, Article article, Analysis analysis, DateTimeOffset now)
    {
        var seq = d.Number("SELECT seq FROM article WHERE id = ?1", article.Id.Value);
        var (at, day) = (article.Time?.At, article.Time is { HasTime: false } ? 1 : 0);
        d.Run(
            """
            UPDATE article SET url = COALESCE(?2, url), outlet = COALESCE(?3, outlet), title = ?4, author = COALESCE(?5, author), excerpt = ?6,
                lang = ?7, kind = ?8, words = ?9, published = COALESCE(?10, published),
                published_day = CASE WHEN ?10 IS NULL THEN published_day ELSE ?11 END, state = 2, failure = NULL, next_at = NULL
            WHERE seq = ?1
            """,
            seq, article.Url?.AbsoluteUri, article.Outlet, article.Title, article.Bylines.Count > 0 ? string.Join(", ", article.Bylines) : null,
            Clip(article.Standfirst ?? article.Text.ReplaceLineEndings(" ")), article.Language, article.Kind.ToString(), WordsOf(article.Text),
            Columns.Of(at), day);
        var before = d.First("SELECT article FROM reading WHERE seq = ?1", static r => r.Bytes(0), seq);
        if (before is not null && StoredJson.Unpack(before, StoredJson.Default.Article) is var earlier
            && (earlier.Text != article.Text || earlier.Title != article.Title))
        {
            d.Run("INSERT INTO version (article_id, until, article) VALUES (?1, ?2, ?3)", article.Id.Value, Columns.Of(now), before);
        }
        else if (before is not null)
        {
            // The bytes differ, the text does not: those of the text as first seen are kept.
            d.Run(
                """
                DELETE FROM document WHERE article_id = ?1 AND origin = 1 AND seq = (SELECT MAX(seq) FROM document WHERE article_id = ?1)
                    AND (SELECT COUNT(*) FROM document WHERE article_id = ?1 AND origin = 1) > 1
                """,
                article.Id.Value);
        }
        d.Run(
            "INSERT INTO reading (seq, article, analysis) VALUES (?1, ?2, ?3) ON CONFLICT DO UPDATE SET article = ?2, analysis = ?3",
            seq, StoredJson.Pack(article, StoredJson.Default.Article), StoredJson.Pack(analysis, StoredJson.Default.Analysis));
        Index(d, seq, article, analysis, isKnown: before is not null);
    }

    private static void Index(Database d, long seq, Article article, Analysis analysis, bool isKnown)
    {
        var speakers = analysis.Quotes.Where(q => q.Speaker is { Length: > 0 }).GroupBy(q => q.Speaker!, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal).ToList();
        if (isKnown)
        {
            d.Run("DELETE FROM article_fts WHERE rowid = ?1", seq);
            d.Run("DELETE FROM speaker WHERE article_id = ?1", article.Id.Value);
        }
        d.Run(
            "INSERT INTO article_fts (rowid, title, text, outlet, speaker, tag) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            seq, article.Title, article.Standfirst is { } standfirst ? standfirst + "\n\n" + article.Text : article.Text,
            article.OutletLabel, string.Join(" ; ", speakers.Select(s => s.Key)), "lang" + article.Language);
        foreach (var speaker in speakers)
        {
            d.Run("INSERT INTO speaker (name, article_id, quotes) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING", speaker.Key, article.Id.Value, speaker.Count());
        }
    }

    private static void Assign(Database d, StoryAssignment assignment)
    {
        d.Run(
            "UPDATE article SET story_id = ?2, version_of = ?3, why = ?4, turn = COALESCE(turn, (SELECT COALESCE(MAX(turn), 0) + 1 FROM article WHERE turn IS NOT NULL)) WHERE id = ?1",
            assignment.Article.Value, assignment.Story.Value, assignment.VersionOf?.Value,
            StoredJson.Pack(assignment.Explanation, StoredJson.Default.Explanation));
        d.Run(
            """
            INSERT INTO story (id, first_at, last_at, revision) SELECT ?1, taken_at, taken_at, 1 FROM article WHERE id = ?2
            ON CONFLICT DO UPDATE SET revision = revision + 1, merged_into = NULL,
                last_at = MAX(last_at, excluded.last_at), first_at = MIN(first_at, excluded.first_at)
            """,
            assignment.Story.Value, assignment.Article.Value);
        Continue(d, assignment);
    }

    /// <summary>An article changes its story; a story left without articles leads to where they went.</summary>
    private static void Move(Database d, StoryAssignment move)
    {
        var from = d.First("SELECT story_id FROM article WHERE id = ?1", static r => r.Long(0), move.Article.Value);
        if (from == move.Story.Value)
        {
            return;
        }
        Assign(d, move);
        if (from is { } left)
        {
            d.Run(
                """
                UPDATE story SET revision = revision + 1,
                    merged_into = CASE WHEN EXISTS (SELECT 1 FROM article WHERE story_id = ?1) THEN NULL ELSE ?2 END
                WHERE id = ?1
                """,
                left, move.Story.Value);
        }
    }

    private static int WordsOf(string text)
    {
        var words = 0;
        var inside = false;
        foreach (var c in text)
        {
            var isWord = char.IsLetterOrDigit(c);
            words += isWord && !inside ? 1 : 0;
            inside = isWord;
        }
        return words;
    }
}
