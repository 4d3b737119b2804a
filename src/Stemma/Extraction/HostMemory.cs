using Stemma.Model;

namespace Stemma.Extraction;

/// <summary>
/// Learns of each outlet which lines stand on many of its pages whatever they tell of: sign-up pleas, copyright lines,
/// author notes that the page alone does not betray. Works on articles as extracted, so that it serves a batch, a run
/// over files and a stream with a store alike. Not for use by several threads at once.
/// </summary>
/// <remarks>
/// Over a batch: <see cref="Observe"/> all pages, then <see cref="Clean"/> all, and the result does not depend on their
/// order. In a stream: observe each page, then clean it, and only what came before counts. A line that shares a telling
/// word with the headline of its page is about the article: it counts on no page and is never dropped. The idea of
/// comparing pages of one site: Bar-Yossef and Rajagopalan 2002, template detection.
/// </remarks>
internal sealed class HostMemory(HostMemoryOptions? options = null)
{
    /// <summary>The kind under which its lines stand in <see cref="Article.Dropped"/>.</summary>
    public const string Kind = "recurring";

    private readonly HostMemoryOptions _options = options ?? new HostMemoryOptions();
    private readonly Dictionary<string, (HostLines Lines, long Used)> _hosts = new(StringComparer.Ordinal);
    private long _clock;

    /// <summary>The hosts that are remembered, sorted.</summary>
    public IEnumerable<string> Hosts => _hosts.Keys.Order(StringComparer.Ordinal);

    /// <summary>The host under which an article's lines are remembered; null for an article without an address.</summary>
    public static string? HostOf(Article article) => article.Url is not { IsAbsoluteUri: true, Host: { Length: > 0 } host } ? null
        : host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? host[4..].ToLowerInvariant() : host.ToLowerInvariant();

    /// <summary>Counts the lines of a page, once however often the page comes. Linear in its text.</summary>
    /// <param name="page">All articles of one page, as they were extracted, before <see cref="Clean"/>.</param>
    public void Observe(IReadOnlyList<Article> page)
    {
        if (page.Count > 0 && HostOf(page[0]) is { } host)
        {
            var title = page[0].Title.Length == 0 ? 0 : LineHash.OfAddress(page[0].Title);
            Use(host).Add(LineHash.OfAddress(page[0].Url!.PathAndQuery), title, page.SelectMany(Lines).Where(l => !l.IsTopical).Select(l => l.Hash));
        }
    }

    /// <summary>The article without the lines that recur on its host, which stand among the dropped; the same if there are none.</summary>
    public Article Clean(Article article)
    {
        if (HostOf(article) is not { } host || !_hosts.TryGetValue(host, out var known) || known.Lines.Pages < _options.MinPages)
        {
            return article;
        }
        var lines = Lines(article).ToList();
        var pages = new int[lines.Count];
        var (words, recurring) = (0, 0);
        for (var i = 0; i < lines.Count; i++)
        {
            pages[i] = known.Lines.PagesOf(lines[i].Hash);
            words += lines[i].Words;
            recurring += pages[i] >= _options.MinPages ? lines[i].Words : 0;
        }
        if (recurring == 0 || recurring > words * _options.CopyShare)
        {
            return article;
        }
        var drop = new bool[lines.Count];
        for (var i = 0; i < lines.Count; i++)
        {
            drop[i] = lines[i] is { IsTopical: false, IsCredit: false } line && line.Words > 0 && line.Words <= _options.MaxWords
                && pages[i] >= Math.Max(_options.MinPages, known.Lines.Pages * _options.MinShare);
        }
        KeepSubheads(lines, drop);
        return drop.Contains(true) ? Without(article, drop, pages, known.Lines.Pages) : article;
    }

    /// <summary>What is remembered of a host, for a store; null if nothing is.</summary>
    public byte[]? Save(string host) => _hosts.TryGetValue(host, out var known) ? known.Lines.Save() : null;

    /// <summary>Takes up what <see cref="Save"/> gave, in the place of what is known of the host.</summary>
    /// <returns>Whether the bytes were such; else nothing changes.</returns>
    public bool Restore(string host, ReadOnlySpan<byte> bytes)
    {
        if (HostLines.Read(bytes, _options) is not { } lines)
        {
            return false;
        }
        _hosts[host] = (lines, ++_clock);
        return true;
    }

    private HostLines Use(string host)
    {
        var lines = _hosts.TryGetValue(host, out var known) ? known.Lines : new HostLines(_options);
        _hosts[host] = (lines, ++_clock);
        if (_hosts.Count > _options.MaxHosts)
        {
            _hosts.Remove(_hosts.MinBy(h => h.Value.Used).Key);
        }
        return lines;
    }

    private static IEnumerable<RememberedLine> Lines(Article article)
    {
        var title = new TopicWords(article.Title);
        return article.Paragraphs.Select(p => RememberedLine.Of(article.Text.AsSpan(p.Start, p.Length), title));
    }

    /// <summary>Short lines stay where text follows and goes before that stays.</summary>
    private void KeepSubheads(List<RememberedLine> lines, bool[] drop)
    {
        var first = Array.IndexOf(drop, false);
        var last = Array.LastIndexOf(drop, false);
        for (var i = Math.Max(0, first); i < last; i++)
        {
            drop[i] &= lines[i].Words > _options.SubheadWords || lines[i].IsPlea;
        }
    }

    private static Article Without(Article article, bool[] drop, int[] pages, int known)
    {
        List<string> kept = [];
        List<DroppedBlock> dropped = [.. article.Dropped];
        for (var i = 0; i < drop.Length; i++)
        {
            var line = article.Text[article.Paragraphs[i].Start..article.Paragraphs[i].End];
            if (drop[i])
            {
                dropped.Add(new DroppedBlock(Kind, line)
                {
                    Why = new Explanation("extract.recurring", $"The line stands on {pages[i]} of {known} pages of this host that were read.", pages[i], []),
                });
            }
            else
            {
                kept.Add(line);
            }
        }
        return ArticleAssembler.WithParagraphs(article, kept) with { Dropped = dropped };
    }
}
