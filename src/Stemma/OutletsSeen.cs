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
        _known = new Known(builtIn, _plain, [], []);
    }

    public OutletRegistry BuiltIn { get; }

    /// <summary>All outlets known by now.</summary>
    public OutletRegistry All => _known.Outlets;

    /// <summary>The analyzer that knows all of them.</summary>
    public ArticleAnalyzer Analyzer => _known.Analyzer;

    /// <summary>Notes the outlets that articles name as their own and as the source of their text; those known cost a look-up.</summary>
    /// <returns>Whether any of the articles names an outlet that does not ship with Stemma.</returns>
    public bool Note(IEnumerable<Article> articles)
    {
        List<string> names = [];
        List<string> wires = [];
        foreach (var article in articles)
        {
            if (IsOwn(article.Outlet))
            {
                names.Add(article.Outlet!);
            }
            if (IsOwn(article.Via))
            {
                wires.Add(article.Via!);
            }
        }
        // All of them at once: a registry is made anew each time, which takes some milliseconds.
        if (names.Any(n => !_known.Names.Contains(n)) || wires.Any(w => !_known.Wires.Contains(w)))
        {
            Grow(names, wires);
        }
        return names.Count + wires.Count > 0;
    }

    private bool IsOwn(string? name) => !string.IsNullOrEmpty(name) && BuiltIn.FindByName(name) is null;

    // In order of the alphabet, so that what is known depends on the names and not on the order they came in; the names of
    // outlets first, since a credit line often gives a short form of one.
    private void Grow(List<string> addedNames, List<string> addedWires)
    {
        lock (_lock)
        {
            SortedSet<string> names = new([.. _known.Names, .. addedNames], StringComparer.Ordinal);
            SortedSet<string> wires = new([.. _known.Wires, .. addedWires], StringComparer.Ordinal);
            var outlets = BuiltIn.With(names).With(wires);
            _known = new Known(outlets, _plain.Knowing(outlets), names, wires);
        }
    }

    private sealed record Known(OutletRegistry Outlets, ArticleAnalyzer Analyzer, SortedSet<string> Names, SortedSet<string> Wires);
}
