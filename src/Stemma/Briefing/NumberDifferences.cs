using System.Globalization;
using Stemma.Model;
using Stemma.Text;
using Stemma.Tracing;

namespace Stemma.Briefing;

/// <summary>Amounts of the same thing in sentences about the same matter that do not agree.</summary>
internal sealed class NumberDifferences(StoryTerms terms, ClaimAlignment alignment)
{
    /// <summary>How telling the words that stand near both numbers must be to need no likeness of the sentences.</summary>
    private const double SamePlight = 0.85;

    /// <summary>One difference per thing counted. Cost: quadratic in the sentences that count the same thing.</summary>
    public IEnumerable<Difference> Find(Story story)
    {
        var figures = story.Accounts.SelectMany(a => terms.ByAccount[a.Id].SelectMany(s => AmountsIn(a, s))).ToList();
        var conflict = new FigureConflict(terms, alignment, figures.ToLookup(c => c.Sentence.Account.Id));
        foreach (var unit in figures.GroupBy(c => c.Unit, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            foreach (var group in SameMatter([.. unit], conflict))
            {
                if (ToDifference(group, conflict) is { } difference)
                {
                    yield return difference;
                }
            }
        }
    }

    private static IEnumerable<Counted> AmountsIn(Account account, SentenceTerms sentence) =>
        account.Analysis.Amounts
            .Where(a => sentence.Sentence.Span.Contains(a.Span) && !IsTorn(account.Article.Text, a.Span))
            .Select(a => Counted.Of(sentence, a))
            .OfType<Counted>();

    // "2. 6 million" is read as six million, "7: 01" as one: half of a number that the layout has torn.
    private static bool IsTorn(string text, TextSpan amount) =>
        (amount.Start >= 3 && text[amount.Start - 1] == ' ' && text[amount.Start - 2] is '.' or ':' or ','
            && char.IsDigit(text[amount.Start - 3]) && char.IsDigit(text[amount.Start]))
        || (amount.End + 2 < text.Length && text[amount.End] is '.' or ':' or ',' && text[amount.End + 1] == ' '
            && char.IsDigit(text[amount.End - 1]) && char.IsDigit(text[amount.End + 2]));

    // The likeliest pairs first; an account has one figure for one thing, so groups that would give it two stay apart.
    private List<List<Counted>> SameMatter(List<Counted> all, FigureConflict conflict)
    {
        var groups = all.ConvertAll(c => new List<Counted> { c });
        var groupOf = Enumerable.Range(0, all.Count).ToArray();
        List<(double Strength, int I, int J)> pairs = [];
        for (var i = 0; i < all.Count; i++)
        {
            for (var j = i + 1; j < all.Count; j++)
            {
                if (all[i].Sentence.Account.Id != all[j].Sentence.Account.Id && Strength(all[i], all[j], conflict) is > 0 and var strength)
                {
                    pairs.Add((strength, i, j));
                }
            }
        }
        foreach (var (_, i, j) in pairs.OrderByDescending(p => p.Strength).ThenBy(p => p.I).ThenBy(p => p.J))
        {
            var (a, b) = (groups[groupOf[i]], groups[groupOf[j]]);
            if (a == b || a.Exists(x => b.Exists(y => x.Sentence.Account.Id == y.Sentence.Account.Id
                && (x.Amount.Low, x.Amount.High) != (y.Amount.Low, y.Amount.High))))
            {
                continue;
            }
            a.AddRange(b);
            var from = groupOf[j];
            for (var k = 0; k < groupOf.Length; k++)
            {
                groupOf[k] = groupOf[k] == from ? groupOf[i] : groupOf[k];
            }
        }
        return [.. groupOf.Distinct().Select(g => groups[g])];
    }

    // What is counted must be the same thing in the same plight: words near the two numbers meet, and are telling, or the
    // sentences around them are alike. The numbers themselves must not decide. 0 where they are of different things.
    private double Strength(Counted a, Counted b, FigureConflict conflict)
    {
        if (conflict.AreTollsOfTheNews(a, b))
        {
            return 1;
        }
        if (alignment.FigureOf(a.Sentence, b.Sentence) < BriefOptions.SameClaim)
        {
            return 0;
        }
        var near = a.Near.Intersect(b.Near, StringComparer.Ordinal).ToList();
        var telling = near.Sum(CommonWords.BuiltIn.Telling);
        if (a.IsOtherPlight(b) || !near.Exists(s => a.Beside.Contains(s) || b.Beside.Contains(s)) || near.Count < (a.Unit == Counted.Persons ? 2 : 1) || telling <= 0.5)
        {
            return 0;
        }
        double shared = 0, inA = 0, inB = 0;
        foreach (var stem in a.Context)
        {
            var weight = terms.Weight(stem);
            inA += weight * weight;
            shared += b.Context.Contains(stem) ? weight * weight : 0;
        }
        foreach (var stem in b.Context)
        {
            var weight = terms.Weight(stem);
            inB += weight * weight;
        }
        var likeness = shared / Math.Max(1e-9, Math.Sqrt(inA * inB));
        return telling >= SamePlight || likeness >= BriefOptions.SameMatter ? telling + likeness : 0;
    }

    private static Difference? ToDifference(List<Counted> group, FigureConflict conflict)
    {
        // An account that gives several numbers for the unit in one matter counts different things; leave it out.
        var perAccount = group.GroupBy(c => c.Sentence.Account.Id)
            .Where(g => g.Select(c => (c.Amount.Low, c.Amount.High)).Distinct().Count() == 1)
            .Select(g => g.First())
            .ToList();
        var sides = perAccount
            .GroupBy(c => (c.Amount.Low, c.Amount.High, c.Amount.IsApproximate))
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key.Low).ThenBy(g => g.Key.High)
            .ToList();
        if (sides.Count < 2)
        {
            return null;
        }
        var conflicting = perAccount.SelectMany(a => perAccount.Where(b => conflict.Excludes(a, b)).Select(b => (Lower: a, Higher: b))).ToList();
        var outright = conflicting.Exists(c => !FigureConflict.MayHaveChanged(c.Lower, c.Higher));
        var hasChanged = !outright && conflicting.Count > 0;
        if (!outright && !hasChanged && sides.Exists(a => sides.Exists(b => a.First().High < b.First().Low)))
        {
            // They would conflict, were it sure that they count the same.
            return null;
        }
        if (!outright && sides.All(s => s.Key.Low == sides[0].Key.Low && s.Key.High == sides[0].Key.High))
        {
            return null;
        }
        var counted = group.Select(c => c.Amount.Unit).OfType<string>().FirstOrDefault(Counted.Persons);
        var words = perAccount.Select(c => new Evidence(c.Sentence.Account.Id, c.Amount.Span)).ToList();
        return new Difference(
            ItemId.Of('d', words, "number"),
            DifferenceKind.Number,
            outright,
            [
                .. sides.Select(s => new DifferenceSide(
                    Value(s.First().Amount),
                    [.. s.Select(c => new Evidence(c.Sentence.Account.Id, c.Amount.Span))],
                    [.. s.Select(c => c.Sentence.Evidence)])),
            ],
            new Explanation(
                hasChanged ? "brief.difference.number.changed" : "brief.difference.number",
                (outright, hasChanged) switch
                {
                    (true, _) => $"Sentences about the same matter count “{counted}” and the figures exclude one another.",
                    (_, true) => $"Sentences about the same matter count “{counted}”; the accounts are of other hours or days, or it is one that changes by the hour.",
                    _ => $"Sentences about the same matter count “{counted}”; one is less precise, they do not exclude one another.",
                },
                null,
                words));
    }

    private static string Value(Amount amount) =>
        amount.Low == amount.High
            ? amount.Low.ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{amount.Low}–{amount.High}");
}
