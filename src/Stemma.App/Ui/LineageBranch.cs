using Stemma.Model;

namespace Stemma.App.Ui;

/// <summary>A node of the lineage with what rests on it, as a tree shows it.</summary>
/// <param name="Node">The node.</param>
/// <param name="Links">The links to the node above, the telling one first; empty for a root and where no words prove it.</param>
/// <param name="IsReference">Whether the node is shown in full elsewhere, because it rests on more than one.</param>
/// <param name="Told">Links to people and documents it has the news from itself.</param>
/// <param name="Confirming">Links to those whose report it bears out by a finding of its own.</param>
/// <param name="Branches">What rests on it, by time; empty for a reference.</param>
public sealed record LineageBranch(
    LineageNode Node,
    IReadOnlyList<SourceLink> Links,
    bool IsReference,
    IReadOnlyList<SourceLink> Told,
    IReadOnlyList<SourceLink> Confirming,
    IReadOnlyList<LineageBranch> Branches)
{
    /// <summary>Whether the links to the node above bear on the news itself.</summary>
    public bool IsOnTheNews => Links.Count == 0 || Links.Any(l => l.OnTheNews);

    /// <summary>This branch and all below it, each before what rests on it, with its depth; this one has depth 0.</summary>
    public IEnumerable<(LineageBranch Branch, int Depth)> Walk()
    {
        Stack<(LineageBranch, int)> open = new([(this, 0)]);
        while (open.TryPop(out var next))
        {
            yield return next;
            foreach (var below in next.Item1.Branches.Reverse())
            {
                open.Push((below, next.Item2 + 1));
            }
        }
    }
}
