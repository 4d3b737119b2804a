namespace Stemma.Briefing;

/// <summary>
/// Puts together what two sentences share beside the claims that they are in. What one account says in one sentence another says
/// in two; and "A and B" shares A with one sentence and B with another.
/// </summary>
internal sealed class LeftOverClaims(ClaimPairs pairs, ClaimFigures figures)
{
    private readonly HashSet<(int, int)> _together = [];
    private readonly Dictionary<int, List<ClaimGroup>> _with = [];

    /// <summary>
    /// Likely pairs that are in no claim together: a sentence joins a claim of the other where it is likely to state the same as
    /// the rest of it, else the two are a claim of their own.
    /// </summary>
    /// <param name="likely">Pairs, surest first.</param>
    /// <param name="news">What states the news; it is not added to.</param>
    /// <param name="claims">The claims there are; they may grow.</param>
    /// <returns>New claims.</returns>
    public IReadOnlyList<ClaimGroup> Find(
        IReadOnlyList<(int A, int B, double Figure)> likely, List<int> news, IReadOnlyList<ClaimGroup> claims)
    {
        Note(news);
        foreach (var claim in claims)
        {
            Index(claim);
            Note(claim.Sentences);
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
                Index(group);
            }
            Note(group.Sentences);
        }
        return found;
    }

    private ClaimGroup? Joined(int member, int other)
    {
        var group = _with.GetValueOrDefault(member)?.Find(g => Fits(g, other));
        if (group is not null)
        {
            group.Add(pairs, other);
            _with.TryAdd(other, []);
            _with[other].Add(group);
        }
        return group;
    }

    // It is likely to state the same as the sentences of other accounts, taken together.
    private bool Fits(ClaimGroup group, int sentence)
    {
        double sum = 0;
        var count = 0;
        foreach (var other in group.Sentences)
        {
            if (ClaimPairs.AreApart(pairs.AccountsOf(other), pairs.AccountsOf(sentence)))
            {
                sum += figures.Of(other, sentence);
                count++;
            }
        }
        return count > 0 && sum / count >= BriefOptions.SameClaim;
    }

    private void Index(ClaimGroup group)
    {
        foreach (var sentence in group.Sentences)
        {
            _with.TryAdd(sentence, []);
            _with[sentence].Add(group);
        }
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
