using Stemma.Model;

namespace Stemma.App.Ui.Outlets;

/// <summary>Counts how an outlet stands in some stories: facts, no rating.</summary>
/// <param name="name">The outlet's name, as its articles have it.</param>
public sealed class OutletTally(string name)
{
    private readonly SortedDictionary<string, int> _cites = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _citedBy = new(StringComparer.Ordinal);

    public string Name => name;

    public int Stories { get; private set; }

    public int FirstHand { get; private set; }

    public int OnOthers { get; private set; }

    public int Unclear { get; private set; }

    /// <summary>Accounts that have earlier versions.</summary>
    public int Changed { get; private set; }

    public IEnumerable<(string Outlet, int Times)> Cites => Commonest(_cites);

    public IEnumerable<(string Outlet, int Times)> CitedBy => Commonest(_citedBy);

    public void Count(StoryBrief brief)
    {
        Stories++;
        var own = brief.Story.Accounts.Where(a => a.Outlet == name).ToList();
        var ids = own.Select(static a => a.Id).ToHashSet();
        Changed += own.Count(static a => a.EarlierVersions.Count > 0);
        foreach (var origin in brief.Lineage.Origins.Where(o => ids.Contains(o.Account)))
        {
            _ = origin.FirstHand switch
            {
                Model.FirstHand.Yes => FirstHand++,
                Model.FirstHand.No => OnOthers++,
                _ => Unclear++,
            };
        }
        var nodes = brief.Lineage.Nodes;
        foreach (var link in brief.Lineage.Links)
        {
            if (IsThis(nodes[link.From]) && !IsThis(nodes[link.To]) && nodes[link.To].Kind is LineageNodeKind.Account or LineageNodeKind.CitedOutlet)
            {
                Add(_cites, nodes[link.To].Name);
            }
            else if (IsThis(nodes[link.To]) && !IsThis(nodes[link.From]))
            {
                Add(_citedBy, nodes[link.From].Name);
            }
        }
    }

    private bool IsThis(LineageNode node) => node.Name == name;

    private static void Add(SortedDictionary<string, int> counts, string outlet) => counts[outlet] = counts.GetValueOrDefault(outlet) + 1;

    private static IEnumerable<(string, int)> Commonest(SortedDictionary<string, int> counts) =>
        counts.OrderByDescending(static c => c.Value).Take(12).Select(static c => (c.Key, c.Value));
}
