using Microsoft.Data.Sqlite;
using Stemma.Model;

namespace Stemma.Storage;

/// <summary>Articles on their way: accepted, fetched, read.</summary>
public sealed partial class SqliteStore
{
    private const int ExcerptLengthChars = 280;

    public Task<Accepted> AcceptAsync(IReadOnlyList<Submission> submissions, DateTimeOffset now, CancellationToken cancellationToken = default) =>
        WriteAsync(d => Accept(d, submissions, now), cancellationToken);

    public ValueTask<IReadOnlyList<PageTask>> PagesDueAsync(
        DateTimeOffset now, int limit, CancellationToken cancellationToken = default) => new(Read(
        d => d.All(
            "SELECT id, url, attempts FROM article WHERE state = 0 AND next_at <= ?1 ORDER BY next_at, seq LIMIT ?2",
            static r => new PageTask(new ArticleId(r.GetInt64(0)), r.Address(1)!, r.GetInt32(2)),
            Columns.Of(now), limit)));

    public ValueTask<IReadOnlyList<PageTask>> PagesToRevisitAsync(
        DateTimeOffset now, int limit, CancellationToken cancellationToken = default) => new(Read(
        d => (IReadOnlyList<PageTask>)[.. d.All(
            """
            SELECT a.id, a.url, a.revisits, d.etag, d.last_modified FROM article a
            JOIN story s ON s.id = a.story_id AND s.outlets > 1
            JOIN document d ON d.seq = (SELECT MAX(seq) FROM document WHERE article_id = a.id AND origin = 1)
            WHERE a.state = 2 AND a.revisit_at <= ?1 AND a.url IS NOT NULL ORDER BY a.revisit_at, a.seq LIMIT ?2
            """,
            static r => r.Address(1) is { } url
                ? new PageTask(new ArticleId(r.GetInt64(0)), url, r.GetInt32(2), r.Text(3), r.Text(4), IsRevisit: true) : null,
            Columns.Of(now), limit).OfType<PageTask>()]));

    public Task NoteRevisitAsync(ArticleId article, DateTimeOffset? again, CancellationToken cancellationToken = default) => WriteAsync(
        d => d.Run("UPDATE article SET revisits = revisits + 1, revisit_at = ?2 WHERE id = ?1", article.Value, Columns.Of(again)), cancellationToken);

    public Task SavePageAsync(
        ArticleId article, FetchedDocument page, string? eTag, string? lastModified, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(page);
        return WriteAsync(
            d =>
            {
                if (SaveDocument(d, article, page, DocumentOrigin.Page, eTag, lastModified)
                    || d.Number("SELECT state FROM article WHERE id = ?1", article.Value) == (int)ArticleState.AwaitsPage)
                {
                    d.Run("UPDATE article SET state = 1, next_at = NULL, failure = NULL WHERE id = ?1 AND state <> 4", article.Value);
                }
            },
            cancellationToken);
    }

    public ValueTask<bool> HasAsync(ArticleId article, CancellationToken cancellationToken = default) => new(Read(
        d => d.Number("SELECT 1 FROM article WHERE id = ?1", article.Value) == 1));

    public Task<int> ReleaseBytesAsync(DateTimeOffset before, int limit, CancellationToken cancellationToken = default) => WriteAsync(
        d => d.Run(
            """
            UPDATE document SET content = x'' WHERE seq IN (
                SELECT d.seq FROM document d JOIN article a ON a.id = d.article_id
                WHERE d.fetched_at < ?1 AND LENGTH(d.content) > 0 AND a.state IN (2, 4) ORDER BY d.seq LIMIT ?2)
            """,
            Columns.Of(before), limit),
        cancellationToken);

