using Stemma.Model;

namespace Stemma.Analyzing;

/// <summary>
/// Signs of an outlet's own reporting that do not name the outlet: who was asked for comment, who spoke on condition of
/// anonymity, a call that reporters were on. They count only where no other outlet is named near by, whose they may be.
/// </summary>
internal sealed class EnglishUnnamed(MarkedText text, OutletReferences references, IReadOnlyList<Cue>[] cues)
{
    /// <summary>Sentences before a sign in which no other outlet may be named.</summary>
    private const int Apart = 2;

    /// <summary>The first such sign of a sentence; null where there is none.</summary>
    /// <param name="s">Index of the sentence.</param>
    public (FirstHandKind Kind, int First, int Last, double Figure, string Rule)? SignIn(int s)
    {
        var (first, end, _) = text.Sentences[s];
        for (var i = first; i < end; i++)
        {
            if (text.StretchOf[i] < 0 && At(i, first, s) is { } sign)
            {
                return NamesOther(s) ? null : sign;
            }
        }
        return null;
    }

    private (FirstHandKind Kind, int First, int Last, double Figure, string Rule)? At(int i, int first, int s)
    {
        switch (text.Words[i])
        {
            // "Asked for comment, a spokesman said"
            case "asked" or "reached" or "contacted" or "approached" when text.Word(i + 1) is "for"
                && (i == first || text.Word(i - 1) is "when") && text.WithinNext(i + 1, text.Sentences[s].Last, 4, "comment",
                "response", "reaction", "clarification"):
                return (FirstHandKind.Asked, i, i + 3, 0.75, "asked-for-comment");
            case "anonymity" when cues[s].Count > 0 && text.WithinNext(Math.Max(first, i - 6), i, 6, "condition", "requested",
                "asked", "request", "granted"):
                return (FirstHandKind.WasTold, i - (text.Word(i - 1) is "of" ? 2 : 1), i + 1, 0.65, "anonymity");
            // "according to two officials", "according to people briefed on the matter"
            case "according" when text.Word(i + 1) is "to" && PeopleAfter(i + 2, text.Sentences[s].Last) is var last and > 0:
                return (FirstHandKind.WasTold, i, last, 0.62, "unnamed-people");
            // "said in an e-mail": to whom is not said, so to the outlet
            case "email" or "e-mail" when text.Word(i - 1) is "an" && text.Word(i - 2) is "in" && text.Word(i - 3) is "said" or "wrote"
                or "explained" or "added" && text.Word(i + 1) is not ("to" or "from" or "sent" or "obtained" or "blast"):
                return (FirstHandKind.WasTold, i - 3, i + 1, 0.65, "in-an-email");
            case "call" when text.Word(i - 1) is "conference" && text.Word(i - 2) is "the" or "a"
                && text.Word(i - 3) is "on" or "in" or "during":
                return (FirstHandKind.Attended, i - 3, i + 1, 0.62, "conference-call");
            default:
                return null;
        }
    }

    // the end of "four congressional officials"; 0 where it is nothing of the kind
    private int PeopleAfter(int start, int end)
    {
        var counted = text.Word(start) is "two" or "three" or "four" or "five" or "six" or "seven" or "eight" or "nine" or "ten"
            or "several" or "multiple";
        for (var i = start; i < Math.Min(end, start + 5); i++)
        {
            if (text.Words[i] is "officials" or "people" or "sources" or "persons" or "aides" or "diplomats" or "person"
                or "source" or "official" or "lawyers" or "advisers")
            {
                var knows = text.Word(i + 1) is "familiar" or "briefed" or "close" or "involved"
                    || (text.Word(i + 1) is "with" && text.Word(i + 2) is "knowledge" or "direct")
                    || text.Word(i + 1) is "who";
                return counted || knows ? i + 1 : 0;
            }
            if (text.Tags[i] is PosTag.Punct or PosTag.Verb or PosTag.Adp)
            {
                return 0;
            }
        }
        return 0;
    }

    private bool NamesOther(int s)
    {
        var sentence = text.Sentences[s];
        for (var i = text.Sentences[Math.Max(0, s - Apart)].First; i < sentence.Last; i++)
        {
            if (references.At(i) is { IsSelf: false })
            {
                return true;
            }
        }
        return false;
    }
}
