using Stemma.Model;
using Stemma.Text;
using Stemma.Tracing;

namespace Stemma.Briefing;

/// <summary>What accounts say is yet to come.</summary>
internal sealed class NextFinder(StoryTerms terms)
{
    private const int Most = 6;

    /// <summary>Planned sentences that speak of the news, and sentences with a date after the day they were published.</summary>
    public IReadOnlyList<BriefLine> Find(Story story) =>
    [
        .. story.Accounts
            .SelectMany(a => terms.ByAccount[a.Id].Select(s => (Sentence: s, Date: FutureDate(a, s.Sentence))))
            .Where(s => s.Date is not null || (s.Sentence.Sentence.Modality is Modality.Planned && !IsThing(s.Sentence)))
            .Select(s => (s.Sentence, s.Date, Share: terms.NewsShare(s.Sentence.Account.Article.Text, s.Sentence.Sentence.Span)))
            .Where(s => s.Share >= 0.08 && s.Sentence.Sentence.Modality is not Modality.Quoted)
            .OrderByDescending(s => s.Date is not null)
            .ThenByDescending(s => s.Share)
            .ThenBy(s => s.Sentence.Evidence)
            .DistinctBy(s => WordScanner.Fold(s.Sentence.Text))
            .Take(Most)
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

    // "Drafting plans for" names a thing; "plans to" tells what is to come.
    private static bool IsThing(SentenceTerms sentence)
    {
        if (sentence.Sentence.ModalitySpan is not { } span)
        {
            return false;
        }
        var text = sentence.Account.Article.Text;
        // The words that decide may stand in a later sentence than the one they decide on: nothing of this one follows them.
        var after = text.AsSpan(span.End, Math.Max(0, sentence.Sentence.Span.End - span.End)).TrimStart();
        return span.Of(text).ToLowerInvariant() is "plan" or "plans" or "planning"
            && !after.StartsWith("to ", StringComparison.Ordinal) && !after.StartsWith("on ", StringComparison.Ordinal);
    }

    private static DateExpression? FutureDate(Account account, Sentence sentence) =>
        account.Article.Published is { } published
            ? account.Analysis.Dates.FirstOrDefault(d => sentence.Span.Contains(d.Span) && d.From > published.Day)
            : null;
}
