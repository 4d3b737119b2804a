using Stemma.Model;
using Stemma.Tracing;

namespace Stemma.Briefing;

/// <summary>
/// In what ways two sentences of different accounts are alike. All are in [0, 1] or small numbers around it, so that the
/// weights of <see cref="ClaimModel"/> can be read.
/// </summary>
internal static class ClaimPairFeatures
{
    /// <summary>The features in their order.</summary>
    public static readonly string[] Names =
    [
        "overlap", "contained", "shared_weight", "plain_overlap", "names_overlap", "names_apart", "numbers_shared", "numbers_apart",
        "neighbours_shared", "like_words", "word_families", "rare_shared", "nearest_of_both", "nearest_of_one", "margin", "both_lead",
        "place_apart", "length_ratio", "length_of_shorter", "quoted_most", "quoted_apart", "same_modality", "judging", "same_speaker",
        "other_speaker", "sentences_around", "news", "longest_run", "clause_overlap", "clause_shared",
        "content_overlap", "content_contained", "telling_overlap", "telling_contained", "negated_apart", "soft_overlap", "soft_contained",
        "stretch", "stretch_share", "same_day", "other_day", "same_amount", "other_amount",
        "near_shared", "near_share", "same_subject", "names_alone", "context_contained", "context_gain",
    ];

    /// <summary>What the sentences right before the two add; filled by <see cref="ClaimPairs"/> as well.</summary>
    public static readonly int ContextContained = Array.IndexOf(Names, "context_contained");
    public static readonly int ContextGain = Array.IndexOf(Names, "context_gain");

    /// <summary>By what the sentences around are compared: what is stated, like words counting for less than the same.</summary>
    public static readonly int Overlap = Array.IndexOf(Names, "soft_overlap");

    /// <summary>What <see cref="ClaimPairs"/> fills, who knows the other sentences.</summary>
    public static readonly int NearestOfBoth = Array.IndexOf(Names, "nearest_of_both");
    public static readonly int NearestOfOne = Array.IndexOf(Names, "nearest_of_one");
    public static readonly int Margin = Array.IndexOf(Names, "margin");
    public static readonly int SentencesAround = Array.IndexOf(Names, "sentences_around");

    /// <summary>What a like word counts, of a word that is the same.</summary>
    private const double LikeCounts = 0.7;

    /// <summary>What a word of a stretch costs that the other sentence does not have, of what it brings if it has it.</summary>
    private const double StretchCost = 0.5;

    /// <summary>A word in this many sentences of the story or fewer is rare in it.</summary>
    private const int Rare = 3;

