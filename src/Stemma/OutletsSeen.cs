using Stemma.Analyzing;
using Stemma.Model;
using Stemma.Outlets;

namespace Stemma;

/// <summary>
/// The outlets that ship with Stemma and those that articles have named as their own so far: what one article names, the next may
/// cite. For several threads at a time.
/// </summary>
internal sealed class OutletsSeen
{
    private readonly Lock _lock = new();
    private readonly ArticleAnalyzer _plain;
    private volatile Known _known;

    public OutletsSeen(OutletRegistry builtIn)
    {
        BuiltIn = builtIn;
        _plain = new ArticleAnalyzer(builtIn);
        _known = new Known(builtIn, _plain, []);
    }

    public OutletRegistry BuiltIn { get; }

    /// <summary>All outlets known by now.</summary>
    public OutletRegistry All => _known.Outlets;

    /// <summary>The analyzer that knows all outlets so far and the article's own.</summary>
    public ArticleAnalyzer AnalyzerFor(Article article)
    {
        Note([article.Outlet, article.Via]);
        return _known.Analyzer;
    }

    /// <summary>Notes outlets by name; those that are known cost a look-up.</summary>
    public void Note(IEnumerable<string?> names)
    {
        foreach (var name in names)
        {
            if (string.IsNullOrEmpty(name) || _known.Names.Contains(name) || BuiltIn.FindByName(name) is not null)
            {
                continue;
            }
            lock (_lock)
            {
                // In order of the alphabet, so that what is known depends on the names and not on the order they came in.
                SortedSet<string> grown = [.. _known.Names, name];
                var outlets = BuiltIn.With(grown);
                _known = new Known(outlets, _plain.Knowing(outlets), grown);
            }
        }
    }

    private sealed record Known(OutletRegistry Outlets, ArticleAnalyzer Analyzer, SortedSet<string> Names);
}
