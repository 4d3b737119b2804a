using System.Text.RegularExpressions;
using Stemma.Model;

namespace Stemma.Tracing;

/// <summary>
/// Finds the words by which the lead of an account shows that the news was said or done in public: a statement, a post, a
/// court's paper, a vote, what the police told everybody. Many report such a thing, and nobody has it from another: it is
/// one root, however many heard it.
/// </summary>
internal sealed partial class PublicOccasion(StoryTerms terms)
{
    /// <summary>Sentences of a lead that are looked at.</summary>
    private const int Sentences = 5;

    /// <summary>The first such words of an account's lead that tell the news; null where there are none.</summary>
    public TextSpan? Find(Account account)
    {
        var text = account.Article.Text;
        foreach (var sentence in terms.ByAccount[account.Id].Take(Sentences))
        {
            // What is laid to another outlet, or to people who are not named, is not shown to be public.
            var span = sentence.Sentence.Span;
            if (account.Analysis.Citations.Any(c => c.Scope.Overlaps(span) && c.IsLaidToAnOutlet()) || Secret().IsMatch(span.Of(text)))
            {
                continue;
            }
            if (Occasion().Match(text, span.Start, span.Length) is { Success: true } match
                && terms.NewsShare(text, span) >= LineageOptions.PublicNewsShare)
            {
                return new TextSpan(match.Index, match.Index + match.Length);
            }
        }
        return null;
    }

    /// <summary>Whether a way of knowing is one that the public does not have.</summary>
    public static bool IsSecret(string words) => Secret().IsMatch(words);

    [GeneratedRegex(
        @"\b((news|press) (conference|briefing|release)|briefing|told reporters|told (an? |the )?(audience|crowd|rally|panel|committee|court|jury|judges?|lawmakers|supporters|lawmakers|parliament)|statements?|announc(e[sd]?|ing|ements?)|speech(es)?|address(ed)?|remarks|testi(fied|fies|mony)|hearing|debate|rally|town hall|tweet(s|ed|ing)?|Twitter|Facebook|Instagram|YouTube|posts?|posted|wrote|accus(es|ed|ing)|alleg(es|ed|ations?)|released|unveil(s|ed)|publish(es|ed)|courts?|judges?|jur(y|ors)|ruling|ruled|rules|lawsuits?|sued|sues|filings?|indict(s|ed|ment)|charged|charges|plead(s|ed)|pleaded|convicted|acquitted|sentenced|verdict|arraigned|arrest(s|ed)?|vot(e|es|ed|ing|ers)|passed|approv(es|ed)|reject(s|ed)|sign(s|ed)|bill|veto(es|ed)?|executive order|resign(s|ed|ation)?|nominat(es|ed|ion)|elect(ed|ion)|inaugurat\w+|sworn in|letter|summit|visit(s|ed)?|meeting|met with|order(s|ed)|fire[sd]|hire[sd]|suspend(s|ed)|ban(s|ned)?|launch(es|ed)|died|dies|kill(s|ed)|injur(es|ed)|struck|hit|crash(es|ed)|earthquake|quake|explo(sion|ded)|shooting|shot|attack(s|ed)?|protest(s|ed|ers)?|won|wins|beat|defeat(s|ed)|(police|authorities|officials?|officers?|prosecutors?|ministry|department|agency|company|sheriff|coroner|spokes\w+|president|minister|senator|governor|mayor|secretary|chairman|leader) (said|says|confirmed|told reporters)|Pressekonferenz|Mitteilung|erklärte|teilte mit|Polizei|Gericht|Urteil|Bundestag|verurteilt|getötet|verletzt|Erdbeben)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Occasion();

    [GeneratedRegex(
        @"\b(anonym\w+|familiar with|briefed on|knowledge of|sources?|not authorized|unauthorized to|learned|learnt|obtained|insiders?|leaked|vertraut|Kreisen?|Insider)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Secret();
}