    /// <summary>Fills what two sentences alone tell. Cost: product of their lengths.</summary>
    public static void Fill(ClaimSentence a, ClaimSentence b, Span<float> row)
    {
        var shared = Share(a, b);
        var (like, families) = AlmostShare(a, b);
        var (like2, families2) = AlmostShare(b, a);
        (like, families) = ((like + like2) / 2, (families + families2) / 2);
        var stretch = Math.Min(BestStretch(a, b), BestStretch(b, a));
        var days = SameDay(a, b);
        var amounts = SameAmount(a, b);
        var soft = LikeCounts * Math.Max(like, families);
        var least = Math.Max(0.1, Math.Min(a.Total, b.Total));
        var both = a.NameTotal > 0 && b.NameTotal > 0;
        var (wordsA, wordsB) = (a.Sequence.Length, b.Sequence.Length);
        var sameSpeaker = a.Speakers.Any(s => b.Speakers.Contains(s, StringComparer.Ordinal));
        var near = NearShared(a, b);
        var (clause, clauseShared) = BestClauses(a, b);
        var (quotedA, quotedB) = (Math.Min(1, a.Terms.QuotedShare), Math.Min(1, b.Terms.QuotedShare));
        ReadOnlySpan<double> values =
        [
            shared.All / Math.Max(0.1, Math.Sqrt(a.Total * b.Total)),
            shared.All / least,
            Math.Log(1 + shared.All) / 3,
            shared.Plain / Math.Max(0.1, Math.Sqrt(a.PlainTotal * b.PlainTotal)),
            both ? shared.Names / Math.Min(a.NameTotal, b.NameTotal) : 0,
            both && shared.Names == 0 ? 1 : 0,
            Math.Min(shared.Numbers, 3) / 3.0,
            shared.Numbers == 0 && a.Numbers > 0 && b.Numbers > 0 ? 1 : 0,
            CountShared(a.Pairs, b.Pairs) / (double)Math.Max(1, Math.Min(a.Pairs.Count, b.Pairs.Count)),
            like / least,
            families / least,
            Math.Min(shared.Rare, 6) / 6.0,
            0,
            0,
            0,
            a.Terms.Index < StoryTerms.LeadSentences && b.Terms.Index < StoryTerms.LeadSentences ? 1 : 0,
            Math.Abs(a.RelativePlace - b.RelativePlace),
            Math.Min(wordsA, wordsB) / (double)Math.Max(1, Math.Max(wordsA, wordsB)),
            Math.Min(Math.Min(wordsA, wordsB), 20) / 20.0,
            Math.Max(quotedA, quotedB),
            Math.Abs(quotedA - quotedB),
            a.Terms.Sentence.Modality == b.Terms.Sentence.Modality ? 1 : 0,
            IsJudging(a) || IsJudging(b) ? 1 : 0,
            sameSpeaker ? 1 : 0,
            !sameSpeaker && a.Speakers.Count > 0 && b.Speakers.Count > 0 ? 1 : 0,
            0,
            Math.Min(a.NewsCover, b.NewsCover),
            Math.Min(LongestRun(a.Sequence, b.Sequence), 8) / 8.0,
            clause,
            Math.Log(1 + clauseShared) / 3,
            shared.Content / Math.Max(0.1, Math.Sqrt(a.ContentTotal * b.ContentTotal)),
            shared.Content / Math.Max(0.1, Math.Min(a.ContentTotal, b.ContentTotal)),
            shared.Telling / Math.Max(0.1, Math.Sqrt(a.TellingTotal * b.TellingTotal)),
            shared.Telling / Math.Max(0.1, Math.Min(a.TellingTotal, b.TellingTotal)),
            a.IsNegated != b.IsNegated ? 1 : 0,
            (shared.Content + soft) / Math.Max(0.1, Math.Sqrt(a.ContentTotal * b.ContentTotal)),
            (shared.Content + soft) / Math.Max(0.1, Math.Min(a.ContentTotal, b.ContentTotal)),
            Math.Log(1 + stretch) / 3,
            stretch / least,
            days > 0 ? 1 : 0,
            days < 0 ? 1 : 0,
            amounts > 0 ? 1 : 0,
            amounts < 0 ? 1 : 0,
            Math.Log(1 + near) / 3,
            near / Math.Max(0.1, Math.Min(a.NearTotal, b.NearTotal)),
            a.Subject >= 0 && a.Subject == b.Subject ? 1 : 0,
            both ? (Math.Min(a.NameTotal, b.NameTotal) - shared.Names) / Math.Max(1, Math.Min(a.ContentTotal, b.ContentTotal)) : 0,
            0,
            0,
        ];
        for (var i = 0; i < values.Length; i++)
        {
            row[i] = (float)values[i];
        }
    }

