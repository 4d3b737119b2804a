using Stemma.Model;

namespace Stemma.Briefing;

/// <summary>
/// How many were classed as one kind of thing: "declared eight groups as terrorist organisations" and "designated several cartels as
/// global terrorist organisations" count the same, whatever they call it.
/// </summary>
internal static class ClassedNumbers
{
    /// <summary>The difference among designations of one thing, never outright: one may count a part. Null where there is none.</summary>
    public static Difference? ToDifference(IReadOnlyList<Designation> ofOneThing)
    {
        // Of an account that counts several times, the most exact counts.
        var counts = ofOneThing
            .SelectMany(static d => d.Sentence.Account.Analysis.Amounts
                .Where(a => d.Clause.Contains(a.Span) && a.Span.End <= d.Span.Start && a.Unit is not null)
                .Select(a => Counted.Of(d.Sentence, a)))
            .OfType<Counted>()
            .Where(static c => c.IsWhole && !c.IsTime && !c.IsMeasure && !c.IsMoneyOrShare)
            .GroupBy(static c => (c.Sentence.Account.Id, IsOfPeople: c.Unit == Counted.Persons))
            .Select(static g => g.OrderBy(static c => c.Amount.High - c.Amount.Low).ThenBy(static c => c.Amount.Span.Start).First())
            .ToList();
        foreach (var ofKind in counts.GroupBy(static c => c.Unit == Counted.Persons).OrderBy(static g => g.Key))
        {
            var ofOneTime = ofKind.Where(c => ofKind.All(o => !FigureConflict.AreOfOtherTimes(c.Sentence, o.Sentence))).ToList();
            var sides = ofOneTime.GroupBy(static c => (c.Amount.Low, c.Amount.High))
                .OrderBy(static g => g.Key.High - g.Key.Low).ThenBy(static g => g.Key.Low)
                .ToList();
            if (sides.Count < 2)
            {
                continue;
            }
            var words = sides.SelectMany(static s => s).Select(static c => c.Words).ToList();
            return new Difference(
                ItemId.Of('d', words, "number"),
                DifferenceKind.Number,
                false,
                [
                    .. sides.Select(static s => Counted.ToSide(s.First().Amount.Span.Of(s.First().Sentence.Account.Article.Text), s)),
                ],
                new Explanation(
                    "brief.difference.number.classed",
                    "Accounts that class the same kind of thing do not count it alike; one may be less precise, or count a part.",
                    null,
                    words));
        }
        return null;
    }
}
