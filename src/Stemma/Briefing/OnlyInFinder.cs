using System.Globalization;
using Stemma.Model;
using Stemma.Tracing;

namespace Stemma.Briefing;

/// <summary>Finds what one account alone has, ranked by how much it adds.</summary>
internal sealed class OnlyInFinder(StoryTerms terms)
{
    /// <summary>The sentences, most telling first; a few per account. Empty for a story of one account.</summary>
    /// <param name="story">The story.</param>
    /// <param name="shown">What the brief shows elsewhere; nothing is said twice.</param>
    public IReadOnlyList<OnlyIn> Find(Story story, IReadOnlySet<Evidence> shown)
    {
        if (story.Accounts.Count < 2)
        {
            return [];
        }
        var byStem = terms.ByAccount.Values.SelectMany(s => s)
            .SelectMany(s => s.Stems.Select(stem => (Stem: stem, Sentence: s)))
            .ToLookup(s => s.Stem, s => s.Sentence, StringComparer.Ordinal);
        return
        [
            .. story.Accounts
                .SelectMany(a => terms.ByAccount[a.Id]
                    .Where(s => s.Sentence.Modality is not (Modality.Opinion or Modality.Background) && s.Stems.Count >= 5
                        && ShownLine.StandsAlone(s) && !shown.Contains(s.Evidence))
                    .Select(s => (Sentence: s, Nearest: Nearest(s, byStem)))
                    .Where(s => s.Nearest < BriefOptions.Alone)
                    .Select(s => (s.Sentence, s.Nearest, Gain: Gain(s.Sentence) * (1 - s.Nearest)))
                    .OrderByDescending(s => s.Gain)
                    .ThenBy(s => s.Sentence.Index)
                    .Take(BriefOptions.OnlyInPerAccount))
                .OrderByDescending(s => s.Gain)
                .ThenBy(s => s.Sentence.Evidence)
                .Select(s => ToOnlyIn(s.Sentence, s.Nearest)),
        ];
    }

    private static OnlyIn ToOnlyIn(SentenceTerms sentence, double nearest) =>
        new(
            ItemId.Of('o', [sentence.Evidence]),
            sentence.Evidence,
            new Explanation(
                "brief.only-in",
                string.Create(CultureInfo.InvariantCulture,
                    $"The nearest sentence of another account is alike by {nearest:0.00} of 1; below {BriefOptions.Alone:0.00} counts as not there."),
                nearest,
                [sentence.Evidence]));

    // Names, numbers and words that are rare in the story; more where somebody is quoted or the outlet was told itself.
    private double Gain(SentenceTerms sentence)
    {
        var analysis = sentence.Account.Analysis;
        var span = sentence.Sentence.Span;
        var gain = sentence.Stems.Sum(terms.Weight) / Math.Sqrt(Math.Max(8, sentence.Stems.Count));
        if (analysis.FirstHandSigns.Any(s => span.Overlaps(s.Span)))
        {
            gain *= 1.5;
        }
        if (analysis.Amounts.Any(a => span.Contains(a.Span)))
        {
            gain *= 1.2;
        }
        // What speaks of nothing that the accounts lead with is mostly background.
        return gain * (terms.NewsShare(sentence.Account.Article.Text, span) switch { > 0.05 => 1.3, > 0 => 0.8, _ => 0.4 });
    }

    private double Nearest(SentenceTerms sentence, ILookup<string, SentenceTerms> byStem)
    {
        double nearest = 0;
        HashSet<SentenceTerms> seen = [];
        foreach (var stem in sentence.Stems)
        {
            foreach (var other in byStem[stem])
            {
                if (other.Account.Id != sentence.Account.Id && seen.Add(other))
                {
                    nearest = Math.Max(nearest, terms.Likeness(sentence, other));
                    if (nearest >= BriefOptions.Alone)
                    {
                        return nearest;
                    }
                }
            }
        }
        return nearest;
    }
}
