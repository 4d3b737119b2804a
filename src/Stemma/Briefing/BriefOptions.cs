namespace Stemma.Briefing;

/// <summary>Where the brief draws its lines. Likenesses are cosines of weighted content words, in [0, 1].</summary>
internal static class BriefOptions
{
    /// <summary>Log-odds from which two sentences form a claim of their own. (Annotated events, each judged by the others, 2026-11.)</summary>
    public const double SameClaim = -0.75;

    /// <summary>Log-odds from which they draw their groups together. (The same.)</summary>
    public const double SurelySameClaim = 0;

    /// <summary>Mean log-odds between two groups that are drawn together. (The same.)</summary>
    public const double ClaimCohesion = -1.5;

    /// <summary>Mean log-odds from which two claims state one thing. (The same.)</summary>
    public const double SameClaims = -0.25;

    /// <summary>Mean log-odds from which a claim states the news once more. (The same.)</summary>
    public const double SameAsTheNews = -0.5;

    /// <summary>What a sentence that is in two claims counts in that mean. (The same.)</summary>
    public const double InBothClaims = 0;

    /// <summary>Log-odds from which an opening sentence agrees with another's that it is the news. (The same.)</summary>
    public const double MayBeTheNews = -1.5;

    /// <summary>Mean log-odds from which the sentences of a claim vouch for one another, so that their roots add up.</summary>
    public const double CloseClaim = 0;

    /// <summary>
    /// Log-odds from which two sentences are so surely about the same thing that what they give for it may conflict outright.
    /// (500 stories drawn at random, read by hand, 2026-11.)
    /// </summary>
    public const double MayConflict = 0;

    /// <summary>Likeness from which two sentences speak of the same thing, so that their figures may be compared.</summary>
    public const double SameMatter = 0.28;

    /// <summary>Likeness below which a sentence counts as being in one account only.</summary>
    public const double Alone = 0.2;

    /// <summary>Share of the news terms from which a sentence can state the news itself.</summary>
    public const double StatesTheNews = 0.25;

    /// <summary>Share of the news terms that an opening sentence must hold to state the news, where it says more besides.</summary>
    public const double CoversTheNews = 0.4;

    /// <summary>Share of a sentence between quotation marks from which it is an utterance rather than a claim.</summary>
    public const double MostlyQuoted = 0.6;

    /// <summary>Sentences that only one account has, shown per account.</summary>
    public const int OnlyInPerAccount = 3;

    /// <summary>Longest period, in days, that dates an event of the timeline.</summary>
    public const int TimelineDays = 31;
}
