using System.Globalization;
using Stemma.Model;
using Stemma.Text;
using Stemma.Tracing;

namespace Stemma.Briefing;

/// <summary>Amounts of the same thing in sentences about the same matter that do not agree.</summary>
internal sealed class NumberDifferences(StoryTerms terms)
{
    /// <summary>One difference per thing counted. Cost: quadratic in the sentences that count the same thing.</summary>
    public IEnumerable<Difference> Find(Story story)
    {
        var counted = story.Accounts
            .SelectMany(a => terms.ByAccount[a.Id].SelectMany(s => AmountsIn(a, s)))
            .GroupBy(c => c.Unit, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal);
        foreach (var unit in counted)
        {
            foreach (var group in SameMatter([.. unit]))
            {
                if (ToDifference(group) is { } difference)
                {
                    yield return difference;
                }
            }
        }
    }

    private static IEnumerable<Counted> AmountsIn(Account account, SentenceTerms sentence) =>
        account.Analysis.Amounts
            .Where(a => a.Unit is not null && sentence.Sentence.Span.Contains(a.Span))
            .Select(a => new Counted(sentence, a));

    private List<List<Counted>> SameMatter(List<Counted> all)
    {
        List<List<Counted>> groups = [];
        foreach (var item in all)
        {
            var group = groups.Find(g => g.Exists(o => o.Sentence.Account.Id != item.Sentence.Account.Id
                && AreAlike(o, item)));
            if (group is null)
            {
                groups.Add([item]);
            }
            else
            {
                group.Add(item);
            }
        }
        return groups;
    }

    // What is counted must be the same thing in the same plight: words near the two numbers meet, and the sentences around
    // them are alike. The numbers themselves must not decide.
    private bool AreAlike(Counted a, Counted b)
    {
        var near = a.Near.Intersect(b.Near, StringComparer.Ordinal).ToList();
        if (near.Count < (a.Unit == Counted.Persons ? 1 : 0) + 1 || !near.Exists(s => CommonWords.BuiltIn.Telling(s) > 0.5))
        {
            return false;
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
        return near.Count >= 3 || shared >= BriefOptions.SameMatter * Math.Sqrt(inA * inB);
    }

    private static Difference? ToDifference(List<Counted> group)
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
        var outright = sides.Any(a => sides.Any(b => a.Key.High < b.Key.Low));
        if (!outright && sides.All(s => s.Key.Low == sides[0].Key.Low && s.Key.High == sides[0].Key.High))
        {
            return null;
        }
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
                "brief.difference.number",
                outright
                    ? $"Sentences about the same matter count “{group[0].Amount.Unit}” and the figures exclude one another."
                    : $"Sentences about the same matter count “{group[0].Amount.Unit}”; one is less precise, they do not exclude one another.",
                null,
                words));
    }

    private static string Value(Amount amount) =>
        amount.Low == amount.High
            ? amount.Low.ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{amount.Low}–{amount.High}");
}
