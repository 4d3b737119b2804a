using System.Text.RegularExpressions;
using Stemma.Model;
using Stemma.Text;
using Stemma.Tracing;

namespace Stemma.Briefing;

/// <summary>Finds where accounts say that somebody or something was classed as different things, or how many were.</summary>
internal sealed partial class DesignationDifferences(StoryTerms terms, ClaimAlignment alignment)
{
    // Real sentences stay below; what is longer is a list or noise, on which the pattern would look too long. A limit in time would
    // make the result hang on how busy the machine is.
    private const int LongestSentenceChars = 800;

    /// <summary>Words, beside those of the news itself, that two sentences must share to speak of the same thing.</summary>
    private const int SharedContext = 3;

    /// <summary>Letters of the classing verb by which its forms meet: "designated", "designating".</summary>
    private const int CueLetters = 6;

    /// <summary>At most two differences per thing classed: as what, and how many. Cost: quadratic in the designations.</summary>
    public IEnumerable<Difference> Find(Story story)
    {
        List<List<Designation>> groups = [];
        foreach (var item in story.Accounts.SelectMany(a => terms.ByAccount[a.Id].SelectMany(Designations)))
        {
            var group = groups.Find(g => g.Exists(o => AreOfOneThing(o, item)));
            if (group is null)
            {
                groups.Add([item]);
            }
            else
            {
                group.Add(item);
            }
        }
        return groups.Select(ToDifference).Concat(groups.Select(static g => ClassedNumbers.ToDifference(g))).OfType<Difference>();
    }

    private static IEnumerable<Designation> Designations(SentenceTerms sentence)
    {
        var text = sentence.Account.Article.Text;
        if (sentence.Text.Length > LongestSentenceChars)
        {
            yield break;
        }
        foreach (Match match in ClassedAs().Matches(sentence.Text))
        {
            var group = match.Groups["as"];
            var start = sentence.Sentence.Span.Start + group.Index;
            var span = new TextSpan(start, start + group.Length);
            var words = ContentWords.Of(text, span).Select(w => w.Stem).ToList();
            if (words.Count is >= 2 and <= 5 && words.Count >= WordScanner.Scan(text, span).Count() - 1)
            {
                yield return new Designation(sentence, span, new TextSpan(sentence.Sentence.Span.Start + match.Index, span.End), words, match.Value[..Math.Min(CueLetters, match.Length)].ToUpperInvariant());
            }
        }
    }

    // The same kind of thing under a shared name ("… terrorist groups"), or sentences that share what else they say.
    private bool AreOfOneThing(Designation a, Designation b) =>
        (a.Head == b.Head && a.Words.SkipLast(1).Intersect(b.Words.SkipLast(1)).Any())
        || (a.Account != b.Account
            && alignment.FigureOf(a.Sentence, b.Sentence) >= BriefOptions.SameClaim
            && a.Context.Count(s => !terms.News.ContainsKey(s) && b.Context.Contains(s)) >= SharedContext);

    private Difference? ToDifference(List<Designation> all)
    {
        var sides = all
            .GroupBy(d => d.Key, StringComparer.Ordinal)
            .OrderByDescending(g => g.Select(d => d.Account).Distinct().Count())
            .ThenBy(g => g.Key, StringComparer.Ordinal)
            .ToList();
        if (sides.Count < 2 || all.Select(d => d.Account).Distinct().Count() < 2)
        {
            return null;
        }
        // "foreign terrorist group" and "global terrorist group" exclude one another; "terrorist group" is only less precise.
        var outright = sides.Exists(a => sides.Exists(b => a.Any(x => b.Any(y => x.Account != y.Account && Excludes(x, y)))));
        var words = sides.SelectMany(s => s).Select(d => new Evidence(d.Account, d.Span)).ToList();
        return new Difference(
            ItemId.Of('d', words, "designation"),
            DifferenceKind.Designation,
            outright,
            [
                .. sides.Select(s => new DifferenceSide(
                    s.First().Span.Of(s.First().Sentence.Account.Article.Text),
                    [.. s.Select(d => new Evidence(d.Account, d.Span))],
                    [.. s.Select(d => d.Sentence.Evidence)])),
            ],
            new Explanation(
                "brief.difference.designation",
                outright
                    ? "The accounts class the same kind of thing under different names."
                    : "One account names the class more fully than another.",
                null,
                words));
    }

    // The same kind of thing, or classed by the same verb in sentences that surely tell the same.
    private bool Excludes(Designation a, Designation b) =>
        a.Words.Except(b.Words).Any() && b.Words.Except(a.Words).Any()
        && (a.Head == b.Head || a.Cue == b.Cue || alignment.FigureOf(a.Sentence, b.Sentence) >= BriefOptions.MayConflict);

    [GeneratedRegex(
        """
        (\b(designat|declar|classif|label|brand|list|categori[sz]|recogni[sz]|identif|eingestuf|stuf|erklär|bezeichn)\w*\b[^.;:!?]{0,90}?
          \b(as|als|zum|zur)\s+(an?\s+|the\s+|eine?n?\s+|eines?\s+)?
        |\bdeclar\w+\s+[^.;:!?]{0,80}?\ban?\s+
        |\bbec(ome|omes|ame|oming)\s+an?\s+
        |\bturn(s|ed|ing)?\s+[^.;:!?]{0,60}?\binto\s+an?\s+
        |\bwird\s+(zum|zur)\s+)
        ["“„'‘»]?(?<as>(\p{L}[\p{L}\-]*\s+){1,4}?\p{L}[\p{L}\-]*)
        (?=["”“'’«]|[,.;:)—–]|\s+(by|in|on|at|for|that|which|who|and|or|from|under|with|to|of|after|before|during|since|over|following|because|when|earlier|last|this|von|an|auf|und|oder|erklärt)\b|$)
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex ClassedAs();
}
