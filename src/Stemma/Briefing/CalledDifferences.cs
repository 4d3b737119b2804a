using Stemma.Model;
using Stemma.Tracing;

namespace Stemma.Briefing;

/// <summary>
/// Finds where accounts call the same people or things by words that do not mean the same ("militants", "terrorists"), in sentences
/// that state the same thing, each account keeping to its own word outside quotations.
/// </summary>
internal sealed class CalledDifferences(StoryTerms terms, ClaimAlignment alignment)
{
    /// <summary>One difference per thing. Cost: linear in the text, quadratic in the sentences that call one thing.</summary>
    public IEnumerable<Difference> Find(Story story)
    {
        var all = story.Accounts.SelectMany(a => terms.ByAccount[a.Id].SelectMany(CalledIn)).ToList();
        foreach (var thing in all.GroupBy(c => c.Thing).OrderBy(g => g.Key))
        {
            var own = thing.GroupBy(c => c.Sentence.Account.Id)
                .Where(g => g.Select(c => c.Way).Distinct().Count() == 1)
                .SelectMany(static g => g).ToList();
            if (own.Select(c => c.Way).Distinct().Count() < 2)
            {
                continue;
            }
            var matched = own.Where(a => own.Exists(b => a.Way != b.Way
                && alignment.FigureOf(a.Sentence, b.Sentence) >= BriefOptions.MayConflict)).ToList();
            if (matched.Count > 0)
            {
                yield return ToDifference(matched);
            }
        }
    }

    // What stands in a quotation is the speaker's word.
    private static IEnumerable<Called> CalledIn(SentenceTerms sentence)
    {
        var account = sentence.Account;
        return CalledWords.BuiltIn.In(account.Article.Text, sentence.Sentence.Span)
            .Where(c => !account.Analysis.Quotes.Any(q => q.Form is not QuoteForm.Indirect && q.Span.Overlaps(c.Span)))
            .Select(c => new Called(sentence, c.Span, c.Thing, c.Way));
    }

    private static Difference ToDifference(List<Called> matched)
    {
        var sides = matched.GroupBy(c => c.Way)
            .Select(g => g.DistinctBy(c => c.Sentence.Account.Id).ToList())
            .OrderByDescending(g => g.Count).ThenBy(g => g[0].Way)
            .ToList();
        var words = sides.SelectMany(s => s.Select(c => new Evidence(c.Sentence.Account.Id, c.Span))).ToList();
        return new Difference(
            ItemId.Of('d', words, "called"),
            DifferenceKind.Designation,
            false,
            [
                .. sides.Select(s => new DifferenceSide(
                    s[0].Span.Of(s[0].Sentence.Account.Article.Text),
                    [.. s.Select(c => new Evidence(c.Sentence.Account.Id, c.Span))],
                    [.. s.Select(c => c.Sentence.Evidence)])),
            ],
            new Explanation(
                "brief.difference.designation.called",
                "Sentences about the same matter call it by different words, and neither account uses the other's.",
                null,
                words));
    }

    /// <summary>A word by which a sentence calls a thing, in one of several ways.</summary>
    private sealed record Called(SentenceTerms Sentence, TextSpan Span, int Thing, int Way);
}