    private static (double All, double Plain, double Names, double Content, double Telling, int Numbers, int Rare) Share(ClaimSentence a, ClaimSentence b)
    {
        double all = 0, plain = 0, names = 0, content = 0, telling = 0;
        int numbers = 0, rare = 0;
        for (int i = 0, j = 0; i < a.Found.Length && j < b.Found.Length;)
        {
            ref readonly var x = ref a.Found[i];
            ref readonly var y = ref b.Found[j];
            if (x.Number != y.Number)
            {
                _ = x.Number < y.Number ? i++ : j++;
                continue;
            }
            all += x.Weight;
            content += x.IsContent && y.IsContent ? x.Weight : 0;
            telling += x.Telling;
            if (x.Kind is ClaimTermKind.Number)
            {
                numbers++;
            }
            else if (x.Kind is ClaimTermKind.Name || y.Kind is ClaimTermKind.Name)
            {
                names += x.Weight;
            }
            else
            {
                plain += x.Weight;
            }
            rare += x.Sentences <= Rare ? 1 : 0;
            i++;
            j++;
        }
        return (all, plain, names, content, telling, numbers, rare);
    }

    // Words that only one of the two has, and the other in other words: of one group, or of one family.
    private static (double Like, double Families) AlmostShare(ClaimSentence a, ClaimSentence b)
    {
        double like = 0, families = 0;
        foreach (ref readonly var x in a.Found.AsSpan())
        {
            if ((x.Marks & b.Marks) == 0 || b.IndexOf(x.Number) >= 0)
            {
                continue;
            }
            double likest = 0, nearest = 0;
            foreach (ref readonly var y in b.Found.AsSpan())
            {
                if ((x.Marks & y.Marks) != 0)
                {
                    var weight = Math.Min(x.Weight, y.Weight);
                    likest = x.SharesGroup(in y) ? Math.Max(likest, weight) : likest;
                    nearest = x.Family >= 0 && x.Family == y.Family ? Math.Max(nearest, weight) : nearest;
                }
            }
            like += likest;
            families += nearest;
        }
        return (like, families);
    }

    // Weight of the stretch of words that is most alike to the other sentence: words that it has too, or like ones, count for
    // the stretch, others against it.
    private static double BestStretch(ClaimSentence a, ClaimSentence b)
    {
        Span<double> gain = stackalloc double[Math.Min(a.Found.Length, 256)];
        for (var i = 0; i < gain.Length; i++)
        {
            ref readonly var x = ref a.Found[i];
            var match = b.IndexOf(x.Number) >= 0 ? 1 : (x.Marks & b.Marks) != 0 && HasLike(b, in x) ? LikeCounts : 0;
            gain[i] = !x.IsContent ? 0 : match > 0 ? match * x.Weight : -StretchCost * x.Weight;
        }
        double best = 0, sum = 0;
        foreach (var at in a.Places)
        {
            sum = Math.Max(0, sum + (at < gain.Length ? gain[at] : 0));
            best = Math.Max(best, sum);
        }
        return best;
    }

    // Weight of the pairs of words that stand near one another in both, in whatever order: who did what.
    private static double NearShared(ClaimSentence a, ClaimSentence b)
    {
        double sum = 0;
        for (int i = 0, j = 0; i < a.Near.Length && j < b.Near.Length;)
        {
            if (a.Near[i].Pair == b.Near[j].Pair)
            {
                sum += Math.Min(a.Near[i].Weight, b.Near[j].Weight);
                i++;
                j++;
            }
            else
            {
                _ = a.Near[i].Pair < b.Near[j].Pair ? i++ : j++;
            }
        }
        return sum;
    }

    /// <summary>
    /// Weight of what a sentence states that another states, or the sentence right before that one names: a share in [0, 1], with and
    /// without the one before.
    /// </summary>
    public static (double With, double Without) ContainedWithContext(ClaimSentence sentence, ClaimSentence other, ClaimSentence? before)
    {
        double with = 0, without = 0;
        foreach (ref readonly var term in sentence.Found.AsSpan())
        {
            if (!term.IsContent)
            {
                continue;
            }
            if (other.IndexOf(term.Number) >= 0)
            {
                without += term.Weight;
                with += term.Weight;
            }
            else if (before is not null && before.IndexOf(term.Number) >= 0)
            {
                with += term.Weight;
            }
        }
        var all = Math.Max(0.1, sentence.ContentTotal);
        return (with / all, without / all);
    }

