using System.Globalization;
using System.Text.RegularExpressions;
using Stemma.Model;

namespace Stemma.Tracing;

/// <summary>Judges of each account whether it is first-hand, and whether it found out the news itself.</summary>
internal sealed partial class OriginJudge(CitationLinker linker)
{
    /// <summary>Whether the account shows reporting of its own, of whatever it tells.</summary>
    /// <param name="account">The account.</param>
    /// <param name="restsOnOthers">Whether it lays the news itself to other outlets.</param>
    public static (FirstHand Verdict, Explanation Why) Judge(Account account, bool restsOnOthers)
    {
        var bar = BarOf(account);
        var signs = account.Analysis.FirstHandSigns
            .Where(s => (s.Explanation.Figure ?? 1) >= bar && !CitationLinker.IsOlder(account, s.Span)).ToList();
        if (signs.Count > 0)
        {
            return (FirstHand.Yes, new Explanation(
                "lineage.first-hand",
                string.Create(CultureInfo.InvariantCulture,
                    $"{account.Outlet} shows reporting of its own in {signs.Count} place{(signs.Count == 1 ? "" : "s")}."),
                signs.Max(s => s.Explanation.Figure ?? 1),
                [.. signs.Select(s => new Evidence(account.Id, s.Span))]));
        }
        if (restsOnOthers)
        {
            // An agency's reporter on the spot, who also says what a broadcaster was told, may have more than he shows.
            return OwnDateline(account) is { } dateline
                ? (FirstHand.Unclear, new Explanation(
                    "lineage.first-hand",
                    $"{account.Outlet} lays the news to others, yet writes from the place under a dateline of its own.", null,
                    [new Evidence(account.Id, dateline)]))
                : OwnContributors(account) is { } contributors
                ? (FirstHand.Unclear, new Explanation(
                    "lineage.first-hand",
                    $"{account.Outlet} names reporters of its own beside an agency, and does not say what is whose.", null,
                    [new Evidence(account.Id, contributors)]))
                : (FirstHand.No, new Explanation(
                    "lineage.first-hand",
                    $"{account.Outlet} lays the news to others and shows no reporting of its own.", null, []));
        }
        return UnnamedPress(account) is { } press
            ? (FirstHand.No, new Explanation(
                "lineage.first-hand",
                $"{account.Outlet} lays the news to media that it does not name and shows no reporting of its own.", null,
                [new Evidence(account.Id, press)]))
            : (FirstHand.Unclear, new Explanation(
                "lineage.first-hand",
                $"{account.Outlet} neither lays the news to another outlet nor shows reporting of its own.", null, []));
    }

    /// <summary>How sure a first-hand sign of an account must be, in [0, 1]: surer where it carries another's text.</summary>
    public static double BarOf(Account account) =>
        account.Article.Via is not null || account.Analysis.Citations.Any(c => c.Kind is CitationKind.Syndicated)
            ? LineageOptions.CarriedFirstHandFigure
            : account.Analysis.Citations.Any(c => c.Kind is not (CitationKind.SocialPost or CitationKind.Book or CitationKind.Document))
            ? LineageOptions.FirstHandFigure
            : LineageOptions.AloneFirstHandFigure;

    // "The Gazette's Ann Lee and Nordwire contributed", where nothing else is laid to anybody.
    private static TextSpan? OwnContributors(Account account)
    {
        if (account.Analysis.Citations.Any(c => c.Kind is not CitationKind.Syndicated && c.Explanation.Figure >= LineageOptions.EarlyFigure))
        {
            return null;
        }
        foreach (var citation in account.Analysis.Citations)
        {
            var match = Contributors().Match(citation.Scope.Of(account.Article.Text));
            if (citation.Kind is CitationKind.Syndicated && match.Success)
            {
                return new TextSpan(citation.Scope.Start + match.Index, citation.Scope.Start + match.Index + match.Length);
            }
        }
        return null;
    }

    // "PORTVILLE (Nordwire) -" in Nordwire's own text.
    private static TextSpan? OwnDateline(Account account)
    {
        var text = account.Article.Text;
        var match = Dateline().Match(text, 0, Math.Min(text.Length, DatelineChars));
        return match.Success && account.Outlet.Contains(match.Groups["agency"].Value, StringComparison.OrdinalIgnoreCase)
            ? new TextSpan(match.Index, match.Index + match.Length)
            : null;
    }

    // "state television says", "local media reported", in the lead.
    private static TextSpan? UnnamedPress(Account account)
    {
        var lead = account.Analysis.Sentences.Take(StoryTerms.LeadSentences).LastOrDefault()?.Span.End ?? 0;
        var match = Press().Match(account.Article.Text, 0, Math.Min(lead, LeadChars));
        return match.Success ? new TextSpan(match.Index, match.Index + match.Length) : null;
    }

