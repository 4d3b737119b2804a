using System.Text.RegularExpressions;
using Stemma.Model;
using Stemma.Tracing;

namespace Stemma.Briefing;

/// <summary>What accounts say is yet to come: planned, and still ahead when the last of them appeared.</summary>
internal sealed partial class NextFinder(StoryTerms terms)
{
    private const int Most = 5;

    /// <summary>Days of a time that is a date; "next year" tells a plan only where something is planned.</summary>
    private const int MostDays = 40;

    /// <summary>Likeness, in [0, 1], from which two lines say the same.</summary>
    private const double Again = 0.45;

    /// <summary>Sentences that name a day to come, and sentences that say what is planned; those of most accounts first, then by their day.</summary>
    /// <param name="story">The story.</param>
    /// <param name="claims">Its claims: a sentence that represents one goes before others of the claim.</param>
    public IReadOnlyList<BriefLine> Find(Story story, IReadOnlyList<Claim> claims)
    {
        var last = story.Accounts.Max(a => a.Article.Published?.Day);
        List<(SentenceTerms Sentence, DateExpression? Date)> chosen = [];
        foreach (var next in story.Accounts
            .Where(a => a.Article.Kind is not (ArticleKind.Opinion or ArticleKind.PaidContent))
            .SelectMany(a => terms.ByAccount[a.Id])
            .Where(s => ShownLine.StandsAlone(s) && s.Sentence.Modality is not (Modality.Opinion or Modality.Background))
            .Select(s => (Sentence: s, Date: DayAhead(s, last)))
            .Where(s => (s.Date is { } day && (day.To.DayNumber - day.From.DayNumber <= MostDays || s.Sentence.Sentence.Modality is Modality.Planned))
                || IsPlanned(s.Sentence))
            .Select(s => (s.Sentence, s.Date, Share: terms.NewsShare(s.Sentence.Account.Article.Text, s.Sentence.Sentence.Span),
                Accounts: claims.Where(c => c.Words == s.Sentence.Evidence).Select(c => c.Supports.Count).DefaultIfEmpty().Max()))
            .Where(s => s.Share >= 0.08)
            .OrderByDescending(s => s.Accounts)
            .ThenByDescending(s => s.Date is not null)
            .ThenBy(s => ShownLine.LeansOnTheOneBefore(s.Sentence.Text))
            .ThenByDescending(s => s.Share)
            .ThenBy(s => s.Sentence.Evidence))
        {
            if (chosen.Count < Most && !chosen.Exists(c => SayTheSame(c.Sentence, next.Sentence, claims)))
            {
                chosen.Add((next.Sentence, next.Date));
            }
        }
        return
        [
            .. chosen
                .OrderBy(s => s.Date?.From ?? DateOnly.MaxValue)
                .ThenBy(s => s.Sentence.Account.Article.SortTime)
                .ThenBy(s => s.Sentence.Evidence)
                .Select(s => new BriefLine(
                    ItemId.Of('n', [s.Sentence.Evidence]),
                    s.Sentence.Evidence,
                    new Explanation(
                        "brief.next",
                        s.Date is { } date ? $"It names a day after it was published: {date.From:yyyy-MM-dd}." : "It speaks of what is planned.",
                        null,
                        [s.Date is { } d ? new Evidence(s.Sentence.Account.Id, d.Span)
                            : new Evidence(s.Sentence.Account.Id, s.Sentence.Sentence.ModalitySpan ?? s.Sentence.Sentence.Span)]))),
        ];
    }

    private bool SayTheSame(SentenceTerms a, SentenceTerms b, IReadOnlyList<Claim> claims) =>
        terms.Likeness(a, b) >= Again
        || claims.Any(c => c.Supports.Any(s => s.Words == a.Evidence) && c.Supports.Any(s => s.Words == b.Evidence));

    // "is due to", "plans to", "will … next week"; a bare "will" is as often a guess, and "was to" is past.
    private static bool IsPlanned(SentenceTerms sentence)
    {
        if (sentence.Sentence.Modality is not Modality.Planned || sentence.Sentence.ModalitySpan is not { } span)
        {
            return false;
        }
        var text = sentence.Account.Article.Text;
        // The words that decide may stand in a later sentence than the one they decide on: nothing of this one follows them.
        var after = span.End < sentence.Sentence.Span.End ? text[span.End..sentence.Sentence.Span.End] : "";
        var before = span.Start > sentence.Sentence.Span.Start ? text[sentence.Sentence.Span.Start..span.Start] : "";
        return Soon().IsMatch(sentence.Text)
            || (Scheduled().IsMatch(span.Of(text) + after) && !IsPast().IsMatch(before));
    }

    // A weekday that is the day of publication is that day itself, not the one a week later.
    private static DateExpression? DayAhead(SentenceTerms sentence, DateOnly? last) =>
        sentence.Account.Article.Published is { } published
            ? sentence.Dates.FirstOrDefault(d => d.From > published.Day && (last is null || d.To >= last)
                && !(d.From == d.To && d.From == published.Day.AddDays(7) && IsWeekday().IsMatch(d.Span.Of(sentence.Account.Article.Text))))
            : null;

    [GeneratedRegex(@"^(due|set|scheduled|slated|expected|poised|plans|intends|aims)( (to|for|on|in|at|by|before)\b|$)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Scheduled();

    [GeneratedRegex(@"\b(was|were|been|had|originally|once|not) (\w+ )?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex IsPast();

    [GeneratedRegex(
        @"\b(next (week|month|year|spring|summer|autumn|fall|winter)|later (today|this (week|month|year|spring|summer|autumn|fall|winter))|tomorrow|in the coming (days|weeks|months|years)|within (the next )?(\w+ )(hours|days|weeks|months)|nächste[nrs]? (Woche|Monat|Jahr)|in den kommenden (Tagen|Wochen|Monaten)|morgen)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Soon();

    [GeneratedRegex(@"^(on |this )?(mon|tues|wednes|thurs|fri|satur|sun)day( (morning|afternoon|evening|night))?$|^(am )?(Mon|Diens|Donners|Frei|Sams|Sonn)tag$|^(am )?Mittwoch$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex IsWeekday();
}
