using Stemma.Model;
using Stemma.Tracing;

namespace Stemma.Briefing;

/// <summary>
/// Decides whether two figures of different accounts cannot both be right: far enough apart, of the whole of the same thing, with the
/// same words for it, and neither account has the other's figure too.
/// </summary>
internal sealed class FigureConflict(SameCount same, ClaimAlignment alignment, ILookup<ArticleId, Counted> figures)
{
    /// <summary>Log-odds from which a figure told with a word more counts the same.</summary>
    private const double SurelySame = 1;

    /// <summary>Figure from which two lengths of time are told apart.</summary>
    private const double TimesSurely = 6;

    /// <summary>Figure from which another count of the same word in one of the accounts does not matter.</summary>
    private const double SeveralSurely = 5;

    /// <summary>Hours between two accounts from which the later may have a newer count of people.</summary>
    private const double NewerHours = 3;

    /// <summary>Days between two accounts from which the later may have a newer figure of any kind.</summary>
    private const int NewerDays = 2;

    public bool Excludes(Counted a, Counted b) =>
        a.IsBelow(b)
        && a.IsWhole && b.IsWhole && !a.IsTime && !a.IsMeasure
        && same.Of(a, b) >= SameCount.Surely
        && AreOfOneThing(a, b)
        && !EitherHasBoth(a, b)
        && !CountsTwice(a) && !CountsTwice(b) && !TellsSeveral(a) && !TellsSeveral(b)
        && !AreOfOthers(a.Sentence, b.Sentence);

    /// <summary>Whether two figures, or how they are held open, are not the same, though it may be that both are right.</summary>
    public bool Differs(Counted a, Counted b) =>
        a.IsWhole && b.IsWhole && same.Of(a, b) is var surely && surely >= (a.IsTime ? TimesSurely : SameCount.May)
        && (AreOneNumber(a, b) ? !a.IsTime && surely >= SameCount.Surely : !EitherHasBoth(a, b)) && !CountsTwice(a) && !CountsTwice(b)
        && ((!TellsSeveral(a) && !TellsSeveral(b)) || surely >= SeveralSurely);

    private static bool AreOneNumber(Counted a, Counted b) => (a.Amount.Low, a.Amount.High) == (b.Amount.Low, b.Amount.High);

    /// <summary>Whether one of the two accounts has the other's figure too.</summary>
    public bool EitherHasBoth(Counted a, Counted b) => Gives(a.Sentence, b) || Gives(b.Sentence, a);

    /// <summary>Whether the later of two accounts may have a newer count: of people from hours on, of anything from days on.</summary>
    public static bool MayHaveChanged(Counted a, Counted b) => IsLater(a, b, a.Unit == Counted.Persons || a.IsMeasure);

    /// <summary>Whether it is likely that the figure changed between the two accounts: what befell people, how large a fire is, a share.</summary>
    public static bool IsSaidToChange(Counted a, Counted b) =>
        (IsToll(a) || a.IsMeasure || a.IsMoneyOrShare) && IsLater(a, b, IsToll(a) || a.IsMeasure);

    private static bool IsToll(Counted figure) => figure.Plight >= 0 && figure.Unit == Counted.Persons;

    private static bool IsLater(Counted a, Counted b, bool changesByTheHour)
    {
        if (a.Sentence.Account.Article.Time is not { } x || b.Sentence.Account.Article.Time is not { } y)
        {
            return false;
        }
        var days = Math.Abs(x.Day.DayNumber - y.Day.DayNumber);
        return changesByTheHour
            ? days > 0 || (x.HasTime && y.HasTime && Math.Abs((x.At - y.At).TotalHours) >= NewerHours)
            : days >= NewerDays;
    }

