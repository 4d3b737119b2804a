using System.Globalization;
using Stemma.Model;

namespace Stemma.Tracing;

/// <summary>Follows the links of a lineage to its roots.</summary>
internal sealed class RootFinder(
    Story story,
    IReadOnlyList<LineageNode> nodes,
    IReadOnlyList<DraftLink> links,
    IReadOnlyList<(int A, int B)> sameText,
    IReadOnlyDictionary<int, OwnFinding> findings)
{
    private readonly Dictionary<ArticleId, int> _nodeOf = nodes.Where(n => n.Account is not null)
        .ToDictionary(n => n.Account!.Value, n => n.Index);

    private readonly Dictionary<(int Node, bool OnTheNewsOnly), IReadOnlyList<int>> _rootsOf = [];

    private readonly ILookup<int, DraftLink> _resting = links.Where(l => l.LeadsToRoots(nodes)).ToLookup(l => l.From);

    /// <summary>Per account: first-hand or not, and the roots it rests on for the news itself.</summary>
    public IReadOnlyList<AccountOrigin> Origins() =>
    [
        .. story.Accounts.Select(account =>
        {
            var node = _nodeOf[account.Id];
            var (verdict, why) = OriginJudge.Judge(account, RestingLinks(node, onTheNewsOnly: true).Any(l => l.IsResting(nodes)));
            return new AccountOrigin(account.Id, verdict, RootsOf(node, onTheNewsOnly: true), why);
        }),
    ];

    /// <summary>
    /// All roots: those of the news itself first, most rested upon first, then by node; then the outlets that are a root of
    /// something beside it, cited for it or first-hand.
    /// </summary>
    public IReadOnlyList<LineageRoot> Roots(IReadOnlyList<AccountOrigin> origins)
    {
        var ofTheNews = origins.SelectMany(o => o.RootNodes).ToHashSet();
        var firstHand = origins.Where(o => o.FirstHand is FirstHand.Yes).Select(o => _nodeOf[o.Account]).ToHashSet();
        var beside = nodes
            .Where(n => !ofTheNews.Contains(n.Index) && (firstHand.Contains(n.Index)
                || (n.Kind is LineageNodeKind.CitedOutlet && !RestingLinks(n.Index, onTheNewsOnly: false).Any())))
            .Select(n => n.Index);
        return
        [
            .. ofTheNews.Select(n => RootAt(n, true)).Concat(beside.Select(n => RootAt(n, false)))
                .OrderByDescending(r => r.OnTheNews)
                .ThenByDescending(r => r.Accounts.Count)
                .ThenBy(r => r.Node),
        ];
    }

    /// <summary>Roots of the news that tell how they know it, one newsroom or shared text counted once.</summary>
    public int CountIndependent(IReadOnlyList<LineageRoot> roots)
    {
        var counted = roots.Where(r => r.OnTheNews && IsClear(r)).ToList();
        Dictionary<string, string> leader = counted.Select(r => nodes[r.Node].RootKey).Distinct()
            .ToDictionary(k => k, k => k);
        string Find(string key)
        {
            while (leader.TryGetValue(key, out var next) && next != key)
            {
                key = next;
            }
            return key;
        }
        foreach (var (a, b) in sameText)
        {
            var (keyA, keyB) = (nodes[a].RootKey, nodes[b].RootKey);
            if (leader.ContainsKey(keyA) && leader.ContainsKey(keyB))
            {
                leader[Find(keyA)] = Find(keyB);
            }
        }
        return leader.Keys.Select(Find).Distinct().Count();
    }

    private IEnumerable<DraftLink> RestingLinks(int node, bool onTheNewsOnly) =>
        _resting[node].Where(l => l.OnTheNews || !onTheNewsOnly);

    // Itself where it rests on nobody or found it out itself, and whatever those it rests on rest on.
    private IReadOnlyList<int> RootsOf(int start, bool onTheNewsOnly)
    {
        if (!_rootsOf.TryGetValue((start, onTheNewsOnly), out var known))
        {
            _rootsOf[(start, onTheNewsOnly)] = known = FollowToRoots(start, onTheNewsOnly);
        }
        return known;
    }

    private List<int> FollowToRoots(int start, bool onTheNewsOnly)
    {
        SortedSet<int> roots = [];
        HashSet<int> seen = [start];
        Stack<int> open = new([start]);
        while (open.TryPop(out var node))
        {
            var resting = RestingLinks(node, onTheNewsOnly).ToList();
            if (resting.Count == 0 || findings.ContainsKey(node))
            {
                roots.Add(node);
            }
            foreach (var link in resting)
            {
                if (seen.Add(link.To))
                {
                    open.Push(link.To);
                }
            }
        }
        return [.. roots];
    }

    private bool IsClear(LineageRoot root) =>
        root.Accounts.Count > 0 || findings.ContainsKey(root.Node)
        || (nodes[root.Node].Account is { } id
            && OriginJudge.Judge(story.Accounts.First(a => a.Id == id), false).Verdict is FirstHand.Yes);

    private LineageRoot RootAt(int node, bool onTheNews)
    {
        var resting = story.Accounts
            .Where(a => _nodeOf[a.Id] != node && RootsOf(_nodeOf[a.Id], onTheNews).Contains(node))
            .Select(a => a.Id)
            .ToList();
        List<Evidence> words = [.. links.Where(l => l.To == node && l.OnTheNews == onTheNews).SelectMany(l => l.Proofs).Order()];
        if (findings.TryGetValue(node, out var finding))
        {
            words.Add(new Evidence(finding.In, finding.Sign.Span));
        }
        if (nodes[node].Kind is LineageNodeKind.Public)
        {
            return new LineageRoot(node, onTheNews, resting, new Explanation(
                "lineage.public-root",
                resting.Count == 1
                    ? "The news was said or done in public: one account reports it so."
                    : string.Create(CultureInfo.InvariantCulture, $"The news was said or done in public: {resting.Count} accounts report it so, and together count as one root."),
                resting.Count,
                words));
        }
        var what = onTheNews ? "the news itself" : "something beside the news";
        return new LineageRoot(node, onTheNews, resting, new Explanation(
            "lineage.root",
            string.Create(CultureInfo.InvariantCulture,
                $"{nodes[node].Name} rests on no other outlet{(findings.ContainsKey(node) ? ", or shows how it found out itself" : "")}; {resting.Count} account{(resting.Count == 1 ? "" : "s")} rest on it for {what}."),
            resting.Count,
            words));
    }
}
