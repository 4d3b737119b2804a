using Stemma.Tracing;

namespace Stemma.Briefing;

/// <summary>
/// Decides how surely two amounts of different accounts count the same thing: how surely their sentences state the same, and how
/// much of what stands around the two numbers is the same, the numbers themselves left out.
/// </summary>
internal sealed class SameCount(StoryTerms terms, ClaimAlignment alignment)
{
    /// <summary>Figure from which two amounts may be compared. (1,000 pairs of 650 stories, read by hand by rising figure, 2026-11.)</summary>
    public const double May = 3;

    /// <summary>Figure from which they may conflict outright. (The same.)</summary>
    public const double Surely = 3.5;

    /// <summary>Log-odds of two sentences below which nothing around the numbers helps. (The same.)</summary>
    private const double LeastOdds = -0.3;

    /// <summary>Log-odds from which another subject, or another word for people, does not part them.</summary>
    private const double SureOdds = 1;

    /// <summary>Log-odds from which "home runs" and "runs" may be one thing.</summary>
    private const double MoreSureOdds = 3;

    /// <summary>What the words around weigh against the odds of the sentences, at most. (The same.)</summary>
    private const double AroundWeight = 6;

    /// <summary>Odds above this say no more.</summary>
    private const double MostOdds = 4;

    /// <summary>Log-odds of two openings that say what befell how many people, from which they count the same people.</summary>
    private const double SameToll = -2.5;

    /// <summary>The figure, some -1 to 10; negative infinity where the two count different things.</summary>
    public double Of(Counted a, Counted b)
    {
        var odds = alignment.FigureOf(a.Sentence, b.Sentence);
        if (a.IsOtherPlight(b) || !HaveOneNoun(a, b, odds) || AreModifiedApart(a, b, odds)
            || FigureConflict.AreOfOtherTimes(a.Sentence, b.Sentence) || !MeetBeside(a, b)
            || (FigureConflict.AreOfOthers(a.Sentence, b.Sentence)
                && (odds < SureOdds || FigureConflict.IsOfAPerson(a.Sentence) || FigureConflict.IsOfAPerson(b.Sentence))))
        {
            return double.NegativeInfinity;
        }
        var figure = odds < LeastOdds ? double.NegativeInfinity : Math.Min(MostOdds, odds) + (AroundWeight * Around(a, b));
        return (AreTollsOfTheNews(a, b) && odds >= SameToll) || (AreTolls(a, b) && odds >= BriefOptions.SameClaim) ? Math.Max(figure, Surely) : figure;
    }

    // "Injured three people", "injuring five people": how many were hurt, killed or are missing is told of one event, mostly.
    private static bool AreTolls(Counted a, Counted b) =>
        a.IsHarm && a.Plight == b.Plight && IsAnybody(a) && IsAnybody(b) && a.SharesVerb(b);

    /// <summary>Whether two openings tell what befell how many people.</summary>
    public bool AreTollsOfTheNews(Counted a, Counted b) =>
        a.Plight >= 0 && a.Plight == b.Plight && a.Unit == Counted.Persons && b.Unit == Counted.Persons
        && TellsTheNews(a.Sentence) && TellsTheNews(b.Sentence);

    private bool TellsTheNews(SentenceTerms sentence) =>
        sentence.Index < StoryTerms.LeadSentences && terms.NewsCover(sentence) >= BriefOptions.StatesTheNews;

    // "people", "10 killed": nobody in particular. Other words for people are others unless the sentences surely state the same.
    private static bool HaveOneNoun(Counted a, Counted b, double odds) =>
        a.Noun == b.Noun
        || (a.Unit == Counted.Persons && b.Unit == Counted.Persons
            && ((IsAnybody(a) && IsAnybody(b) && a.Plight == b.Plight) || (odds >= SureOdds && (IsAnybody(a) || IsAnybody(b)))));

    /// <summary>Whether it counts people of no kind in particular.</summary>
    public static bool IsAnybody(Counted figure) => figure.Noun is Counted.Persons or "people" || Counted.IsPlight(figure.Noun);

    // What stands right beside one of the numbers, or between it and its noun, must stand near the other: "14 people were taken to
    // hospital" and "96 people were on board" share no such word.
    private static bool MeetBeside(Counted a, Counted b) =>
        (a.Plight >= 0 && a.Plight == b.Plight) || a.SharesVerb(b)
        || a.Modifiers.Intersect(b.Modifiers, StringComparer.Ordinal).Any()
        || a.Near.Any(s => b.Near.Contains(s) && (a.Beside.Contains(s) || b.Beside.Contains(s)));

    // "Strong aftershocks" are some of the aftershocks; "Electoral College votes" are no votes.
    private static bool AreModifiedApart(Counted a, Counted b, double odds) =>
        a.HasNamedModifier != b.HasNamedModifier
        || (a.Modifiers.Count > 0 && b.Modifiers.Count > 0
            ? !a.Modifiers.Intersect(b.Modifiers, StringComparer.Ordinal).Any()
            : a.Modifiers.Count + b.Modifiers.Count > 0 && odds < MoreSureOdds);

    // The share of the weight of the words around, by the geometric mean.
    private double Around(Counted a, Counted b)
    {
        double shared = 0, inA = 0, inB = 0;
        foreach (var stem in a.Around)
        {
            var weight = terms.Weight(stem);
            inA += weight;
            shared += b.Around.Contains(stem) ? weight : 0;
        }
        foreach (var stem in b.Around)
        {
            inB += terms.Weight(stem);
        }
        return shared / Math.Max(1e-9, Math.Sqrt(inA * inB));
    }
}
