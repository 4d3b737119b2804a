using System.Globalization;
using System.Text.RegularExpressions;
using Stemma.Model;

namespace Stemma.Tracing;

/// <summary>Turns what accounts cite, carry and were told into links.</summary>
internal sealed partial class CitationLinker(LineageGraph graph, StoryTerms terms)
{
    public void Link(Account account)
    {
        var node = graph.NodeOf(account.Id);
        if (account.Article.Via is { } via && graph.NodeOfOutlet(via) is var carried && carried.RootKey != node.RootKey)
        {
            graph.Add(new DraftLink
            {
                From = node.Index,
                To = carried.Index,
                Kind = SourceLinkKind.Carries,
                Rule = "lineage.credit-line",
                Figure = 1,
                OnTheNews = true,
            });
        }
        foreach (var citation in account.Analysis.Citations)
        {
            LinkCitation(account, node, citation);
        }
        foreach (var sign in account.Analysis.FirstHandSigns)
        {
            LinkOwnSource(account, node, sign);
        }
    }

    /// <summary>
    /// An outlet that found out the news itself bears out those whom it cites for it.
    /// </summary>
    public void LinkBorneOut(int node, OwnFinding finding)
    {
        foreach (var cited in graph.Links
            .Where(l => l.From == node && l.Kind is SourceLinkKind.Cites && l.OnTheNews && l.IsResting(graph.Nodes))
            .ToList())
        {
            graph.Add(new DraftLink
            {
                From = node,
                To = cited.To,
                Kind = SourceLinkKind.Confirms,
                Rule = "lineage.own-finding",
                Figure = Math.Min(cited.Figure, finding.Sign.Explanation.Figure ?? 1),
                OnTheNews = true,
                Proofs = [new Evidence(finding.In, finding.Sign.Span), .. cited.Proofs],
                Scopes = [.. cited.Scopes],
            });
        }
    }

    /// <summary>
    /// Whether a stretch bears on the news itself: it speaks its terms, or stands in the lead, where every outlet puts
    /// what the news is.
    /// </summary>
    public bool IsOnTheNews(Account account, TextSpan scope)
    {
        var sentences = terms.ByAccount[account.Id];
        var share = terms.NewsShare(account.Article.Text, scope);
        var inLead = sentences.Take(StoryTerms.LeadSentences).Any(s => s.Sentence.Span.Overlaps(scope));
        var isLate = scope.Start > Math.Min(LineageOptions.LatePart * account.Article.Text.Length, LineageOptions.LateChars);
        return share >= (inLead ? LineageOptions.NewsShare / 2
            : isLate ? LineageOptions.LateNewsShare : LineageOptions.NewsShare);
    }

    /// <summary>
    /// Whether a citation is of an older report: "The Gazette reported last month". The date stands beside the outlet or the
    /// verb; one further off may be that of what is reported.
    /// </summary>
    public static bool IsOlder(Account account, Citation citation) => IsOlder(account, new TextSpan(
        Math.Min(citation.Span.Start, citation.CueSpan.Start), Math.Max(citation.Span.End, citation.CueSpan.End)));

    /// <summary>The same of the words that show a report or a telling: "told the Gazette in 2016".</summary>
    public static bool IsOlder(Account account, TextSpan named)
    {
        if (account.Article.Time is not { } time)
        {
            return false;
        }
        // "A 2009 story by the Gazette": a year alone dates nothing but the report.
        var around = new TextSpan(
            Math.Max(0, named.Start - DateChars), Math.Min(account.Article.Text.Length, named.End + DateChars));
        if (Year().Matches(around.Of(account.Article.Text)).Any(m => int.Parse(m.Value, CultureInfo.InvariantCulture) < time.Day.Year))
        {
            return true;
        }
        return account.Analysis.Dates.Any(d => d.To.DayNumber <= time.Day.DayNumber - LineageOptions.OlderReportDays
            && d.Span.Start <= named.End + DateChars && named.Start <= d.Span.End + DateChars);
    }

