using Stemma.Model;

namespace Stemma.App.Ui;

/// <summary>
/// The lineage as trees to show: one per root, and the accounts whose origin is unclear. A node that rests on several is
/// shown in full once, below the one it rests on most plainly, and referred to below the others.
/// </summary>
public sealed class LineageForest
{
    private readonly Lineage _lineage;
    private readonly IReadOnlyList<Moment?> _times;
    private readonly HashSet<int> _roots;
    private readonly ILookup<int, SourceLink> _upward;
    private readonly ILookup<int, SourceLink> _downward;
    private readonly ILookup<int, SourceLink> _told;
    private readonly ILookup<int, SourceLink> _confirming;
    private readonly ILookup<int, int> _unproved;
    private readonly HashSet<int> _shown = [];
    private readonly Dictionary<int, int> _rootOf = [];

    public LineageForest(Story story, Lineage lineage)
    {
        _lineage = lineage;
        var times = story.Accounts.ToDictionary(a => a.Id, a => a.Article.Time);
        _times = [.. lineage.Nodes.Select(n => n.Account is { } id ? times.GetValueOrDefault(id) : null)];
        _roots = [.. lineage.Roots.Select(r => r.Node)];
        _told = lineage.Links.Where(IsTold).OrderBy(l => l.Id).ToLookup(l => l.From);
        _confirming = lineage.Links.Where(l => l.Kind == SourceLinkKind.Confirms).OrderBy(l => l.To).ThenBy(l => l.Id).ToLookup(l => l.From);
        // Who bears out another's report does not rest on it.
        var between = lineage.Links.Where(l => !IsTold(l) && l.Kind != SourceLinkKind.Confirms && l.From != l.To).ToList();
        _upward = between.OrderBy(Plainness).ThenBy(l => l.To).ThenBy(l => l.Id).ToLookup(l => l.From);
        _downward = between.OrderBy(Plainness).ThenBy(l => l.Id).ToLookup(l => l.To);
        _unproved = lineage.Origins
            .Where(o => o.RootNodes.Count > 0)
            .Select(o => (Root: o.RootNodes[0], Node: NodeOf(o.Account)))
            .Where(o => o.Node >= 0 && o.Node != o.Root && !_roots.Contains(o.Node) && !_upward.Contains(o.Node))
            .ToLookup(o => o.Root, o => o.Node);
        // Roots first claim their trees, those of the news before the others, so that a reference always points upward.
        Roots = [.. lineage.Roots.Where(r => r.OnTheNews).Concat(lineage.Roots.Where(r => !r.OnTheNews))
            .Select(root => (root, Grow(root.Node, [], 0)))];
        foreach (var (root, branch) in Roots)
        {
            foreach (var (below, _) in branch.Walk().Where(b => !b.Branch.IsReference))
            {
                _rootOf[below.Node.Index] = root.Node;
            }
        }
        Unclear = [.. lineage.Nodes
            .Where(n => (n.Account is not null || _downward.Contains(n.Index)) && !_shown.Contains(n.Index))
            .OrderBy(n => _times[n.Index] ?? default).ThenBy(n => n.Index)
            .Select(n => Grow(n.Index, [], 0))
            .Where(b => !b.IsReference)];
    }

    /// <summary>A tree per root: those of the news itself first, then in the order of the lineage.</summary>
    public IReadOnlyList<(LineageRoot Root, LineageBranch Branch)> Roots { get; }

    /// <summary>Accounts that rest on no root, by time; and outlets cited for something that are no root either.</summary>
    public IReadOnlyList<LineageBranch> Unclear { get; }

    /// <summary>The root below which a node is shown in full; null for one of unclear origin.</summary>
    public int? RootOf(int node) => _rootOf.TryGetValue(node, out var root) ? root : null;

    // Carrying a text, copying it, naming it: from the closest tie to the loosest.
    private static (bool, int) Plainness(SourceLink link) => (!link.OnTheNews, link.Kind switch
    {
        SourceLinkKind.Carries => 0,
        SourceLinkKind.Copies => 1,
        SourceLinkKind.Cites => 2,
        _ => 3,
    });

    private bool IsTold(SourceLink link) =>
        !_roots.Contains(link.To)
        && _lineage.Nodes[link.To].Kind is LineageNodeKind.Source or LineageNodeKind.Document;

    private int NodeOf(ArticleId account)
    {
        for (var i = 0; i < _lineage.Nodes.Count; i++)
        {
            if (_lineage.Nodes[i].Account == account)
            {
                return i;
            }
        }
        return -1;
    }

    private LineageBranch Grow(int node, IReadOnlyList<SourceLink> links, int depth)
    {
        // The depth is bounded only against a broken lineage: no real chain of citations has come near ten.
        if (depth > 64 || !_shown.Add(node))
        {
            return new LineageBranch(_lineage.Nodes[node], links, true, [], [], []);
        }
        List<LineageBranch> branches = [];
        var below = _downward[node]
            .GroupBy(l => l.From)
            .Select(g => (Node: g.Key, Links: (IReadOnlyList<SourceLink>)[.. g]))
            .Concat(_unproved[node].Select(n => (Node: n, Links: (IReadOnlyList<SourceLink>)[])))
            .OrderBy(b => _times[b.Node] ?? default).ThenBy(b => b.Node);
        foreach (var (from, its) in below)
        {
            var isHome = !_roots.Contains(from) && (!_upward.Contains(from) || _upward[from].First().To == node);
            branches.Add(isHome
                ? Grow(from, its, depth + 1)
                : new LineageBranch(_lineage.Nodes[from], its, true, [], [], []));
        }
        return new LineageBranch(_lineage.Nodes[node], links, false, [.. _told[node]], [.. _confirming[node]], branches);
    }
}
