using Stemma.Model;

namespace Stemma.App.Evals;

/// <summary>
/// Scores claims by what a claim says of accounts: that two of them state the same thing. Two accounts of a claim count once,
/// however many sentences each needs to state it; otherwise two sentences against two would count as four.
/// </summary>
/// <remarks>
/// An annotated claim that the brief tells as an utterance is found; a claim of the brief that is annotated as an utterance
/// is neither right nor wrong. A claim of the brief none of whose words are annotated is not judged: annotations list the
/// telling claims, not all.
/// </remarks>
internal sealed class ClaimScorer
{
    public Tally Tally { get; } = new();

    /// <summary>Counts a story.</summary>
    /// <returns>What went wrong: pairs of accounts that are missing, or that agree in nothing.</returns>
    public IReadOnlyList<(bool IsMissing, Evidence A, Evidence B)> Add(GoldStory gold)
    {
        return Add(
            [.. gold.Claims.Select(static c => c.Members)],
            gold.Utterances,
            [.. gold.Brief.Claims.Select(static c => (IReadOnlyList<Evidence>)[.. c.Supports.Select(static s => s.Words)])],
            [.. gold.Brief.Utterances.Select(StoryScorer.WordingMembers)]);
    }

    /// <summary>Counts a story told in two ways: as it should be and as it is.</summary>
    public IReadOnlyList<(bool IsMissing, Evidence A, Evidence B)> Add(
        IReadOnlyList<IReadOnlyList<Evidence>> claims,
        IReadOnlyList<IReadOnlyList<Evidence>> utterances,
        IReadOnlyList<IReadOnlyList<Evidence>> shownClaims,
        IReadOnlyList<IReadOnlyList<Evidence>> shownAsUtterances)
    {
        List<(bool, Evidence, Evidence)> faults = [];
        List<AccountPair> wanted = [.. claims.SelectMany(Pairs)];
        List<AccountPair> wantedUtterances = [.. utterances.SelectMany(Pairs)];
        List<AccountPair> shown = [.. shownClaims.SelectMany(Pairs)];
        List<AccountPair> shownUtterances = [.. shownAsUtterances.SelectMany(Pairs)];
        foreach (var pair in wanted)
        {
            if (shown.Exists(pair.Meets) || shownUtterances.Exists(pair.Meets))
            {
                Tally.Right++;
                continue;
            }
            Tally.Missing++;
            faults.Add((true, pair.InA[0], pair.InB[0]));
        }
        foreach (var pair in shown)
        {
            if (wanted.Exists(pair.Touches) && !wanted.Exists(pair.Meets) && !wantedUtterances.Exists(pair.Meets))
            {
                Tally.Wrong++;
                faults.Add((false, pair.InA[0], pair.InB[0]));
            }
        }
        return faults;
    }

    private static IEnumerable<AccountPair> Pairs(IReadOnlyList<Evidence> members)
    {
        var accounts = members.GroupBy(m => m.Article).OrderBy(g => g.Key).Select(g => g.ToList()).ToList();
        for (var i = 0; i < accounts.Count; i++)
        {
            for (var j = i + 1; j < accounts.Count; j++)
            {
                yield return new AccountPair(accounts[i], accounts[j]);
            }
        }
    }

    /// <summary>The sentences of two accounts in which they state one thing; that of the lower id first.</summary>
    private sealed record AccountPair(List<Evidence> InA, List<Evidence> InB)
    {
        public bool Meets(AccountPair other) => Overlap(InA, other.InA) && Overlap(InB, other.InB);

        public bool Touches(AccountPair other) =>
            Overlap(InA, other.InA) || Overlap(InB, other.InB) || Overlap(InA, other.InB) || Overlap(InB, other.InA);

        private static bool Overlap(List<Evidence> a, List<Evidence> b) =>
            a.Exists(x => b.Exists(y => x.Article == y.Article && x.Span.Overlaps(y.Span)));
    }
}