    [GeneratedRegex(@"\b(19|20)[0-9]{2}\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Year();

    /// <summary>Characters between a report's date and the words that name it.</summary>
    private const int DateChars = 22;

    /// <summary>
    /// An account that lays nothing on the news to anybody, and shows nothing of its own, has it from whom it cites early on.
    /// </summary>
    public void LinkEarlyCited(Account account)
    {
        var node = graph.NodeOf(account.Id);
        var resting = graph.Links.Where(l => l.From == node.Index && l.IsResting(graph.Nodes)).ToList();
        if (resting.Exists(l => l.OnTheNews)
            || account.Analysis.FirstHandSigns.Any(s => (s.Explanation.Figure ?? 1) >= OriginJudge.BarOf(account)))
        {
            return;
        }
        var early = Math.Min(LineageOptions.EarlyPart * account.Article.Text.Length, LineageOptions.EarlyChars);
        foreach (var link in resting.Where(l => l.Kind is SourceLinkKind.Cites && l.Figure >= LineageOptions.EarlyFigure
            && l.Proofs.Exists(p => p.Article == account.Id && p.Span.Start <= early && !IsOlder(account, p.Span))))
        {
            link.OnTheNews = true;
        }
    }

    // What a carried text cites, the agency it comes from cites: the carrier only prints it.
    private void LinkCitation(Account account, LineageNode node, Citation citation)
    {
        var carried = account.Article.Via is { } via ? graph.NodeOfOutlet(via) : node;
        if (carried.RootKey == node.RootKey || carried.Account is null)
        {
            AddCitation(account, carried, citation);
        }
    }

    private void AddCitation(Account account, LineageNode node, Citation citation)
    {
        if (citation.Explanation.Figure is < LineageOptions.CitationFigure)
        {
            return;
        }
        var isOutlet = citation.Kind is not (CitationKind.SocialPost or CitationKind.Book or CitationKind.Document);
        var cited = isOutlet
            ? graph.NodeOfOutlet(citation.Outlet)
            : graph.NodeOfSource(LineageNodeKind.Document, citation.Outlet, node);
        if (cited.RootKey == node.RootKey)
        {
            return;
        }
        var scope = new Evidence(account.Id, citation.Scope);
        graph.Add(new DraftLink
        {
            From = node.Index,
            To = cited.Index,
            Kind = citation.Kind switch
            {
                CitationKind.Syndicated => SourceLinkKind.Carries,
                _ => SourceLinkKind.Cites,
            },
            Rule = "lineage." + citation.Explanation.Rule.Split('.')[^1],
            Figure = citation.Explanation.Figure ?? 1,
            OnTheNews = isOutlet && (citation.Kind is CitationKind.Syndicated
                || (!IsOlder(account, citation)
                    && (citation.Kind is CitationKind.FirstReport || IsOnTheNews(account, citation.Scope))
                    && (citation.Kind is not CitationKind.ToldTo || citation.Scope.Start <= LineageOptions.EarlyChars
                        || terms.NewsShare(account.Article.Text, citation.Scope) >= LineageOptions.LateNewsShare))),
            IsRevealing = citation.Kind is CitationKind.FirstReport || PublicOccasion.IsSecret(
                citation.OnWordOf?.Of(account.Article.Text) ?? citation.Scope.Of(account.Article.Text)),
            IsByAgency = citation.Kind is CitationKind.Reports or CitationKind.FirstReport && graph.IsAgency(citation.Outlet),
            Proofs = ProofOf(account, citation),
            Scopes = [scope],
        });
        if (citation.Kind is CitationKind.Confirms && OriginOf(account, citation) is { } origin)
        {
            graph.Add(new DraftLink
            {
                From = cited.Index,
                To = origin.Index,
                Kind = SourceLinkKind.Confirms,
                Rule = "lineage.confirmed",
                Figure = citation.Explanation.Figure ?? 1,
                OnTheNews = IsOnTheNews(account, citation.Scope),
                Proofs = ProofOf(account, citation),
                Scopes = [scope],
            });
        }
        // Who "she" is, the words do not tell.
        if (citation.OnWordOf is { } source && isOutlet && !Pronouns.Contains(source.Of(account.Article.Text)))
        {
            var words = source.Of(account.Article.Text);
            graph.Add(new DraftLink
            {
                From = cited.Index,
                To = graph.NodeOfSource(LineageNodeKind.Source, Described(words), cited).Index,
                Kind = SourceLinkKind.ToldBy,
                Rule = "lineage.on-word-of",
                Figure = citation.Explanation.Figure ?? 1,
                OnTheNews = IsOnTheNews(account, citation.Scope),
                Proofs = [new Evidence(account.Id, source)],
                Scopes = [scope],
            });
        }
    }

    // Whose report the other confirmed: the outlet cited last before it, in the article's own order.
    private LineageNode? OriginOf(Account account, Citation confirming)
    {
        var before = account.Analysis.Citations
            .Where(c => c.Span.Start < confirming.Span.Start && c.Outlet != confirming.Outlet
                && c.Kind is CitationKind.FirstReport or CitationKind.Reports)
            .OrderByDescending(c => c.Kind is CitationKind.FirstReport)
            .ThenByDescending(c => c.Span.Start)
            .FirstOrDefault();
        return before is null ? null : graph.NodeOfOutlet(before.Outlet);
    }

    private void LinkOwnSource(Account account, LineageNode node, FirstHandSign sign)
    {
        // Who was asked and said nothing is no source; who "she" is, the sign does not tell.
        if (sign.Party is null || Pronouns.Contains(sign.Party) || sign.Kind is FirstHandKind.Attended or FirstHandKind.Asked
            || sign.Explanation.Figure is < LineageOptions.FirstHandFigure)
        {
            return;
        }
        var sentence = terms.ByAccount[account.Id].FirstOrDefault(s => s.Sentence.Span.Overlaps(sign.Span));
        var scope = sentence?.Sentence.Span ?? sign.Span;
        graph.Add(new DraftLink
        {
            From = node.Index,
            To = graph.NodeOfSource(
                sign.Kind is FirstHandKind.Obtained ? LineageNodeKind.Document : LineageNodeKind.Source,
                Described(sign.Party),
                node).Index,
            Kind = SourceLinkKind.ToldBy,
            Rule = "lineage.own-source",
            Figure = sign.Explanation.Figure ?? 1,
            OnTheNews = IsOnTheNews(account, scope),
            Proofs = [new Evidence(account.Id, sign.Span)],
            Scopes = [new Evidence(account.Id, scope)],
        });
    }

    // "A member" is a member: what begins a sentence is capitalised there only.
    private static string Described(string words)
    {
        var space = words.IndexOf(' ', StringComparison.Ordinal);
        return space > 0 && Openers.Contains(words[..space]) ? char.ToLowerInvariant(words[0]) + words[1..] : words;
    }

    private static readonly HashSet<string> Openers = new(StringComparer.Ordinal)
    {
        "A", "An", "The", "Another", "One", "Two", "Three", "Four", "Five", "Several", "Some", "Other", "Both", "Many", "His",
        "Her", "Their", "Ein", "Eine", "Der", "Die", "Das", "Zwei", "Drei", "Mehrere",
    };

    private static readonly HashSet<string> Pronouns = new(StringComparer.OrdinalIgnoreCase)
    {
        "he", "she", "it", "they", "we", "i", "him", "her", "them", "us", "who", "one", "er", "sie", "es", "wir", "ihm", "ihr",
    };

    // The shortest stretch that holds both the outlet's name and the words that make it a citation, where they stand near.
    private static List<Evidence> ProofOf(Account account, Citation citation)
    {
        var whole = new TextSpan(
            Math.Min(citation.Span.Start, citation.CueSpan.Start),
            Math.Max(citation.Span.End, citation.CueSpan.End));
        return whole.Length <= 160
            ? [new Evidence(account.Id, whole)]
            : [new Evidence(account.Id, citation.Span), new Evidence(account.Id, citation.CueSpan)];
    }
}
