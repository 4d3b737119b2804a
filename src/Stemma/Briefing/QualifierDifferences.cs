using Stemma.Model;
using Stemma.Text;
using Stemma.Tracing;

namespace Stemma.Briefing;

/// <summary>
/// Finds where one account prints the words of another without the word that holds them open: "a basis for the possibility of
/// strikes" against "a basis for strikes".
/// </summary>
internal sealed class QualifierDifferences(StoryTerms terms)
{
    /// <summary>Equal words that must stand on each side of the gap.</summary>
    private const int Anchor = 2;

    /// <summary>Words that must be shared in all before two sentences are taken for renderings of one.</summary>
    private const int SharedWords = 7;

    /// <summary>Most words a gap may have.</summary>
    private const int LongestGap = 5;

    /// <summary>
    /// One difference per qualifier and rendering. Aligned are sentences that share four words in a row, and the wordings of
    /// one utterance.
    /// </summary>
    public IEnumerable<Difference> Find(Story story, IReadOnlyList<Utterance> utterances)
    {
        Dictionary<string, Difference> found = new(StringComparer.Ordinal);
        foreach (var difference in utterances.SelectMany(OfWordings))
        {
            found.TryAdd(difference.Id.ToString(), difference);
        }
        foreach (var (a, b) in PairsSharingWords(story))
        {
            var alignment = WordAlignment.Of(
                a.Account.Article.Text, [a.Sentence.Span], b.Account.Article.Text, [b.Sentence.Span]);
            if (alignment.Pairs.Count < SharedWords)
            {
                continue;
            }
            foreach (var (gapA, gapB) in Gaps(alignment))
            {
                // The qualifier stands on one side; the other has nothing, or nearly nothing, in its place.
                Add(found, a, gapA, b, gapB);
                Add(found, b, gapB, a, gapA);
            }
        }
        return found.Values.OrderBy(d => d.Id);
    }

    private static void Add(
        Dictionary<string, Difference> found, SentenceTerms with, TextSpan gapWith, SentenceTerms without, TextSpan gapWithout)
    {
        var textWith = with.Account.Article.Text;
        var textWithout = without.Account.Article.Text;
        if (!HoldsQualifier(textWith, gapWith) || HoldsQualifier(textWithout, gapWithout)
            || WordScanner.Scan(textWithout, Inner(textWithout, gapWithout)).Count() > 2
            || ContentCount(textWith, Inner(textWith, gapWith)) > ContentCount(textWithout, Inner(textWithout, gapWithout)))
        {
            return;
        }
        var sideWith = new Evidence(with.Account.Id, gapWith);
        var sideWithout = new Evidence(without.Account.Id, gapWithout);
        var key = string.Join(' ', WordScanner.Scan(textWith, gapWith).Select(w => WordScanner.Fold(w.Of(textWith))));
        if (found.TryGetValue(key, out var same))
        {
            found[key] = same with
            {
                Sides =
                [
                    Joined(same.Sides[0], sideWith, with.Evidence),
                    Joined(same.Sides[1], sideWithout, without.Evidence),
                ],
            };
            return;
        }
        found[key] = new Difference(
            ItemId.Of('d', [sideWith, sideWithout], "qualifier"),
            DifferenceKind.Qualifier,
            false,
            [
                new DifferenceSide(gapWith.Of(textWith), [sideWith], [with.Evidence]),
                new DifferenceSide(gapWithout.Of(textWithout), [sideWithout], [without.Evidence]),
            ],
            new Explanation(
                "brief.difference.qualifier",
                "Both print the same words; one leaves out what holds them open.",
                null,
                [sideWith, sideWithout]));
    }

    // What the gap says beside what holds it open: who leaves that out too tells something else.
    private static int ContentCount(string text, TextSpan gap)
    {
        var qualifiers = QualifierWords.In(text, gap).ToList();
        return ContentWords.Of(text, gap).Count(w => !qualifiers.Exists(q => q.Overlaps(w.Span)));
    }

    private static DifferenceSide Joined(DifferenceSide side, Evidence words, Evidence sentence) =>
        side.Words.Contains(words) ? side : side with { Words = [.. side.Words, words], Sentences = [.. side.Sentences, sentence] };

    private static bool HoldsQualifier(string text, TextSpan gap) => QualifierWords.In(text, Inner(text, gap)).Any();

