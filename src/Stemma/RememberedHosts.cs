using Stemma.Extraction;
using Stemma.Model;
using Stemma.Storage;

namespace Stemma;

/// <summary>
/// Lines that recur on the pages of a host, remembered in the store: each page is observed, then freed of what recurs by then. What
/// is remembered is written down now and then; lines seen since are lost with a crash, and seen again. For one caller at a time.
/// </summary>
internal sealed class RememberedHosts(IStore store)
{
    private const int SaveEveryPages = 500;

    private readonly HostMemory _memory = new();
    private readonly HashSet<string> _known = [];
    private readonly SortedSet<string> _changed = new(StringComparer.Ordinal);
    private int _sinceSaved;

    /// <summary>The readings without the lines that recur on their hosts, these pages counted in.</summary>
    public async Task<IReadOnlyList<Reading>> CleanAsync(IReadOnlyList<Reading> readings, CancellationToken cancellationToken)
    {
        foreach (var reading in readings.Where(static r => r.Task.Origin == DocumentOrigin.Page && r.Articles.Count > 0))
        {
            List<Article> page = [.. reading.Articles.Select(static a => a.Article)];
            if (HostMemory.HostOf(page[0]) is not { } host)
            {
                continue;
            }
            if (_known.Add(host) && await store.RecallAsync(NameOf(host), cancellationToken).ConfigureAwait(false) is { } kept)
            {
                _memory.Restore(host, kept.Content);
            }
            _memory.Observe(page);
            _changed.Add(host);
            _sinceSaved++;
        }
        if (_sinceSaved >= SaveEveryPages)
        {
            await SaveAsync(cancellationToken).ConfigureAwait(false);
        }
        return [.. readings.Select(r => r.Task.Origin == DocumentOrigin.Page
            ? r with { Articles = [.. r.Articles.Select(a => a with { Article = _memory.Clean(a.Article) })] }
            : r)];
    }

    /// <summary>Writes down what changed.</summary>
    public async Task SaveAsync(CancellationToken cancellationToken)
    {
        foreach (var host in _changed)
        {
            if (_memory.Save(host) is { } lines)
            {
                await store.RememberAsync(NameOf(host), 0, lines, cancellationToken).ConfigureAwait(false);
            }
        }
        _changed.Clear();
        _sinceSaved = 0;
    }

    private static string NameOf(string host) => "host:" + host;
}