    [GeneratedRegex(
        @"(’s|'s|s’|s') \p{Lu}\p{L}+ \p{Lu}\p{L}+\b.{0,80}\bcontributed\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Contributors();

    /// <summary>How far a dateline reaches into a text.</summary>
    private const int DatelineChars = 80;

    /// <summary>How far the lead reaches at most.</summary>
    private const int LeadChars = 1500;

    [GeneratedRegex(
        @"^\p{Lu}[\p{L} ,.'’/-]{2,40} \((?<agency>[\p{L} .]{2,24})\) ?[-–—]",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Dateline();

    /// <summary>Media that are not named, as the source of what is told.</summary>
    [GeneratedRegex(
        @"\b((state|local|national|regional|foreign|domestic)([- ](run|owned|controlled))? (television|TV|radio|media|newspapers?|broadcasters?|news agenc(y|ies))|(?<!social )media|press reports|(Staatsfernsehen|Staatsmedien|Medien|Lokalmedien|Medienberichte))( (outlets|reports))? (said|says|say|reported|reports?|quoted|berichte(te|n|ten)|melde(te|n|ten)|zufolge)\b|\b(according to|laut|nach) ((state|local|foreign|several|other)[- ])?(media|press|Medien|Presse|Medienberichten|Staatsmedien)\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Press();

    /// <summary>
    /// The sign by which the account found out the news itself, though it may cite others too: a source with knowledge told
    /// it, it obtained the document, or somebody confirmed it to it. An expert's comment is first-hand, yet no finding.
    /// </summary>
    public FirstHandSign? OwnFinding(Account account, Func<TextSpan, TextSpan> sentenceOf)
    {
        var text = account.Article.Text;
        var bar = BarOf(account);
        foreach (var sign in account.Analysis.FirstHandSigns.Where(s => (s.Explanation.Figure ?? 1) >= bar))
        {
            var sentence = sentenceOf(sign.Span);
            var finds = sign.Kind is FirstHandKind.Obtained or FirstHandKind.Attended
                || Knows().IsMatch(sign.Party ?? "")
                || Knows().IsMatch(ClauseBefore(text, sign.Span))
                || Confirms().IsMatch(sentence.Of(text));
            if (finds && linker.IsOnTheNews(account, sentence) && !Refuses().IsMatch(sentence.Of(text)))
            {
                return sign;
            }
        }
        return null;
    }

    /// <summary>The same of a wire whose text an account carries: there "told Nordwire" is the wire's own reporting.</summary>
    public FirstHandSign? FindingOf(Account carrier, LineageNode wire, LineageGraph graph)
    {
        var text = carrier.Article.Text;
        foreach (var citation in carrier.Analysis.Citations)
        {
            if (citation.Kind is not CitationKind.ToldTo || graph.NodeOfOutlet(citation.Outlet).RootKey != wire.RootKey
                || !linker.IsOnTheNews(carrier, citation.Scope))
            {
                continue;
            }
            var party = citation.OnWordOf?.Of(text);
            if ((Knows().IsMatch(party ?? "") || Knows().IsMatch(ClauseBefore(text, citation.Span))) && !Refuses().IsMatch(citation.Scope.Of(text)))
            {
                return new FirstHandSign(FirstHandKind.WasTold, citation.Span, party, citation.Explanation);
            }
        }
        return null;
    }

    // "a person briefed on the inquiry told The Ledger": who told stands between the last comma and the telling.
    private static string ClauseBefore(string text, TextSpan telling)
    {
        var start = telling.Start;
        while (start > 0 && text[start - 1] is not (',' or ';' or '.' or '\n' or '”' or '"' or '“' or '—' or '–'))
        {
            start--;
        }
        return text[start..telling.Start];
    }

    /// <summary>Unnamed people with knowledge of a matter: "a person briefed on the inquiry".</summary>
    [GeneratedRegex(
        @"\b(person|people|sources?|officials?|insiders?|employees?|diplomats?|aides?|witness(es)?|residents?|survivors?|passengers?|police|spokes\w+|familiar|briefed|knowledge|anonymity|Personen?|Quellen?|Kreisen?|Beamten?|Insider|Augenzeugen?|Sprecher(in)?|Polizei|vertraut)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    public static partial Regex Knows();

    [GeneratedRegex(
        @"\b(confirm(s|ed)?|verif(y|ies|ied)|corroborat(es|ed)|bestätig(t|te|ten))\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Confirms();

    [GeneratedRegex(
        @"\b(declin(es|ed)|refus(es|ed)|did not (immediately )?(respond|reply|return)|would not|could not (independently )?(confirm|verify)|wollte sich nicht|lehnte)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Refuses();
}
