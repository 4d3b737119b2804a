using Stemma.Model;
using Stemma.Outlets;

namespace Stemma.Tracing;

/// <summary>The nodes and links of a lineage while it is traced.</summary>
internal sealed class LineageGraph
{
    private readonly OutletRegistry _outlets;
    private readonly List<LineageNode> _nodes = [];
    private readonly Dictionary<string, int> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<ArticleId, int> _byAccount = [];
    private readonly Dictionary<string, string?> _fullByLastWord = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<DraftLink> _links = [];
    private readonly Dictionary<(int From, int To, SourceLinkKind Kind), DraftLink> _byEnds = [];

    public LineageGraph(Story story, OutletRegistry outlets)
    {
        _outlets = outlets;
        var named = story.Accounts.Select(a => a.Article.Outlet)
            .Concat(story.Accounts.SelectMany(a => a.Analysis.Citations.Select(c => c.Outlet)))
            .OfType<string>();
        foreach (var name in named.Select(n => outlets.FindByName(n)?.Name ?? n).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            if (WordsOf(name) is { Length: > 1 } words)
            {
                _fullByLastWord[words[^1]] = _fullByLastWord.ContainsKey(words[^1]) ? null : name;
            }
        }
        foreach (var account in story.Accounts)
        {
            var key = RootKeyOf(account.Article);
            _nodes.Add(new LineageNode(_nodes.Count, LineageNodeKind.Account, account.Outlet, key, account.Id));
            // Of several accounts of one outlet the first stands for it where others cite it.
            _byKey.TryAdd(key, _nodes.Count - 1);
            _byAccount.Add(account.Id, _nodes.Count - 1);
        }
    }

    public IReadOnlyList<LineageNode> Nodes => _nodes;

    public IReadOnlyList<DraftLink> Links => _links;

    /// <summary>The node of an account.</summary>
    public LineageNode NodeOf(ArticleId account) => _nodes[_byAccount[account]];

    /// <summary>The node of an outlet by any of its names: its account in the story, else a cited outlet.</summary>
    public LineageNode NodeOfOutlet(string name)
    {
        // "the Ledger", which its article leaves open, is the one outlet of the story whose name ends so.
        if (WordsOf(name) is [var only] && _outlets.FindByName(name) is null)
        {
            name = _fullByLastWord.GetValueOrDefault(only) ?? name;
        }
        var outlet = _outlets.FindByName(name);
        var key = outlet?.RootKey ?? "named:" + name.ToLowerInvariant();
        return NodeByKey(key, LineageNodeKind.CitedOutlet, outlet?.Name ?? name, key);
    }

    /// <summary>The node of a document or of somebody who spoke to <paramref name="teller"/>.</summary>
    public LineageNode NodeOfSource(LineageNodeKind kind, string name, LineageNode teller)
    {
        // "People familiar with the matter" who spoke to two outlets may be different people.
        var key = $"{kind}:{teller.RootKey}:{name.ToLowerInvariant()}";
        return NodeByKey(key, kind, name, key);
    }

    /// <summary>Whether an outlet is an agency, whose reports others print and build on.</summary>
    public bool IsAgency(string name) => _outlets.FindByName(name)?.Kind is OutletKind.Agency;

    /// <summary>The node of what was said or done in public: one for the story.</summary>
    public LineageNode PublicNode() => NodeByKey("public:", LineageNodeKind.Public, "said or done in public", "public:");

    /// <summary>Adds a link, or joins its words to one of the same kind between the same nodes.</summary>
    public void Add(DraftLink link)
    {
        if (!_byEnds.TryGetValue((link.From, link.To, link.Kind), out var same))
        {
            _byEnds.Add((link.From, link.To, link.Kind), link);
            _links.Add(link);
            return;
        }
        same.Proofs.AddRange(link.Proofs);
        same.Scopes.AddRange(link.Scopes);
        same.OnTheNews |= link.OnTheNews;
        same.IsRevealing |= link.IsRevealing;
        same.IsByAgency |= link.IsByAgency;
        same.Figure = Math.Max(same.Figure, link.Figure);
    }

    /// <summary>
    /// Leaves out the links that would close a circle: the weaker kinds first, then those that rest on a later account. An
    /// article updated after it was cited can cite its own follower; who had it first is then told by the time.
    /// </summary>
    public IReadOnlyList<DraftLink> WithoutCircles(Story story)
    {
        var times = story.Accounts.ToDictionary(a => a.Id, a => a.Article.Time ?? default);
        Moment? TimeOf(int node) => _nodes[node].Account is { } id && times[id] != default ? times[id] : null;
        List<DraftLink> kept = [];
        Dictionary<int, List<int>> below = [];
        foreach (var link in _links
            .OrderBy(l => TimeOf(l.From) is { } from && TimeOf(l.To) is { } to && from < to)
            .ThenBy(l => l.Kind switch { SourceLinkKind.Carries => 0, SourceLinkKind.Cites => 1, SourceLinkKind.Confirms => 1, _ => 2 })
            .ThenBy(l => l.From)
            .ThenBy(l => l.To)
            .ThenBy(l => l.Kind))
        {
            if (link.From != link.To && !Reaches(below, link.To, link.From))
            {
                kept.Add(link);
                if (!below.TryGetValue(link.From, out var list))
                {
                    below[link.From] = list = [];
                }
                list.Add(link.To);
            }
        }
        return [.. kept.OrderBy(l => l.From).ThenBy(l => l.To).ThenBy(l => l.Kind)];
    }

    private static bool Reaches(Dictionary<int, List<int>> below, int from, int to)
    {
        Stack<int> open = new([from]);
        HashSet<int> seen = [from];
        while (open.TryPop(out var node))
        {
            if (node == to)
            {
                return true;
            }
            foreach (var next in below.GetValueOrDefault(node, []))
            {
                if (seen.Add(next))
                {
                    open.Push(next);
                }
            }
        }
        return false;
    }

    private static string[] WordsOf(string name) =>
        OutletRegistry.WithoutArticle(name).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private LineageNode NodeByKey(string key, LineageNodeKind kind, string name, string rootKey)
    {
        if (_byKey.TryGetValue(key, out var index))
        {
            return _nodes[index];
        }
        var node = new LineageNode(_nodes.Count, kind, name, rootKey, null);
        _nodes.Add(node);
        _byKey.Add(key, node.Index);
        return node;
    }

    private string RootKeyOf(Article article)
    {
        var outlet = (article.Outlet is null ? null : _outlets.FindByName(article.Outlet)
                ?? (article.Outlet.Contains('.', StringComparison.Ordinal) ? _outlets.FindByHost(article.Outlet) : null))
            ?? (article.Url is null ? null : _outlets.FindByHost(article.Url.Host));
        return outlet?.RootKey
            ?? (article.Outlet is null ? "article:" + article.Id : "named:" + article.Outlet.ToLowerInvariant());
    }
}
