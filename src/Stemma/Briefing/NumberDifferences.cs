using System.Globalization;
using Stemma.Model;
using Stemma.Tracing;

namespace Stemma.Briefing;

/// <summary>Amounts of the same thing in sentences about the same matter that do not agree.</summary>
internal sealed class NumberDifferences(StoryTerms terms, ClaimAlignment alignment)
{
    private readonly SameCount _same = new(terms, alignment);

    /// <summary>One difference per thing counted. Cost: quadratic in the sentences that count the same thing.</summary>
    public IEnumerable<Difference> Find(Story story)
    {
        var figures = story.Accounts.SelectMany(a => terms.ByAccount[a.Id].SelectMany(s => AmountsIn(a, s))).ToList();
        var conflict = new FigureConflict(_same, alignment, figures.ToLookup(c => c.Sentence.Account.Id));
        foreach (var unit in figures.GroupBy(c => c.Unit, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            foreach (var group in SameMatter([.. unit.Where(c => c.IsWhole)]))
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
        IsFraction(text, amount)
        || (amount.Start >= 3 && text[amount.Start - 1] == ' ' && text[amount.Start - 2] is '.' or ':' or ','
            && char.IsDigit(text[amount.Start - 3]) && char.IsDigit(text[amount.Start]))
        || (amount.End + 2 < text.Length && text[amount.End] is '.' or ':' or ',' && text[amount.End + 1] == ' '
            && char.IsDigit(text[amount.End - 1]) && char.IsDigit(text[amount.End + 2]));

    // "41 / 2 months" is four and a half.
    private static bool IsFraction(string text, TextSpan amount) =>
        text.AsSpan(0, amount.Start).TrimEnd().EndsWith("/", StringComparison.Ordinal)
        || text.AsSpan(amount.End).TrimStart().StartsWith("/", StringComparison.Ordinal);

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
                if (all[i].Sentence.Account.Id != all[j].Sentence.Account.Id && _same.Of(all[i], all[j]) is >= SameCount.May and var strength)
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

    private static Difference? ToDifference(List<Counted> group, FigureConflict conflict)
    {
        // An account that gives several numbers for the unit in one matter counts different things; leave it out.
        var single = group.GroupBy(c => c.Sentence.Account.Id)
            .Where(g => g.Select(c => (c.Amount.Low, c.Amount.High)).Distinct().Count() == 1)
            .Select(g => g.First())
            .ToList();
        var pairs = single.SelectMany((a, i) => single.Where((b, j) => a.Amount.Low < b.Amount.Low || a.Amount.High < b.Amount.High || (IsHeldOpen(a, b) && i < j))
            .Where(b => conflict.Differs(a, b) && (IsHeldOpen(a, b) || a.IsBelow(b) || IsLessPrecise(a, b) || FigureConflict.IsSaidToChange(a, b)))
            .Select(b => (Lower: a, Higher: b))).ToList();
        var conflicting = pairs.Where(p => conflict.Excludes(p.Lower, p.Higher) && !FigureConflict.MayHaveChanged(p.Lower, p.Higher)).ToList();
        var outright = conflicting.Count > 0;
        var apart = pairs.Where(p => p.Lower.IsBelow(p.Higher)).ToList();
        var hasChanged = !outright && pairs.Count > 0 && pairs.TrueForAll(p => FigureConflict.IsSaidToChange(p.Lower, p.Higher));
        // Shown are those that differ from another, and those that give the same figure as one of these.
        var telling = (outright ? conflicting : pairs).SelectMany(static p => new[] { p.Lower, p.Higher }).ToList();
        var perAccount = single.Where(c => telling.Exists(t => (t.Amount.Low, t.Amount.High, t.Hold) == (c.Amount.Low, c.Amount.High, c.Hold))).ToList();
        var sides = perAccount
            .GroupBy(c => (c.Amount.Low, c.Amount.High, c.Hold))
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key.Low).ThenBy(g => g.Key.High)
            .ToList();
        if (sides.Count < 2)
        {
            return null;
        }
        if (hasChanged)
        {
            sides = [.. sides.OrderBy(s => s.Min(c => c.Sentence.Account.Article.Time)).ThenBy(s => s.Key.Low)];
        }
        var counted = group.Select(c => c.Amount.Unit).OfType<string>().FirstOrDefault(Counted.Persons);
        var words = perAccount.ConvertAll(static c => c.Words);
        return new Difference(
            ItemId.Of('d', words, "number"),
            DifferenceKind.Number,
            outright,
            [
                .. sides.Select(s => Counted.ToSide(Value(s.First().Amount), s)),
            ],
            new Explanation(
                hasChanged ? "brief.difference.number.changed" : !outright && apart.Count > 0 ? "brief.difference.number.open" : "brief.difference.number",
                outright ? $"Sentences about the same matter count “{counted}” and the figures exclude one another."
                    : hasChanged ? $"Sentences about the same matter count “{counted}”; the later account has another figure, and it may have changed since."
                    : apart.Count > 0 ? $"Sentences about the same matter count “{counted}”; the figures are not the same, but they may be of other parts or times."
                    : $"Sentences about the same matter count “{counted}”; one is less precise, they do not exclude one another.",
                null,
                words))
        {
            HasChanged = hasChanged,
        };
    }

    // The same figure, and a word that holds it open in one account only: "300 rounds", "about 300 rounds".
    private static bool IsHeldOpen(Counted a, Counted b) =>
        (a.Amount.Low, a.Amount.High) == (b.Amount.Low, b.Amount.High) && a.Amount.Low == a.Amount.High && a.Hold != b.Hold && (a.IsExact || b.IsExact);

    // Rounded, or held open by a word, in one: "several" and eight, "about 50" and 48.
    private static bool IsLessPrecise(Counted a, Counted b) =>
        (!a.IsExact || !b.IsExact) && (a.Amount.Low != b.Amount.Low || a.Amount.High != b.Amount.High)
        && a.Low <= b.High && b.Low <= a.High;

    private static string Value(Amount amount) =>
        amount.Low == amount.High
            ? amount.Low.ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{amount.Low}–{amount.High}");
}
