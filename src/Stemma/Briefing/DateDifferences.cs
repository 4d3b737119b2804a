using System.Globalization;
using System.Text.RegularExpressions;
using Stemma.Model;
using Stemma.Text;
using Stemma.Tracing;

namespace Stemma.Briefing;

/// <summary>
/// Finds where accounts date the same act differently, and where one dates the act itself to the day on which the others say
/// that it was reported.
/// </summary>
internal sealed partial class DateDifferences(StoryTerms terms, ClaimAlignment alignment)
{
    /// <summary>Content words before a date, and half as many after it, among which its verb is sought.</summary>
    private const int ActWords = 6;

    /// <summary>Longest period, in days, that dates an act.</summary>
    private const int MaxDays = 31;

    // A sentence of a large story is compared with hundreds of others.
    private readonly Dictionary<SentenceTerms, DatedAct?> _acts = new(ReferenceEqualityComparer.Instance);

    /// <summary>The differences, those of claims first.</summary>
    public IEnumerable<Difference> Find(Story story)
    {
        HashSet<Evidence> compared = [];
        List<ReportedDay> reported = [];
        foreach (var claim in alignment.Claims.Select(c => c.Sentences))
        {
            if (OfActs(claim) is { } difference)
            {
                compared.UnionWith(difference.Sides.SelectMany(s => s.Sentences));
                yield return difference;
            }
            else if (ReportForAct(claim) is { } mistaken)
            {
                // A sentence may be in several claims: what is of one act is one difference, with the witnesses of all.
                if (reported.Find(r => r.Act.Evidence == mistaken.Act.Evidence && r.Date.Span == mistaken.Date.Span) is { } same)
                {
                    same.Reports.AddRange(mistaken.Reports.Where(r => same.Reports.TrueForAll(s => s.Sentence.Evidence != r.Sentence.Evidence)));
                }
                else
                {
                    reported.Add(mistaken);
                }
            }
        }
        foreach (var mistaken in reported.Where(r => !compared.Contains(r.Act.Evidence)).Select(OfReport))
        {
            compared.UnionWith(mistaken.Sides.SelectMany(s => s.Sentences));
            yield return mistaken;
        }
        foreach (var pair in LikePairs(story, compared))
        {
            if (!pair.Any(s => compared.Contains(s.Evidence)) && OfActs(pair) is { } difference)
            {
                compared.UnionWith(difference.Sides.SelectMany(s => s.Sentences));
                yield return difference;
            }
        }
    }

    private Difference? OfActs(IReadOnlyList<SentenceTerms> sentences)
    {
        var dated = sentences.Select(DatedActOf).OfType<DatedAct>().ToList();
        // Only those count that date the same act as one that they conflict with.
        var conflicting = dated.Where(a => dated.Exists(b => AreApart(a.Date, b.Date) && AreOneAct(a.Act, b.Act)
            && MayConflict(a.Sentence, a.Date, b.Sentence, b.Date))).ToList();
        var sides = conflicting.GroupBy(d => (d.Date.From, d.Date.To)).OrderBy(g => g.Key).ToList();
        return sides.Count > 1
            ? ToDifference(
                "brief.difference.date",
                "Sentences about the same matter date it to days that exclude one another.",
                [.. sides.Select(s => (Day(s.Key.From, s.Key.To), s.Select(d => (d.Sentence, d.Date.Span)).ToList()))])
            : null;
    }

    private DatedAct? DatedActOf(SentenceTerms sentence)
    {
        if (!_acts.TryGetValue(sentence, out var act))
        {
            act = ActDates(sentence).FirstOrDefault() is { } date ? new DatedAct(sentence, date, VerbOf(sentence, date.Span)) : null;
            _acts.Add(sentence, act);
        }
        return act;
    }

