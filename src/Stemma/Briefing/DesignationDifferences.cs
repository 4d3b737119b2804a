using System.Text.RegularExpressions;
using Stemma.Model;
using Stemma.Text;
using Stemma.Tracing;

namespace Stemma.Briefing;

/// <summary>Finds where accounts say that somebody or something was classed as different things of one kind.</summary>
internal sealed partial class DesignationDifferences(StoryTerms terms)
{
    /// <summary>One difference per kind of thing (the head noun).</summary>
    public IEnumerable<Difference> Find(Story story)
    {
        var named = story.Accounts.SelectMany(a => terms.ByAccount[a.Id].SelectMany(Designations)).ToList();
        foreach (var group in named.GroupBy(d => d.Head, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            if (ToDifference([.. group]) is { } difference)
            {
                yield return difference;
            }
        }
    }

    private static IEnumerable<Designation> Designations(SentenceTerms sentence)
    {
        var text = sentence.Account.Article.Text;
        foreach (Match match in ClassedAs().Matches(sentence.Text))
        {
            var group = match.Groups["as"];
            var span = new TextSpan(sentence.Sentence.Span.Start + group.Index, sentence.Sentence.Span.Start + group.Index + group.Length);
            var words = ContentWords.Of(text, span).ToList();
            if (words.Count is < 2 or > 5)
            {
                continue;
            }
            yield return new Designation(
                sentence, span, words[^1].Stem, [.. words.SkipLast(1).Select(w => w.Stem).Distinct()]);
        }
    }

    private static Difference? ToDifference(List<Designation> all)
    {
        var sides = all
            .GroupBy(d => string.Join(' ', d.Modifiers.Order(StringComparer.Ordinal)), StringComparer.Ordinal)
            .Where(g => all.Exists(o => o.Modifiers.Intersect(g.First().Modifiers).Any() && o.Sentence.Account.Id != g.First().Sentence.Account.Id))
            .OrderByDescending(g => g.Select(d => d.Sentence.Account.Id).Distinct().Count())
            .ThenBy(g => g.Key, StringComparer.Ordinal)
            .ToList();
        var accounts = sides.SelectMany(s => s.Select(d => d.Sentence.Account.Id)).Distinct().Count();
        if (sides.Count < 2 || accounts < 2)
        {
            return null;
        }
        // "foreign terrorist group" and "global terrorist group" exclude one another; "terrorist group" is only less precise.
        var outright = sides.Any(a => sides.Any(b => Excludes(a.First(), b.First()) && a.Any(x => b.Any(y => x.Sentence.Account.Id != y.Sentence.Account.Id))));
        var words = sides.SelectMany(s => s).Select(d => new Evidence(d.Sentence.Account.Id, d.Span)).ToList();
        return new Difference(
            ItemId.Of('d', words, "designation"),
            DifferenceKind.Designation,
            outright,
            [
                .. sides.Select(s => new DifferenceSide(
                    s.First().Span.Of(s.First().Sentence.Account.Article.Text),
                    [.. s.Select(d => new Evidence(d.Sentence.Account.Id, d.Span))],
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

    private static bool Excludes(Designation a, Designation b) =>
        a.Modifiers.Except(b.Modifiers).Any() && b.Modifiers.Except(a.Modifiers).Any();

    private sealed record Designation(SentenceTerms Sentence, TextSpan Span, string Head, IReadOnlyList<string> Modifiers);

    [GeneratedRegex(
        @"\b(designat|declar|classif|label|brand|list|categori[sz]|recogni[sz]|stuf|eingestuf|erklär|bezeichn)\w*\b[^.;:!?]{0,90}?\b(as|als)\s+(an?\s+|the\s+|eine?n?\s+)?[“""„'‘]?(?<as>(\p{L}[\p{L}\-]*\s+){1,4}?\p{L}[\p{L}\-]*)(?=[”""“'’]|[,.;:)—]|\s+(by|in|on|at|for|that|which|who|and|from|under|with|to|of|earlier|last|this|von|in|an|auf|und)\b|$)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 200)]
    private static partial Regex ClassedAs();
}
