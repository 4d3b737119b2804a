using System.Globalization;
using Stemma.Model;

namespace Stemma.Storage;

/// <summary>Looks for the news that alerts are about, and writes it down with how far was looked.</summary>
public sealed partial class SqliteStore
{
    public ValueTask<IReadOnlyList<AlertRecord>> AlertsBehindAsync(CancellationToken cancellationToken = default) => new(Read(
        static d => (IReadOnlyList<AlertRecord>)d.All(
            $"SELECT {AlertColumns}, 0 FROM alert l WHERE l.query <> '' AND l.turn < {LastTurn} ORDER BY l.id", ToAlert)));

    public async Task<bool> WatchSearchAsync(
        AlertRecord alert, SearchQuery query, int atMost, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(alert);
        ArgumentNullException.ThrowIfNull(query);
        // Not beyond what the reader's filters have looked at: what they hide is no news.
        var until = Read(d => Math.Min(
            Math.Min(alert.Turn + atMost, d.Number($"SELECT {LastTurn}")),
            d.First("SELECT MIN(turn) FROM rule WHERE user_id = ?1", static r => r.Long(0), alert.Scope.User) ?? long.MaxValue));
        if (until <= alert.Turn)
        {
            return false;
        }
        var found = Read(d => FoundNews(d, alert, query, until, now));
        return await WriteAsync(
            d =>
            {
                if (d.Run("UPDATE alert SET turn = ?2 WHERE id = ?1 AND turn = ?3", alert.Id, until, alert.Turn) == 0)
                {
                    return false;
                }
                foreach (var news in found)
                {
                    Tell(d, alert.Target, alert.Id, "article " + news.Article, news, now);
                }
                return true;
            },
            cancellationToken).ConfigureAwait(false);
    }

    public async Task<int> WatchFollowedAsync(int atMost, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        if (Read(d => Changed(d, atMost)).Count == 0)
        {
            return 0;
        }
        return await WriteAsync(
            d =>
            {
                FollowMerged(d);
                var changed = Changed(d, atMost);
                changed.ForEach(c => Watch(d, c, now));
                return changed.Count;
            },
            cancellationToken).ConfigureAwait(false);
    }

    private static List<AlertNews> FoundNews(Database d, AlertRecord alert, SearchQuery query, long until, DateTimeOffset now) =>
    [
        .. Found(
            d, query, alert.Turn, until,
            "a.seq, a.id, a.story_id, a.title, a.outlet, a.lang, a.version_of, (SELECT s.accounts FROM story s WHERE s.id = a.story_id), (SELECT s.roots FROM story s WHERE s.id = a.story_id)",
            static r => (
                Seq: r.GetInt64(0), Id: r.GetInt64(1), Story: r.Long(2), Title: r.GetString(3), Outlet: r.Text(4), Language: r.GetString(5), VersionOf: r.Long(6),
                Accounts: (int)(r.Long(7) ?? 0), Roots: (int)(r.Long(8) ?? 0)))
            .Where(a => a.VersionOf is null && d.Number(
                """
                SELECT COALESCE((SELECT MAX(hides) FROM rule_catch WHERE user_id = ?1 AND seq = ?2), 0) = 1
                    OR EXISTS (SELECT 1 FROM story_mark WHERE user_id = ?1 AND story_id = ?3 AND stand = 'mute')
                """,
                alert.Scope.User, a.Seq, a.Story) == 0)
            .Select(a => new AlertNews
            {
                Kind = AlertNewsKind.Article,
                Article = new ArticleId(a.Id),
                Story = a.Story is { } story ? new StoryId(story) : null,
                Title = a.Title,
                Outlet = a.Outlet,
                Language = a.Language,
                Query = alert.Query,
                Accounts = a.Accounts,
                Roots = a.Roots,
                At = now,
            }),
    ];

    /// <summary>Followed stories that changed since their reader was told of them, or that went into another.</summary>
    private static List<(long Alert, long Target, long Story, long FollowedAt)> Changed(Database d, int atMost) => d.All(
        """
        SELECT l.id, l.target_id, m.story_id, m.at FROM alert l JOIN story_mark m ON m.user_id = l.user_id AND m.stand = 'follow'
        JOIN story s ON s.id = m.story_id LEFT JOIN alert_told t ON t.alert_id = l.id AND t.story_id = m.story_id
        WHERE l.query = '' AND (s.merged_into IS NOT NULL OR (s.briefed >= s.revision AND COALESCE(t.revision, -1) < s.revision))
        ORDER BY l.id, m.story_id LIMIT ?1
        """,
        static r => (r.GetInt64(0), r.GetInt64(1), r.GetInt64(2), r.GetInt64(3)), atMost);

