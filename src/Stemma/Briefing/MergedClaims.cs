namespace Stemma.Briefing;

/// <summary>
/// Makes one claim of those that state one thing: a claim is a set over all accounts, and a reader must not meet it twice.
/// </summary>
internal sealed class MergedClaims(ClaimPairs pairs, ClaimFigures figures)
{
    /// <summary>
    /// The claims, each joined to the first before it whose sentences are likely to state the same as its own, taken together. Cost:
    /// the pairs of claims that share an account or a likely pair, times their sizes.
    /// </summary>
    /// <param name="claims">Surest first; the first of two that are joined grows.</param>
    public List<ClaimGroup> Merge(IReadOnlyList<ClaimGroup> claims)
    {
        List<ClaimGroup> merged = [];
        foreach (var claim in claims)
        {
            ClaimGroup? best = null;
            var figure = BriefOptions.SameClaims;
            foreach (var other in merged)
            {
                var likeness = Between(other.Sentences, claim.Sentences);
                if (likeness >= figure)
                {
                    (best, figure) = (other, likeness);
                }
            }
            if (best is null)
            {
                merged.Add(claim);
                continue;
            }
            foreach (var sentence in claim.Sentences.Except(best.Sentences).ToList())
            {
                best.Add(pairs, sentence);
            }
        }
        return merged;
    }

    /// <summary>Takes out the claims that state the news once more.</summary>
    /// <returns>Their sentences.</returns>
    public IReadOnlyList<int> TakeThoseLike(List<int> news, List<ClaimGroup> claims)
    {
        var again = claims.FindAll(c => Between(news, c.Sentences) >= BriefOptions.SameAsTheNews);
        claims.RemoveAll(again.Contains);
        return [.. again.SelectMany(c => c.Sentences).Except(news).Distinct().Order()];
    }

    /// <summary>
    /// Mean log-odds between the sentences of different accounts of two claims; a sentence that is in both counts as even odds would
    /// with two that are surely alike. The lowest where none can be compared.
    /// </summary>
    private double Between(List<int> a, List<int> b)
    {
        double sum = 0;
        var count = 0;
        foreach (var x in a)
        {
            foreach (var y in b)
            {
                if (x == y)
                {
                    sum += BriefOptions.InBothClaims;
                    count++;
                }
                else if (ClaimPairs.AreApart(pairs.AccountsOf(x), pairs.AccountsOf(y)))
                {
                    sum += figures.Of(x, y);
                    count++;
                }
            }
        }
        return count == 0 ? -ClaimModel.Surest : sum / count;
    }
}