    private static bool HasLike(ClaimSentence sentence, in ClaimTerm term)
    {
        foreach (ref readonly var other in sentence.Found.AsSpan())
        {
            if (term.IsLike(in other))
            {
                return true;
            }
        }
        return false;
    }

    // 1 where both name the same day, -1 where they name days that differ, else 0.
    private static int SameDay(ClaimSentence a, ClaimSentence b)
    {
        var result = 0;
        foreach (var x in a.Dates)
        {
            foreach (var y in b.Dates)
            {
                if (x.From == y.From && x.To == y.To)
                {
                    return 1;
                }
                result = x.To < y.From || y.To < x.From ? -1 : result;
            }
        }
        return result;
    }

    // 1 where both count as many of the same, -1 where they count differently, else 0.
    private static int SameAmount(ClaimSentence a, ClaimSentence b)
    {
        var result = 0;
        foreach (var x in a.Amounts)
        {
            foreach (var y in b.Amounts)
            {
                if (x.Unit != y.Unit)
                {
                    continue;
                }
                if (x.Low <= y.High && y.Low <= x.High)
                {
                    return 1;
                }
                result = -1;
            }
        }
        return result;
    }

    // The clauses of the two that are most alike, and how much they share: long sentences tell several things.
    private static (double Overlap, double Shared) BestClauses(ClaimSentence a, ClaimSentence b)
    {
        (double Overlap, double Shared) best = default;
        foreach (var x in a.Clauses)
        {
            var inX = WeightIn(a, x, x).Weight;
            foreach (var y in b.Clauses)
            {
                var (shared, count) = WeightIn(a, x, y);
                if (count < 2)
                {
                    continue;
                }
                var overlap = shared / Math.Max(0.1, Math.Sqrt(inX * WeightIn(b, y, y).Weight));
                best = overlap > best.Overlap ? (overlap, shared) : best;
            }
        }
        return best;
    }

    // Weight of the stems that are in both lists; the weights are those of the sentence that holds the first.
    private static (double Weight, int Count) WeightIn(ClaimSentence sentence, int[] x, int[] y)
    {
        double weight = 0;
        var count = 0;
        for (int i = 0, j = 0, at = 0; i < x.Length && j < y.Length;)
        {
            if (x[i] != y[j])
            {
                _ = x[i] < y[j] ? i++ : j++;
                continue;
            }
            while (sentence.Found[at].Number != x[i])
            {
                at++;
            }
            weight += sentence.Found[at].Weight;
            count++;
            i++;
            j++;
        }
        return (weight, count);
    }

    private static bool IsJudging(ClaimSentence sentence) =>
        sentence.Terms.Sentence.Modality is Modality.Opinion or Modality.Background;

    private static int CountShared(IReadOnlyList<long> a, IReadOnlyList<long> b)
    {
        var count = 0;
        for (int i = 0, j = 0; i < a.Count && j < b.Count;)
        {
            if (a[i] == b[j])
            {
                count++;
                i++;
                j++;
            }
            else
            {
                _ = a[i] < b[j] ? i++ : j++;
            }
        }
        return count;
    }

    // Content words that follow one another in both.
    private static int LongestRun(int[] a, int[] b)
    {
        var longest = 0;
        Span<int> row = b.Length < 256 ? stackalloc int[b.Length + 1] : new int[b.Length + 1];
        row.Clear();
        for (var i = 0; i < a.Length; i++)
        {
            var diagonal = 0;
            for (var j = 0; j < b.Length; j++)
            {
                var above = row[j + 1];
                row[j + 1] = a[i] == b[j] ? diagonal + 1 : 0;
                longest = Math.Max(longest, row[j + 1]);
                diagonal = above;
            }
        }
        return longest;
    }
}
