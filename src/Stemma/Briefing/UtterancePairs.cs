using Stemma.Text;

namespace Stemma.Briefing;

/// <summary>
/// Whether two stretches between quotation marks render the same words. What two accounts share must be the words
/// themselves: two sentences of one statement speak of the same things and are two utterances.
/// </summary>
internal static class UtterancePairs
{
    /// <summary>Words up to which a stretch is a fragment, which must stand in the other word for word.</summary>
    private const int FragmentWords = 4;

    /// <summary>The bars, chosen on the annotated events for developing and the samples, each event left out in turn (2026-11).</summary>
    private const double RunShare = 0.5, CutShare = 0.75, CutShareUnknown = 0.85, OtherSpeakerShare = 0.7;

    /// <summary>Words in a row that need no share: nobody says eight the same by chance.</summary>
    private const int LongRun = 8;

    /// <summary>For other wordings: shared content of the shorter, of both, and words in the same order.</summary>
    private const double SharedTelling = 1.8, SharedContent = 0.5, SharedOfBoth = 0.5, SharedOrder = 0.5;

    /// <summary>How the two are the same; <see cref="UtteranceMatch.None"/> where they are not, or nothing tells.</summary>
    public static UtteranceMatch Match(QuoteTurn a, QuoteTurn b)
    {
        var (part, whole) = a.WordCount <= b.WordCount ? (a, b) : (b, a);
        if (part.WordCount == 0 || (!part.Stems.Overlaps(whole.Stems) && !part.Runs.Overlaps(whole.Runs)))
        {
            return UtteranceMatch.None;
        }
        var speakers = SpeakerNames.Compare(a.Speaker, b.Speaker);
        if (IsVerbatim(part, whole, speakers))
        {
            return UtteranceMatch.Verbatim;
        }
        var isOtherDay = a.Day is { } x && b.Day is { } y && (x.To < y.From || y.To < x.From);
        if (isOtherDay || speakers is SpeakerRelation.Different)
        {
            return UtteranceMatch.None;
        }
        if (part.WordCount <= FragmentWords)
        {
            return IsFragment(part, whole, speakers) ? UtteranceMatch.Fragment : UtteranceMatch.None;
        }
        var shared = part.Stems.Where(whole.Stems.Contains).ToList();
        if (shared.Count < 2)
        {
            return UtteranceMatch.None;
        }
        var inOrder = WordAlignment.LongestCommon(part.Words, whole.Words) / (double)part.WordCount;
        if (inOrder >= (speakers is SpeakerRelation.Same ? CutShare : CutShareUnknown))
        {
            return UtteranceMatch.Cut;
        }
        var (weight, ofPart, ofWhole) = (Telling(shared), Telling(part.Stems), Telling(whole.Stems));
        return speakers is SpeakerRelation.Same
            && shared.Count >= Math.Min(3, Math.Max(2, Math.Min(part.Stems.Count, whole.Stems.Count) / 2))
            && weight >= SharedTelling
            && weight >= SharedContent * Math.Min(ofPart, ofWhole)
            && 2 * weight >= SharedOfBoth * (ofPart + ofWhole)
            && inOrder >= SharedOrder
            ? UtteranceMatch.Rendering
            : UtteranceMatch.None;
    }

    private static double Telling(IEnumerable<string> stems) => stems.Sum(CommonWords.BuiltIn.Telling);

    // Five words in a row are the same: by chance or by habit ("women who have their own"), unless they are much of it.
    private static bool IsVerbatim(QuoteTurn part, QuoteTurn whole, SpeakerRelation speakers)
    {
        if (!part.Runs.Overlaps(whole.Runs))
        {
            return false;
        }
        if (whole.Folded.Contains(part.Folded, StringComparison.Ordinal))
        {
            return true;
        }
        var inOrder = WordAlignment.LongestCommon(part.Words, whole.Words) / (double)part.WordCount;
        if (speakers is SpeakerRelation.Different)
        {
            return inOrder >= OtherSpeakerShare;
        }
        var run = WordAlignment.LongestRun(part.Words, whole.Words);
        return run >= LongRun || run >= RunShare * part.WordCount || inOrder >= OtherSpeakerShare;
    }

    private static bool IsTitleCase(QuoteTurn part)
    {
        var text = part.Account.Article.Text;
        return part.Quotes.All(q => ContentWords.Of(text, q.Span).All(w => w.IsCapitalised));
    }

    // A word or two stand in what the same speaker is quoted with elsewhere; where one is not named, two telling words must.
    private static bool IsFragment(QuoteTurn part, QuoteTurn whole, SpeakerRelation speakers)
    {
        if (!whole.Folded.Contains(part.Folded, StringComparison.Ordinal))
        {
            return false;
        }
        // "Gone with the Wind" is a title that both name.
        if (part.WordCount > 1 && IsTitleCase(part))
        {
            return false;
        }
        // One word, and nobody plainly said to have said it: emphasis or a name.
        if (part.WordCount == 1 && !(part.Speaker.IsSure && whole.Speaker.IsSure))
        {
            return false;
        }
        var telling = Telling(part.Stems);
        return speakers is SpeakerRelation.Same
            ? part.Stems.Any(s => CommonWords.BuiltIn.Telling(s) == 1) || (part.WordCount >= 2 && telling >= 1)
            : part.WordCount >= 2 && telling >= 1.8;
    }
}