    // Days that are told by their weekday are told against the day of the article: the same word on two days is one day or two
    // weeks of one thing, and two articles days apart tell of what is new to each.
    private bool MayConflict(SentenceTerms a, DateExpression inA, SentenceTerms b, DateExpression inB)
    {
        var (textA, textB) = (inA.Span.Of(a.Account.Article.Text), inB.Span.Of(b.Account.Article.Text));
        return a.Account.Id != b.Account.Id
            && alignment.FigureOf(a, b) >= BriefOptions.MayConflict
            && !FigureConflict.AreOfOthers(a, b) && FigureConflict.AreOfOtherTimes(a, b)
            && (inA.From == inA.To || IsAbsolute(textA)) && (inB.From == inB.To || IsAbsolute(textB))
            && a.Sentence.Modality is not Modality.Planned && b.Sentence.Modality is not Modality.Planned
            && !IsToCome(a, inA) && !IsToCome(b, inB)
            && !string.Equals(textA, textB, StringComparison.OrdinalIgnoreCase)
            && (IsAbsolute(textA) || IsAbsolute(textB) || ArePublishedTogether(a.Account.Article, b.Account.Article));
    }

    private static bool IsToCome(SentenceTerms sentence, DateExpression date) =>
        sentence.Account.Article.Published is { } published && date.From > published.Day;

    private static bool IsAbsolute(string date) => date.Any(char.IsDigit);

    private static bool ArePublishedTogether(Article a, Article b) =>
        a.Published is { } x && b.Published is { } y && Math.Abs(x.Day.DayNumber - y.Day.DayNumber) <= 1;

    private static bool AreApart(DateExpression a, DateExpression b) => a.To < b.From || b.To < a.From;

    // The words beside the date that may be its verb: lower case, no number. "Signed on Monday" and "signed a secret order
    // on Thursday" share one; "arrived on Monday" and "signed on Thursday" do not.
    private static HashSet<string> ActOf(SentenceTerms sentence, TextSpan date, int reach = ActWords)
    {
        var clause = ClauseAround(sentence, date);
        var at = sentence.Words.TakeWhile(w => w.Span.Start < date.Start).Count();
        return sentence.Words
            .Where((w, i) => i >= at - reach && i <= at + (reach / 2) && !w.IsCapitalised && !w.IsNumber
                && clause.Contains(w.Span) && !w.Span.Overlaps(date) && IsVerbLike(w, sentence))
            .Select(w => w.Stem)
            .ToHashSet(StringComparer.Ordinal);
    }

    // The verb that a date belongs to: the last one before it in its clause, else the first one after it.
    private static string? VerbOf(SentenceTerms sentence, TextSpan date)
    {
        var clause = ClauseAround(sentence, date);
        var verbs = sentence.Words
            .Where(w => !w.IsCapitalised && !w.IsNumber && clause.Contains(w.Span) && !w.Span.Overlaps(date) && IsVerbLike(w, sentence))
            .ToList();
        var before = verbs.FindLastIndex(w => w.Span.End <= date.Start);
        return verbs.Count == 0 ? null : verbs[Math.Max(0, before)].Stem;
    }

    private static bool AreOneAct(string? a, string? b) =>
        a is not null && b is not null
        && (a == b || SameWords.AreAlike(SameWords.BuiltIn.GroupsOf(a), SameWords.BuiltIn.GroupsOf(b)));

    private static TextSpan ClauseAround(SentenceTerms sentence, TextSpan date)
    {
        var text = sentence.Account.Article.Text;
        var (start, end) = (date.Start, date.End);
        while (start > sentence.Sentence.Span.Start && text[start - 1] is not (',' or ';' or '—' or '–' or ':'))
        {
            start--;
        }
        while (end < sentence.Sentence.Span.End && text[end] is not (',' or ';' or '—' or '–' or ':'))
        {
            end++;
        }
        // "voted on Friday after it had recommended": the day is the vote's.
        foreach (var word in WordScanner.Scan(text, new TextSpan(start, end)))
        {
            if (Joints.Contains(WordScanner.Fold(word.Of(text))))
            {
                if (word.End <= date.Start)
                {
                    start = word.End;
                }
                else if (word.Start >= date.End)
                {
                    end = word.Start;
                    break;
                }
            }
        }
        return new TextSpan(start, end);
    }

