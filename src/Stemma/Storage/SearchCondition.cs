using System.Globalization;
using System.Text;

namespace Stemma.Storage;

/// <summary>
/// What a query asks of an article <c>a</c> besides the words of the index, as SQL: days, feeds and folders, words that must not
/// stand there. Used by search, by filters and by alerts, so that all three mean the same.
/// </summary>
internal readonly record struct SearchCondition(string Sql, IReadOnlyList<object?> Values)
{
    /// <summary>Writes the condition; its parameters are numbered from <paramref name="first"/> on.</summary>
    public static SearchCondition Of(Database d, SearchQuery query, int first)
    {
        var sql = new StringBuilder();
        List<object?> values = [];
        string Next(object? value)
        {
            values.Add(value);
            return "?" + (first + values.Count - 1).ToString(CultureInfo.InvariantCulture);
        }
        sql.Append(CultureInfo.InvariantCulture, $"COALESCE(a.published, a.taken_at) >= {Next(query.After?.ToUnixTimeMilliseconds() ?? long.MinValue)}");
        sql.Append(CultureInfo.InvariantCulture, $" AND COALESCE(a.published, a.taken_at) < {Next(query.Before?.ToUnixTimeMilliseconds() ?? long.MaxValue)}");
        if (query.Without is { } without)
        {
            sql.Append(CultureInfo.InvariantCulture, $" AND a.seq NOT IN (SELECT rowid FROM article_fts WHERE article_fts MATCH {Next(without)})");
        }
        if (query.Sources.Count > 0)
        {
            var feeds = d.All(
                "SELECT id, folder, COALESCE(named, title) || ' ' || title || ' ' || address FROM feed ORDER BY id",
                static r => (Id: r.GetInt64(0), Folder: r.GetString(1), Names: r.GetString(2)));
            foreach (var sources in query.Sources)
            {
                var ids = feeds.Where(f => sources.Any.Any(s => s.IsFolder
                    ? f.Folder.Equals(s.Name, StringComparison.OrdinalIgnoreCase)
                    : f.Names.Contains(s.Name, StringComparison.OrdinalIgnoreCase))).Select(static f => f.Id);
                sql.Append(sources.IsNot ? " AND NOT EXISTS" : " AND EXISTS").Append(CultureInfo.InvariantCulture,
                    $" (SELECT 1 FROM entry e WHERE e.article_id = a.id AND e.feed_id IN (SELECT value FROM json_each({Next("[" + string.Join(',', ids) + "]")})))");
            }
        }
        return new SearchCondition(sql.ToString(), values);
    }
}
