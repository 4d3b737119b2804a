namespace Stemma.Storage;

/// <summary>Full-text search.</summary>
public sealed partial class SqliteStore
{
    /// <summary>Relevance is weighed among so many of the newest matches: a common word stands in half of all articles.</summary>
    private const int WeighedMatches = 500;

    public ValueTask<SearchResult> SearchAsync(SearchQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return new(Read(d => Search(d, query)));
    }

    private static SearchResult Search(Database d, SearchQuery query)
    {
        if (!query.Asks)
        {
            return new SearchResult([], false, query.Faults);
        }
        var wanted = query.Limit + 1;
        List<long> seqs;
        if (query.Match is null)
        {
            var where = SearchCondition.Of(d, query, 3);
            seqs = d.All(
                $"SELECT a.seq FROM article a WHERE a.state = 2 AND {where.Sql} ORDER BY a.seq DESC LIMIT ?1 OFFSET ?2",
                static r => r.GetInt64(0), [wanted, query.Skip, .. where.Values]);
        }
        else if (query.ByRelevance)
        {
            var where = SearchCondition.Of(d, query, 3);
            var newest = d.All(
                $"""
                SELECT a.seq, a.title, a.excerpt, COALESCE(s.accounts, 1)
                FROM article_fts JOIN article a ON a.seq = article_fts.rowid LEFT JOIN story s ON s.id = a.story_id
                WHERE article_fts MATCH ?1 AND {where.Sql} ORDER BY article_fts.rowid DESC LIMIT ?2
                """,
                static r => (r.GetInt64(0), r.GetString(1), r.GetString(2), r.GetInt64(3)), [query.Match, WeighedMatches, .. where.Values]);
            seqs = [.. SearchRanking.Order(newest, query.Words).Skip(query.Skip).Take(wanted)];
        }
        else
        {
            var where = SearchCondition.Of(d, query, 4);
            seqs = d.All(
                $"""
                SELECT a.seq FROM article_fts JOIN article a ON a.seq = article_fts.rowid
                WHERE article_fts MATCH ?1 AND {where.Sql} ORDER BY article_fts.rowid DESC LIMIT ?2 OFFSET ?3
                """,
                static r => r.GetInt64(0), [query.Match, wanted, query.Skip, .. where.Values]);
        }
        var hits = seqs.Take(query.Limit).Select(seq => ToHit(d, seq, query)).OfType<SearchHit>().ToList();
        return new SearchResult(hits, seqs.Count > query.Limit, query.Faults);
    }

    private static SearchHit? ToHit(Database d, long seq, SearchQuery query)
    {
        var line = d.First($"SELECT {LineColumns} FROM {LineTables} WHERE a.seq = ?2", ToLine, query.Scope.User, seq);
        var packed = d.First("SELECT article FROM reading WHERE seq = ?1", static r => r.Bytes(0), seq);
        if (line is null || packed is null)
        {
            return null;
        }
        var article = StoredJson.Unpack(packed, StoredJson.Default.Article);
        var (snippet, marks) = SnippetCutter.Cut(article.Text, query.Words);
        return new SearchHit(line, snippet, marks);
    }
}