    // Translations share few words in a row; but of one sentence of an utterance, one version holds it open and another not.
    private IEnumerable<Difference> OfWordings(Utterance utterance)
    {
        var pieces = utterance.Wordings
            .SelectMany(w => w.Parts.SelectMany(p => terms.ByAccount[w.Account].Where(s => s.Sentence.Span.Overlaps(p))
                .Select(s => (Sentence: s, Part: Intersection(s.Sentence.Span, p)))))
            .ToList();
        foreach (var with in pieces)
        {
            var textWith = with.Sentence.Account.Article.Text;
            var qualifiers = QualifierWords.In(textWith, with.Part).ToList();
            if (qualifiers.Count == 0)
            {
                continue;
            }
            var without = pieces
                .Where(p => p.Sentence.Account.Id != with.Sentence.Account.Id && IsSameSentence(with, p) && Spans(with, p, qualifiers)
                    && !QualifierWords.In(p.Sentence.Account.Article.Text, p.Part).Any())
                .ToList();
            if (without.Count > 0)
            {
                var words = qualifiers.ConvertAll(q => new Evidence(with.Sentence.Account.Id, q));
                yield return new Difference(
                    ItemId.Of('d', words, "qualifier"),
                    DifferenceKind.Qualifier,
                    false,
                    [
                        new DifferenceSide(
                            string.Join(", ", qualifiers.Select(q => q.Of(textWith)).Distinct(StringComparer.OrdinalIgnoreCase)),
                            words,
                            [.. words.Select(_ => with.Sentence.Evidence)]),
                        new DifferenceSide(
                            without[0].Part.Of(without[0].Sentence.Account.Article.Text),
                            [.. without.Select(p => new Evidence(p.Sentence.Account.Id, p.Part))],
                            [.. without.Select(p => p.Sentence.Evidence)]),
                    ],
                    new Explanation(
                        "brief.difference.qualifier",
                        $"Renderings of one sentence of {utterance.Speaker}; one leaves out what holds it open.",
                        null,
                        [.. words, .. without.Select(p => new Evidence(p.Sentence.Account.Id, p.Part))]));
            }
        }
    }

    // Who begins after the word that holds it open, or stops before it, cuts; only who has what stands on both sides leaves it out.
    private static bool Spans(
        (SentenceTerms Sentence, TextSpan Part) with, (SentenceTerms Sentence, TextSpan Part) without, IReadOnlyList<TextSpan> qualifiers)
    {
        var alignment = WordAlignment.Of(
            with.Sentence.Account.Article.Text, [with.Part], without.Sentence.Account.Article.Text, [without.Part]);
        var shared = alignment.Pairs.Select(p => alignment.A[p.A]).ToList();
        return qualifiers.Any(q => shared.Exists(w => w.End <= q.Start) && shared.Exists(w => w.Start >= q.End));
    }

    private static bool IsSameSentence((SentenceTerms Sentence, TextSpan Part) a, (SentenceTerms Sentence, TextSpan Part) b)
    {
        var inA = Stems(a);
        var inB = Stems(b);
        var shared = inA.Intersect(inB, StringComparer.Ordinal).Count();
        return shared >= 2 && shared * 2 >= Math.Min(inA.Count, inB.Count);
    }

    private static List<string> Stems((SentenceTerms Sentence, TextSpan Part) piece) =>
        [.. piece.Sentence.Words.Where(w => piece.Part.Contains(w.Span)).Select(w => w.Stem).Distinct()];

    private static TextSpan Intersection(TextSpan a, TextSpan b) =>
        new(Math.Max(a.Start, b.Start), Math.Min(a.End, b.End));

    // A gap is shown with the word before and after it; what differs lies between.
    private static TextSpan Inner(string text, TextSpan gap)
    {
        var words = WordScanner.Scan(text, gap).ToList();
        return words.Count <= 2 ? new TextSpan(gap.Start, gap.Start) : new TextSpan(words[1].Start, words[^2].End);
    }

    private static IEnumerable<(TextSpan A, TextSpan B)> Gaps(WordAlignment alignment)
    {
        var pairs = alignment.Pairs;
        for (var i = Anchor - 1; i + Anchor < pairs.Count; i++)
        {
            var (before, after) = (pairs[i], pairs[i + 1]);
            var (gapA, gapB) = (after.A - before.A - 1, after.B - before.B - 1);
            var isGap = gapA + gapB > 0 && gapA <= LongestGap && gapB <= LongestGap
                && IsRun(pairs, i - Anchor + 1, i) && IsRun(pairs, i + 1, i + Anchor);
            if (isGap)
            {
                yield return (
                    new TextSpan(alignment.A[before.A].Start, alignment.A[after.A].End),
                    new TextSpan(alignment.B[before.B].Start, alignment.B[after.B].End));
            }
        }
    }

    private static bool IsRun(IReadOnlyList<(int A, int B)> pairs, int from, int to) =>
        pairs[to].A - pairs[from].A == to - from && pairs[to].B - pairs[from].B == to - from;

    private IEnumerable<(SentenceTerms, SentenceTerms)> PairsSharingWords(Story story)
    {
        Dictionary<string, List<SentenceTerms>> byRun = new(StringComparer.Ordinal);
        foreach (var sentence in story.Accounts.SelectMany(a => terms.ByAccount[a.Id]))
        {
            var text = sentence.Account.Article.Text;
            var words = WordScanner.Scan(text, sentence.Sentence.Span).Select(w => WordScanner.Fold(w.Of(text))).ToList();
            for (var i = 0; i + 4 <= words.Count; i++)
            {
                var run = string.Join(' ', words.Skip(i).Take(4));
                if (!byRun.TryGetValue(run, out var list))
                {
                    byRun[run] = list = [];
                }
                list.Add(sentence);
            }
        }
        HashSet<(Evidence, Evidence)> seen = [];
        foreach (var list in byRun.Values)
        {
            for (var i = 0; i < list.Count && i < 40; i++)
            {
                for (var j = i + 1; j < list.Count && j < 40; j++)
                {
                    // What one carries from the other letter for letter drops nothing.
                    if (list[i].Account.Id != list[j].Account.Id && list[i].Text != list[j].Text && seen.Add((list[i].Evidence, list[j].Evidence)))
                    {
                        yield return (list[i], list[j]);
                    }
                }
            }
        }
    }
}