    // A follower of a story that went into another follows that one.
    private static void FollowMerged(Database d)
    {
        foreach (var (user, story) in d.All(
            "SELECT m.user_id, m.story_id FROM story_mark m JOIN story s ON s.id = m.story_id WHERE s.merged_into IS NOT NULL AND m.stand = 'follow' ORDER BY 1, 2 LIMIT 500",
            static r => (r.GetInt64(0), r.GetInt64(1))))
        {
            var now = Resolve(d, new StoryId(story)).Value;
            d.Run("UPDATE OR IGNORE alert_told SET story_id = ?2, revision = -1 WHERE story_id = ?1 AND alert_id IN (SELECT id FROM alert WHERE user_id = ?3)", story, now, user);
            d.Run("UPDATE OR IGNORE story_mark SET story_id = ?2 WHERE user_id = ?3 AND story_id = ?1", story, now, user);
            d.Run("DELETE FROM story_mark WHERE user_id = ?2 AND story_id = ?1", story, user);
        }
    }

    private static void Watch(Database d, (long Alert, long Target, long Story, long FollowedAt) changed, DateTimeOffset now)
    {
        if (d.First(
            "SELECT revision, roots, denials, conflicts, accounts, title, title_of, lang FROM story WHERE id = ?1 AND merged_into IS NULL AND briefed >= revision",
            static r => new StoryNow(
                r.GetInt64(0), r.GetInt32(1), r.GetInt32(2), r.GetInt32(3), r.GetInt32(4), r.GetString(5), r.Long(6), r.GetString(7)),
            changed.Story) is not { } story)
        {
            return;
        }
        var told = d.First(
            "SELECT turn, roots, denials, conflicts FROM alert_told WHERE alert_id = ?1 AND story_id = ?2",
            static r => ((long Turn, int Roots, int Denials, int Conflicts)?)(r.GetInt64(0), r.GetInt32(1), r.GetInt32(2), r.GetInt32(3)),
            changed.Alert, changed.Story)
            // Followed just now: what came before was there to be seen.
            ?? (d.Number("SELECT COALESCE(MAX(turn), 0) FROM article WHERE story_id = ?1 AND taken_at <= ?2", changed.Story, changed.FollowedAt),
                story.Roots, story.Denials, story.Conflicts);
        var fresh = d.All(
            "SELECT id, title, outlet, lang FROM article WHERE story_id = ?1 AND turn > ?2 AND version_of IS NULL AND state = 2 ORDER BY turn",
            static r => (Id: r.GetInt64(0), Title: r.GetString(1), Outlet: r.Text(2), Language: r.GetString(3)), changed.Story, told.Turn);
        if (fresh.Count > 0 || story.Roots > told.Roots || story.Denials > told.Denials || story.Conflicts > told.Conflicts)
        {
            var lead = fresh.Count > 0
                ? fresh[^1]
                : (Id: story.TitleOf ?? 0, story.Title, Outlet: d.First("SELECT outlet FROM article WHERE id = ?1", static r => r.Text(0), story.TitleOf), story.Language);
            var news = new AlertNews
            {
                Kind = AlertNewsKind.Story,
                Article = lead.Id == 0 ? null : new ArticleId(lead.Id),
                Story = new StoryId(changed.Story),
                Title = lead.Title,
                Outlet = lead.Outlet,
                Language = lead.Language,
                NewAccounts = fresh.Count,
                NewRoots = Math.Max(0, story.Roots - told.Roots),
                NewDenials = Math.Max(0, story.Denials - told.Denials),
                NewConflicts = Math.Max(0, story.Conflicts - told.Conflicts),
                IsFirstDenial = told.Denials == 0 && story.Denials > 0,
                IsFirstConflict = told.Conflicts == 0 && story.Conflicts > 0,
                Accounts = story.Accounts,
                Roots = story.Roots,
                At = now,
            };
            Tell(d, changed.Target, changed.Alert, string.Create(CultureInfo.InvariantCulture, $"story {changed.Story} {story.Revision}"), news, now);
        }
        // The most ever told: what goes and comes again is no news.
        d.Run(
            """
            INSERT INTO alert_told (alert_id, story_id, turn, revision, roots, denials, conflicts)
            SELECT ?1, ?2, COALESCE((SELECT MAX(turn) FROM article WHERE story_id = ?2), 0), ?3, ?4, ?5, ?6 WHERE EXISTS (SELECT 1 FROM alert WHERE id = ?1)
            ON CONFLICT DO UPDATE SET turn = MAX(turn, excluded.turn), revision = excluded.revision, roots = MAX(roots, excluded.roots),
                denials = MAX(denials, excluded.denials), conflicts = MAX(conflicts, excluded.conflicts)
            """,
            changed.Alert, changed.Story, story.Revision, story.Roots, story.Denials, story.Conflicts);
    }

    private sealed record StoryNow(
        long Revision, int Roots, int Denials, int Conflicts, int Accounts, string Title, long? TitleOf, string Language);
}
