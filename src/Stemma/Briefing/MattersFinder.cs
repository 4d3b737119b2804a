using System.Text.RegularExpressions;
using Stemma.Model;
using Stemma.Tracing;

namespace Stemma.Briefing;

/// <summary>Why the news matters, where an account says so itself. Silence where none does.</summary>
internal sealed partial class MattersFinder(StoryTerms terms)
{
    private const int Most = 3;

    /// <summary>Share of the news terms from which a sentence speaks of the news.</summary>
    private const double OfTheNews = 0.1;

    /// <summary>Likeness, in [0, 1], from which two lines say the same.</summary>
    private const double Again = 0.4;

    /// <summary>Sentences in an account's own voice that say what the news is a first of, what it changes or what it puts at risk; none that stands elsewhere in the brief.</summary>
    /// <param name="story">The story.</param>
    /// <param name="shown">What the brief shows already.</param>
    public IReadOnlyList<BriefLine> Find(Story story, IReadOnlySet<Evidence> shown)
    {
        List<(SentenceTerms Sentence, Match Cue)> chosen = [];
        foreach (var (sentence, cue, _) in story.Accounts
            .Where(a => a.Article.Kind is not (ArticleKind.Opinion or ArticleKind.PaidContent))
            .SelectMany(a => terms.ByAccount[a.Id])
            .Where(s => !shown.Contains(s.Evidence) && ShownLine.StandsAlone(s) && s.Sentence.Modality is not Modality.Opinion)
            .Select(s => (Sentence: s, Cue: Weighs().Match(s.Text), Share: terms.NewsShare(s.Account.Article.Text, s.Sentence.Span)))
            .Where(s => s.Cue.Success && s.Share >= OfTheNews)
            .OrderBy(s => ShownLine.LeansOnTheOneBefore(s.Sentence.Text))
            .ThenByDescending(s => s.Share)
            .ThenBy(s => s.Sentence.Evidence))
        {
            if (chosen.Count < Most && !chosen.Exists(c => terms.Likeness(c.Sentence, sentence) >= Again))
            {
                chosen.Add((sentence, cue));
            }
        }
        return
        [
            .. chosen.OrderBy(c => c.Sentence.Account.Article.SortTime).ThenBy(c => c.Sentence.Evidence).Select(c =>
            {
                var start = c.Sentence.Sentence.Span.Start + c.Cue.Index;
                return new BriefLine(
                    ItemId.Of('w', [c.Sentence.Evidence]),
                    c.Sentence.Evidence,
                    new Explanation("brief.matters", "It says in the account's own words what weight the news has.", null,
                        [new Evidence(c.Sentence.Account.Id, new TextSpan(start, start + c.Cue.Length))]));
            }),
        ];
    }

    [GeneratedRegex(
        @"\b(mark(s|ed|ing)? (a|an|the) (\w+ )?(first|shift|change|departure|reversal|break|turning point|end|victory|defeat|setback|escalation|milestone)|(is|was|would be|becom(es|ing)|became|making (it|him|her|them)) (the )?(first|only) \w+( \w+){0,5} (to|since|in)|for the first time (since|in)|(deadliest|worst|largest|biggest|highest|lowest|most \w+|strongest|longest) (\w+ ){1,6}(since|in (more than |nearly |almost |at least |over )?(\w+ )?(years|decades|history|a (decade|century|generation)))|turning point|unprecedented|(matters|is (significant|important|crucial|critical)) (because|as|for|since)|rais(es|ed|ing) (\w+ )?(questions|concerns|fears|doubts|hopes)|(a|another) (\w+ )?(blow|setback|victory|win|boost|defeat) (to|for)|at stake|(far-reaching|broad|serious|major|wide-ranging|profound) (implications|consequences|repercussions)|(paves?|clears?|paving|clearing) the way (for|to)|sets? (a|the) precedent|(the )?stakes are|jeopardi[sz](es|e|ing)|threatens? to|könnte .{3,60} Folgen|zum ersten Mal seit|stellt .{3,60} in Frage|Wendepunkt)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Weighs();
}