    public Task SavePageFailureAsync(
        ArticleId article, string failure, DateTimeOffset? again, CancellationToken cancellationToken = default) => WriteAsync(
        d => d.Run(
            """
            UPDATE article SET attempts = attempts + 1, failure = ?2, next_at = ?3,
                state = CASE WHEN ?3 IS NOT NULL THEN 0
                             WHEN EXISTS (SELECT 1 FROM document WHERE article_id = ?1) THEN 1 ELSE 3 END
            WHERE id = ?1 AND state = 0
            """,
            article.Value, failure, Columns.Of(again)),
        cancellationToken);

    public ValueTask<IReadOnlyList<ReadTask>> ToReadAsync(long after, int limit, CancellationToken cancellationToken = default) => new(Read(
        d => (IReadOnlyList<ReadTask>)[.. d.All(
            """
            SELECT a.seq, a.id, a.url, a.outlet, a.title, a.author, a.published, a.published_day, a.lang,
                d.origin, d.url, d.media_type, d.charset, d.fetched_at, d.content, r.article,
                (SELECT content FROM document WHERE article_id = a.id AND origin = 0 AND d.origin = 1 ORDER BY seq DESC LIMIT 1), d.file
            FROM article a
            JOIN document d ON d.seq = (SELECT seq FROM document WHERE article_id = a.id ORDER BY origin DESC, seq DESC LIMIT 1)
            LEFT JOIN reading r ON r.seq = a.seq
            WHERE a.state = 1 AND a.seq > ?1 ORDER BY a.seq LIMIT ?2
            """,
            ToReadTask, after, limit)]));

    /// <summary>Inserts, or sees that it is known; see <see cref="Submission.Id"/>.</summary>
    private static Accepted Accept(Database d, IReadOnlyList<Submission> submissions, DateTimeOffset now)
    {
        int fresh = 0, changed = 0, known = 0;
        foreach (var submission in submissions)
        {
            switch (Accept(d, submission, now))
            {
                case true: fresh++; break;
                case false: changed++; break;
                default: known++; break;
            }
        }
        return new Accepted(fresh, changed, known);
    }

    /// <summary>True: fresh; false: changed; null: known.</summary>
    private static bool? Accept(Database d, Submission s, DateTimeOffset now)
    {
        var digest = s.Digest;
        var id = s.Id;
        if (s.Feed is { } feed && s.EntryKey is { } key)
        {
            var before = d.First(
                "SELECT article_id, digest FROM entry WHERE feed_id = ?1 AND key = ?2",
                static r => ((long Article, long Digest)?)(r.GetInt64(0), r.GetInt64(1)), feed.Value, key);
            if (before is { } entry)
            {
                if (entry.Digest == digest)
                {
                    return null;
                }
                d.Run("UPDATE entry SET digest = ?3 WHERE feed_id = ?1 AND key = ?2", feed.Value, key, digest);
                Renew(d, new ArticleId(entry.Article), s, now);
                return false;
            }
            d.Run("INSERT INTO entry (feed_id, key, article_id, digest) VALUES (?1, ?2, ?3, ?4)", feed.Value, key, id.Value, digest);
        }
        if (Insert(d, id, s, now))
        {
            return true;
        }
        // Handed in before by another way: what is new is only that it comes this way too, or that its bytes have changed.
        if (s.Feed is null && s.Document is { } page && SaveDocument(d, id, page, s.Origin))
        {
            d.Run("UPDATE article SET state = 1 WHERE id = ?1 AND state <> 4", id.Value);
            return false;
        }
        return null;
    }

    private static bool Insert(Database d, ArticleId id, Submission s, DateTimeOffset now)
    {
        var state = s.WantsPage ? ArticleState.AwaitsPage : s.Document is null ? ArticleState.Failed : ArticleState.AwaitsReading;
        var rows = d.Run(
            """
            INSERT INTO article (id, url, outlet, title, author, excerpt, lang, published, published_day, taken_at, feed_id, state, next_at, failure)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14) ON CONFLICT DO NOTHING
            """,
            id.Value, s.Url?.AbsoluteUri, s.Outlet, s.Title, s.Author, Clip(s.Excerpt), s.Language ?? "und", Columns.Of(s.Published?.At),
            s.Published is { HasTime: false } ? 1 : 0, Columns.Of(now), s.Feed?.Value, (int)state, s.WantsPage ? Columns.Of(now) : null,
            state == ArticleState.Failed ? "has neither an address nor a text" : null);
        if (rows == 0)
        {
            return false;
        }
        if (s.Document is { } document)
        {
            SaveDocument(d, id, document, s.Origin);
        }
        return true;
    }

