namespace Stemma.Briefing;

/// <summary>
/// Puts together what two sentences share beside the claims that they are in: "A and B" shares A with one sentence and B with
/// another.
/// </summary>
internal sealed class LeftOverClaims(ClaimPairs pairs, ClaimFigures figures)
{
    private readonly HashSet<(int, int)> _together = [];
    private readonly Dictionary<int, List<ClaimGroup>> _with = [];

    /// <summary>Likely pairs that are in no claim together; a sentence joins where it is likely to state the same as all.</summary>
    /// <param name="likely">Pairs, surest first.</param>
    /// <param name="claims">The claims there are.</param>
    public IReadOnlyList<ClaimGroup> Find(IReadOnlyList<(int A, int B, double Figure)> likely, IEnumerable<List<int>> claims)
    {
        foreach (var claim in claims)
        {
            Note(claim);
        }
        List<ClaimGroup> found = [];
        foreach (var (i, j, _) in likely)
        {
            if (_together.Contains((i, j)))
            {
                continue;
            }
            var group = Joined(i, j) ?? Joined(j, i);
            if (group is null)
            {
                group = new ClaimGroup(pairs, i);
                group.Add(pairs, j);
                found.Add(group);
                _with.TryAdd(i, []);
                _with[i].Add(group);
                _with.TryAdd(j, []);
                _with[j].Add(group);
            }
            Note(group.Sentences);
        }
        return found;
    }

    private ClaimGroup? Joined(int member, int other)
    {
        var group = _with.GetValueOrDefault(member)?.Find(g => ClaimPairs.AreApart(g.Accounts, pairs.AccountsOf(other))
            && g.Sentences.TrueForAll(k => figures.Of(k, other) >= BriefOptions.SameClaim));
        if (group is not null)
        {
            group.Add(pairs, other);
            _with.TryAdd(other, []);
            _with[other].Add(group);
        }
        return group;
    }

    private void Note(List<int> together)
    {
        foreach (var x in together)
        {
            foreach (var y in together)
            {
                if (x < y)
                {
                    _together.Add((x, y));
                }
            }
        }
    }
}
