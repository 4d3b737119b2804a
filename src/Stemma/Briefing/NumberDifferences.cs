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
            .Where(a => a.Unit is not null && sentence.Sentence.Span.Contains(a.Span) && !IsTorn(account.Article.Text, a.Span))
            .Select(a => new Counted(sentence, a));

    // "2. 6 million" is read as six million, "7: 01" as one: half of a number that the layout has torn.
    private static bool IsTorn(string text, TextSpan amount) =>
        amount.Start >= 3 && text[amount.Start - 1] == ' ' && text[amount.Start - 2] is '.' or ':' or ','
            && char.IsDigit(text[amount.Start - 3]) && char.IsDigit(text[amount.Start]);

    // The likeliest pairs first; an account has one figure for one thing, so groups that would give it two stay apart.
    private List<List<Counted>> SameMatter(List<Counted> all)
    {
        var groups = all.ConvertAll(c => new List<Counted> { c });
        var groupOf = Enumerable.Range(0, all.Count).ToArray();
        List<(double Strength, int I, int J)> pairs = [];
        for (var i = 0; i < all.Count; i++)
        {
            for (var j = i + 1; j < all.Count; j++)
            {
                if (all[i].Sentence.Account.Id != all[j].Sentence.Account.Id && Strength(all[i], all[j]) is > 0 and var strength)
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
    private double Strength(Counted a, Counted b)
    {
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

    private Difference? ToDifference(List<Counted> group)
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
        var outright = perAccount.Exists(a => perAccount.Exists(b => Excludes(a, b)));
        if (!outright && sides.Exists(a => sides.Exists(b => a.First().High < b.First().Low)))
        {
            // They would conflict, were it sure that they count the same.
            return null;
        }
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

    // Two exact figures for one thing: whoever counts a part, an addition or a time counts something else, and so does who
    // gives both figures.
    private bool Excludes(Counted a, Counted b) =>
        a.IsBelow(b) && a.IsWhole && b.IsWhole
        && alignment.FigureOf(a.Sentence, b.Sentence) >= BriefOptions.MayConflict
        && !Gives(a.Sentence, b) && !Gives(b.Sentence, a) && !CountsTwice(a) && !CountsTwice(b)
        && !AreOfOthers(a.Sentence, b.Sentence) && !AreOfOtherTimes(a.Sentence, b.Sentence);

    // In the same sentence whatever it counts there, elsewhere of the same unit.
    private static bool Gives(SentenceTerms sentence, Counted figure) =>
        sentence.Account.Analysis.Amounts.Any(o => o.Low == figure.Amount.Low && o.High == figure.Amount.High
            && (sentence.Sentence.Span.Contains(o.Span) || string.Equals(o.Unit, figure.Amount.Unit, StringComparison.OrdinalIgnoreCase)));

    // A sentence that counts one kind of thing several times tells several things of it.
    private static bool CountsTwice(Counted figure) =>
        figure.Sentence.Account.Analysis.Amounts.Count(o => figure.Sentence.Sentence.Span.Contains(o.Span)
            && string.Equals(o.Unit, figure.Amount.Unit, StringComparison.OrdinalIgnoreCase)) > 1;

    // Both name somebody, and nobody whom the other names.
    private static bool AreOfOthers(SentenceTerms a, SentenceTerms b)
    {
        var (namesA, namesB) = (NamesIn(a), NamesIn(b));
        return !namesA.Overlaps(namesB)
            && ((namesA.Count > 0 && namesB.Count > 0) || Pronoun(a) || Pronoun(b));
    }

    // Of whom "he" speaks the sentence does not tell.
    private static bool Pronoun(SentenceTerms sentence)
    {
        var text = sentence.Text.TrimStart('"', '“', '„', '\'', ' ');
        return text.Split(' ')[0] is "He" or "She" or "They" or "It" or "Er" or "Sie" or "Es";
    }

    private static HashSet<string> NamesIn(SentenceTerms sentence) =>
        sentence.Words.Where(w => w.IsCapitalised && w.Span.Start > sentence.Sentence.Span.Start + 1).Select(w => w.Stem)
            .ToHashSet(StringComparer.Ordinal);

    private static bool AreOfOtherTimes(SentenceTerms a, SentenceTerms b)
    {
        var (inA, inB) = (DatesIn(a), DatesIn(b));
        return inA.Count > 0 && inB.Count > 0 && !inA.Exists(x => inB.Exists(y => x.From <= y.To && y.From <= x.To));
    }

    private static List<DateExpression> DatesIn(SentenceTerms sentence) =>
        [.. sentence.Account.Analysis.Dates.Where(d => sentence.Sentence.Span.Contains(d.Span))];

    private static string Value(Amount amount) =>
        amount.Low == amount.High
            ? amount.Low.ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{amount.Low}–{amount.High}");
}
