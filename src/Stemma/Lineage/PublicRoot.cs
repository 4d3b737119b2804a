using Stemma.Model;

namespace Stemma.Tracing;

/// <summary>
/// Lays the news to what was public: accounts that tell it so and found out nothing that the public does not know have one
/// root together, and so has an outlet that is cited for no more than that.
/// </summary>
internal sealed class PublicRoot(LineageGraph graph, PublicOccasion occasion, SortedDictionary<int, OwnFinding> findings)
{
    public void Link(Story story)
    {
        // Most stories have one account: what it tells as public it has by itself.
        if (story.Accounts.Count < 2)
        {
            return;
        }
        var resting = graph.Links.Where(l => l.OnTheNews && l.IsResting(graph.Nodes)).ToList();
        List<(LineageNode Node, Account Account, TextSpan Words)> publicly = [];
        foreach (var account in story.Accounts)
        {
            var node = graph.NodeOf(account.Id);
            if (!resting.Exists(l => l.From == node.Index) && !IsRevealed(node.Index, resting)
                && occasion.Find(account) is { } words)
            {
                publicly.Add((node, account, words));
            }
        }
        // An outlet that more accounts name than tell the news by themselves is where it is from.
        var mostNamed = resting.GroupBy(l => l.To).Select(g => g.Select(l => l.From).Distinct().Count()).DefaultIfEmpty(0).Max();
        if (publicly.Count < mostNamed)
        {
            // What they asked is beside the news: it makes none of them a root.
            publicly.RemoveAll(p => resting.Exists(l => l.To == p.Node.Index) || OriginJudge.Judge(p.Account, restsOnOthers: false).Verdict is not FirstHand.Yes);
        }
        if (publicly.Count == 0)
        {
            return;
        }
        var root = graph.PublicNode();
        foreach (var (node, account, words) in publicly)
        {
            findings.Remove(node.Index);
            AddLink(node, root, new Evidence(account.Id, words));
        }
        foreach (var cited in resting.GroupBy(l => l.To).OrderBy(g => g.Key)
            .Where(g => !resting.Exists(l => l.From == g.Key) && !IsRevealed(g.Key, resting) && !g.Any(l => l.IsByAgency)
                && g.Select(l => l.From).Distinct().Count() <= publicly.Count).ToList())
        {
            AddLink(graph.Nodes[cited.Key], root, [.. cited.SelectMany(l => l.Proofs)]);
        }
    }

    private void AddLink(LineageNode from, LineageNode root, params IReadOnlyList<Evidence> words) => graph.Add(new DraftLink
    {
        From = from.Index,
        To = root.Index,
        Kind = SourceLinkKind.ToldBy,
        Rule = "lineage.public",
        Figure = 1,
        OnTheNews = true,
        Proofs = [.. words],
    });

    // It had what nobody else could have: a finding of its own, or the credit of being first. Who was there too saw what was public.
    private bool IsRevealed(int node, List<DraftLink> resting) =>
        (findings.TryGetValue(node, out var finding) && finding.Sign.Kind is not FirstHandKind.Attended) || resting.Exists(l => l.To == node && l.IsRevealing);
}