    private static void Renew(Database d, ArticleId id, Submission s, DateTimeOffset now)
    {
        if (s.Document is { } document)
        {
            SaveDocument(d, id, document, s.Origin);
        }
        d.Run(
            """
            UPDATE article SET title = ?2, author = COALESCE(?3, author), state = CASE WHEN state = 4 THEN 4 ELSE ?4 END, next_at = ?5, attempts = 0
            WHERE id = ?1
            """,
            id.Value, s.Title, s.Author, (int)(s.WantsPage ? ArticleState.AwaitsPage : ArticleState.AwaitsReading),
            s.WantsPage ? Columns.Of(now) : null);
    }

    /// <summary>Keeps the bytes; false where the same bytes are kept already.</summary>
    private static bool SaveDocument(
        Database d, ArticleId id, FetchedDocument document, DocumentOrigin origin, string? eTag = null, string? lastModified = null)
    {
        var digest = ContentId.Of(Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(document.Content.Span)));
        if (d.Number("SELECT 1 FROM document WHERE article_id = ?1 AND digest = ?2 AND origin = ?3", id.Value, digest, (int)origin) == 1)
        {
            return false;
        }
        d.Run(
            """
            INSERT INTO document (article_id, origin, url, media_type, charset, fetched_at, size, digest, content, etag, last_modified, file)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
            """,
            id.Value, (int)origin, document.Url?.AbsoluteUri, document.MediaType, document.Charset, Columns.Of(document.FetchedAt),
            document.Content.Length, digest, Packing.Pack(document.Content.Span), eTag, lastModified,
            document.Url is null && Path.GetFileName(document.Source) is { Length: > 0 } file ? file : null);
        return true;
    }

    private static string Clip(string text) => text.Length <= ExcerptLengthChars ? text : text[..ExcerptLengthChars];

    private static ReadTask ToReadTask(SqliteDataReader r)
    {
        var id = new ArticleId(r.GetInt64(1));
        var address = r.Address(10) ?? r.Address(2);
        return new ReadTask
        {
            Seq = r.GetInt64(0),
            Article = id,
            Url = r.Address(2),
            Outlet = r.Text(3),
            Title = r.GetString(4),
            Author = r.Text(5),
            Published = MomentOf(r, 6),
            Language = r.GetString(8) is var language && language == "und" ? null : language,
            Origin = (DocumentOrigin)r.GetInt32(9),
            Document = new FetchedDocument
            {
                Source = r.Text(10) ?? r.Text(2) ?? r.Text(17) ?? id.ToString(),
                Url = address,
                MediaType = r.Text(11),
                Charset = r.Text(12),
                FetchedAt = r.TimeSet(13),
                Content = Packing.Unpack(r.Bytes(14)),
            },
            Entry = r.IsDBNull(16) ? null : new FetchedDocument
            {
                Source = r.Text(2) ?? id.ToString(),
                Url = address,
                MediaType = "text/html",
                Charset = "utf-8",
                FetchedAt = r.TimeSet(13),
                Content = Packing.Unpack(r.Bytes(16)),
            },
            Before = r.IsDBNull(15) ? null : StoredJson.Unpack(r.Bytes(15), StoredJson.Default.Article),
        };
    }

    private static Moment? MomentOf(SqliteDataReader r, int column) =>
        r.Time(column) is { } at ? new Moment(at, r.GetInt64(column + 1) == 0) : null;
}