    private bool AreOfOneThing(Counted a, Counted b)
    {
        var surely = alignment.FigureOf(a.Sentence, b.Sentence) >= SurelySame;
        var isToll = a.Plight >= 0 && a.Plight == b.Plight;
        var sharesComplement = a.Complement.Intersect(b.Complement, StringComparer.Ordinal).Any();
        return (a.Noun == b.Noun || (isToll && SameCount.IsAnybody(a) && SameCount.IsAnybody(b)))
            && a.Plight == b.Plight
            && (isToll || a.SharesVerb(b) || sharesComplement || (surely && a.SharesNext(b)))
            && (!a.IsMoneyOrShare || AreForOneThing(a, b))
            && (a.Modifiers.SequenceEqual(b.Modifiers, StringComparer.Ordinal) || (surely && (a.Modifiers.Count == 0 || b.Modifiers.Count == 0)))
            && (sharesComplement || a.Complement.Count + b.Complement.Count == 0
                || (surely && (a.Complement.Count == 0 || b.Complement.Count == 0)));
    }

    // What money is for and what a share is of stands after it: "a $6 million grant" is no "$5 million in new loans".
    private static bool AreForOneThing(Counted a, Counted b) =>
        a.After.Intersect(b.After, StringComparer.Ordinal).Any() || (a.After.Count == 0 && b.After.Count == 0);

    // In the same sentence whatever it counts there, elsewhere of the same unit; how many were arrested is not how many were hurt.
    private bool Gives(SentenceTerms sentence, Counted figure)
    {
        var given = figures[sentence.Account.Id].Where(o => o.Amount.Low == figure.Amount.Low && o.Amount.High == figure.Amount.High).ToList();
        return given.Exists(o => (o.Unit == figure.Unit || o.Sentence == sentence) && !o.IsOtherPlight(figure))
            || (figure.IsExact && figure.IsNamedIn(sentence))
            || sentence.Account.Analysis.Amounts.Any(o => o.Low == figure.Amount.Low && o.High == figure.Amount.High
                && sentence.Sentence.Span.Contains(o.Span) && !given.Exists(g => g.Amount == o));
    }

    // A sentence that counts one kind of thing several times tells several things of it.
    private bool CountsTwice(Counted figure) =>
        figures[figure.Sentence.Account.Id].Count(o => o.Sentence == figure.Sentence && o.Unit == figure.Unit && o.Plight == figure.Plight) > 1;

    // So does an account, where the words are the same; of people only as to what befell them.
    private bool TellsSeveral(Counted figure) =>
        (figure.Unit != Counted.Persons || figure.Plight >= 0)
        && figures[figure.Sentence.Account.Id].Any(o => o.Noun == figure.Noun && o.Plight == figure.Plight
            && (o.Amount.Low, o.Amount.High) != (figure.Amount.Low, figure.Amount.High)
            && !AreOfOtherTimes(o.Sentence, figure.Sentence)
            && (o.Amount.Unit is not null && o.Beside.Intersect(figure.Beside, StringComparer.Ordinal).Any()));

    /// <summary>Whether both name somebody, and nobody whom the other names, or one does not tell of whom it speaks.</summary>
    public static bool AreOfOthers(SentenceTerms a, SentenceTerms b) =>
        !a.Names.Overlaps(b.Names) && ((a.Names.Count > 0 && b.Names.Count > 0) || IsOfAPronoun(a) || IsOfAPronoun(b));

    // Of whom "he" speaks the sentence does not tell.
    private static bool IsOfAPronoun(SentenceTerms sentence) => IsOfAPerson(sentence) || FirstWord(sentence) is "It" or "Es";

    /// <summary>Whether it opens with a pronoun for people: of whom it speaks it does not tell.</summary>
    public static bool IsOfAPerson(SentenceTerms sentence) => FirstWord(sentence) is "He" or "She" or "They" or "Er" or "Sie";

    private static string FirstWord(SentenceTerms sentence) => sentence.Text.TrimStart('"', '“', '„', '\'', ' ').Split(' ')[0];

    /// <summary>Whether both are dated, and no date of the one meets one of the other.</summary>
    public static bool AreOfOtherTimes(SentenceTerms a, SentenceTerms b) =>
        a.Dates.Count > 0 && b.Dates.Count > 0 && !a.Dates.Any(x => b.Dates.Any(y => x.From <= y.To && y.From <= x.To));
}