    // "before May" and "since Monday" bound an act; they do not date it. "March and April" is more than April.
    private static bool IsBound(SentenceTerms sentence, TextSpan date)
    {
        var text = sentence.Account.Article.Text;
        var before = WordScanner.Scan(text, new TextSpan(Math.Max(sentence.Sentence.Span.Start, date.Start - 24), date.End))
            .TakeWhile(w => w.Start < date.Start).ToList();
        return (before.Count > 0 && Bounds.Contains(WordScanner.Fold(before[^1].Of(text))))
            || Bounds.Contains(WordScanner.Fold(WordScanner.Scan(text, date).First().Of(text)));
    }

    private static readonly HashSet<string> Joints = new(StringComparer.Ordinal)
    {
        "after", "before", "when", "while", "because", "who", "which", "that", "until", "nachdem", "bevor", "wahrend", "weil",
    };

    private static readonly HashSet<string> Bounds = new(StringComparer.Ordinal)
    {
        "before", "until", "till", "by", "since", "after", "from", "through", "between", "and", "or", "to", "vor", "bis", "seit", "nach", "ab", "und", "oder",
    };

    private static bool IsVerbLike(ContentWord word, SentenceTerms sentence) =>
        VerbWords.IsPast(WordScanner.Fold(word.Span.Of(sentence.Account.Article.Text)));

    private static ReportedDay? ReportForAct(IReadOnlyList<SentenceTerms> sentences)
    {
        var acts = sentences.SelectMany(s => ActDates(s).Select(d => (Sentence: s, Date: d))).ToList();
        var reports = sentences.SelectMany(s => ReportDates(s).Select(d => (Sentence: s, Date: d))).ToList();
        foreach (var act in acts)
        {
            var others = reports.Where(r => r.Sentence.Account.Id != act.Sentence.Account.Id
                && r.Date.From == act.Date.From && r.Date.To == act.Date.To
                && ActOf(act.Sentence, act.Date.Span, int.MaxValue / 2).Overlaps(r.Sentence.Stems)
                && MayHaveItFrom(act.Sentence, r.Sentence)
                && acts.TrueForAll(a => a.Sentence.Account.Id != r.Sentence.Account.Id)).ToList();
            if (others.Count > 0)
            {
                return new ReportedDay(act.Sentence, act.Date, others);
            }
        }
        return null;
    }

    private static Difference OfReport(ReportedDay found) => ToDifference(
        "brief.difference.report-date",
        "One dates the act itself to the day on which others date only the report of it.",
        [
            (Day(found.Date.From, found.Date.To) + " (act)", [(found.Act, found.Date.Span)]),
            (Day(found.Date.From, found.Date.To) + " (report)", [.. found.Reports.Select(o => (o.Sentence, o.Date.Span))]),
        ]);

    // Who does not cite the outlet whose report the other dates cannot have mistaken its day.
    private static bool MayHaveItFrom(SentenceTerms act, SentenceTerms report) =>
        report.Account.Analysis.Citations.Where(c => c.Span.Overlaps(report.Sentence.Span))
            .Any(r => act.Account.Analysis.Citations.Any(c => c.Outlet == r.Outlet));

    private static Difference ToDifference(
        string rule, string text, List<(string Value, List<(SentenceTerms Sentence, TextSpan Span)> Words)> sides)
    {
        var words = sides.SelectMany(s => s.Words).Select(w => new Evidence(w.Sentence.Account.Id, w.Span)).ToList();
        return new Difference(
            ItemId.Of('d', words, rule),
            DifferenceKind.Date,
            true,
            [
                .. sides.Select(s => new DifferenceSide(
                    s.Value,
                    [.. s.Words.Select(w => new Evidence(w.Sentence.Account.Id, w.Span))],
                    [.. s.Words.Select(w => w.Sentence.Evidence)])),
            ],
            new Explanation(rule, text, null, words));
    }

    private static string Day(DateOnly from, DateOnly to) =>
        from == to
            ? from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{from:yyyy-MM-dd}/{to:yyyy-MM-dd}");

    private static IEnumerable<DateExpression> DatesOf(SentenceTerms sentence) =>
        sentence.Dates.Where(d => d.To.DayNumber - d.From.DayNumber <= MaxDays
            && !IsBound(sentence, d.Span)
            && !sentence.Account.Analysis.Quotes.Any(q => q.Form is not QuoteForm.Indirect && q.Span.Contains(d.Span)));

    private static IEnumerable<DateExpression> ActDates(SentenceTerms sentence) =>
        DatesOf(sentence).Where(d => !IsBesideReporting(sentence, d.Span));

    private static IEnumerable<DateExpression> ReportDates(SentenceTerms sentence) =>
        DatesOf(sentence).Where(d => IsBesideReporting(sentence, d.Span) && IsBesideOutlet(sentence, d.Span));

    // Only an outlet's report can be taken for the act: what a person says on a day is an act of its own.
    private static bool IsBesideOutlet(SentenceTerms sentence, TextSpan date)
    {
        var clause = ClauseAround(sentence, date);
        return sentence.Account.Analysis.Citations.Any(c => c.Span.Overlaps(clause) && c.CueSpan.Overlaps(clause)
            && c.Kind is CitationKind.Reports or CitationKind.FirstReport or CitationKind.AlsoReports);
    }

    // "reported on Friday", "Friday's report", "told reporters on Monday": the day belongs to the telling.
    private static bool IsBesideReporting(SentenceTerms sentence, TextSpan date)
    {
        var text = sentence.Account.Article.Text;
        var words = WordScanner.Scan(text, ClauseAround(sentence, date)).ToList();
        var at = words.FindIndex(w => w.Overlaps(date));
        var near = words.Where((_, i) => i >= at - 4 && i <= at + 4).ToList();
        return near.Count > 0 && Telling().IsMatch(text[near[0].Start..near[^1].End]);
    }

    // Pairs that date a like act, each with every other sentence that dates it too. Those in a difference by now are left out.
    private IEnumerable<IReadOnlyList<SentenceTerms>> LikePairs(Story story, HashSet<Evidence> compared)
    {
        var dated = story.Accounts.SelectMany(a => terms.ByAccount[a.Id]).Select(DatedActOf).OfType<DatedAct>().ToList();
        bool AreAlike(int i, int j) => AreOneAct(dated[i].Act, dated[j].Act)
            && dated[i].Sentence.Account.Id != dated[j].Sentence.Account.Id
            && alignment.FigureOf(dated[i].Sentence, dated[j].Sentence) >= BriefOptions.MayConflict;
        for (var i = 0; i < dated.Count; i++)
        {
            for (var j = i + 1; j < dated.Count; j++)
            {
                if (!compared.Contains(dated[i].Sentence.Evidence) && !compared.Contains(dated[j].Sentence.Evidence)
                    && AreApart(dated[i].Date, dated[j].Date) && AreAlike(i, j))
                {
                    yield return [.. dated.Where((_, k) => k == i || k == j || AreAlike(k, i) || AreAlike(k, j)).Select(d => d.Sentence)];
                }
            }
        }
    }

    [GeneratedRegex(
        @"\b(report(s|ed|ing)?|said|says|told|announc\w+|statement|conference|wrote|writes|according|revealed|disclosed|published|asked|interview|briefing|berichte\w*|sagte\w*|mitgeteilt|teilte|erklärte\w*|laut)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Telling();

    /// <summary>A sentence that dates an act, by the first date that is one of an act.</summary>
    private sealed record DatedAct(SentenceTerms Sentence, DateExpression Date, string? Act);

    /// <summary>A sentence that dates an act to the day on which others date the report of it.</summary>
    private sealed record ReportedDay(SentenceTerms Act, DateExpression Date, List<(SentenceTerms Sentence, DateExpression Date)> Reports);
}
