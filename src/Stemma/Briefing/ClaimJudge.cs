using System.Globalization;
using Stemma.Model;
using Stemma.Text;
using Stemma.Tracing;

namespace Stemma.Briefing;

/// <summary>Judges of a claim on whose word each account has it, its independent roots and its status.</summary>
internal sealed class ClaimJudge(StoryTerms terms, SpeakerNames names, Lineage lineage)
{
    private readonly Dictionary<ArticleId, AccountOrigin> _originOf = lineage.Origins.ToDictionary(o => o.Account);

    private readonly Dictionary<ArticleId, int> _nodeOf = lineage.Nodes.Where(n => n.Account is not null)
        .ToDictionary(n => n.Account!.Value, n => n.Index);

    /// <summary>Sentences that represent a claim; another claim takes another where it can.</summary>
    private readonly HashSet<Evidence> _speaking = [];

    /// <summary>Likeness that a sentence must have more to represent a claim, where it leans on the one before or is a bare quotation.</summary>
    private const double Leaning = 0.25;

    /// <summary>What the keys of roots that are speakers begin with.</summary>
    private const string Said = "said:";

    /// <summary>The claim that these sentences state.</summary>
    public Claim Judge(AlignedClaim aligned)
    {
        var (sentences, isTheNews, figure) = aligned;
        var speaking = Representative(sentences);
        _speaking.Add(speaking.Evidence);
        var judged = OneSpeaker([.. sentences.Select(s => Support(s, sentences, isTheNews))], isTheNews);
        // Sentences that are only loosely alike do not lend one another their roots.
        var isClose = isTheNews || sentences.Count < 2 || figure >= BriefOptions.CloseClaim;
        var vouching = isClose ? judged : judged.Where(j => j.Support.Words == speaking.Evidence).ToList();
        var roots = OfOneKind([.. vouching.SelectMany(j => j.Roots).Concat(isTheNews ? Confirming() : []).DistinctBy(r => r.Key)]);
        var supports = judged.Select(j => j.Support).ToList();
        var status = StatusOf(supports, roots.Count, vouching.Any(j => j.ConfirmedByParty));
        var evidence = sentences.Select(s => s.Evidence).Order().ToList();
        return new Claim
        {
            Id = ItemId.Of('c', evidence),
            Words = speaking.Evidence,
            Status = status,
            Supports = supports,
            Roots = roots,
            IsTheNews = isTheNews,
            Explanation = new Explanation(
                isTheNews ? "brief.news" : "brief.claim",
                string.Create(CultureInfo.InvariantCulture, $"{Reason(sentences, isTheNews)} {RootSentence(roots)}"),
                sentences.Count < 2 ? null : ClaimModel.ProbabilityOf(figure),
                evidence),
        };
    }

    // One account names the speaker, another the outlet that brought the words: that is one root, not two. So speakers and
    // outlets are not added up; of the two kinds the more numerous counts, speakers where they are as many.
    private static List<string> OfOneKind(List<(string Key, string Name)> roots)
    {
        var speakers = roots.Where(r => r.Key.StartsWith(Said, StringComparison.Ordinal)).ToList();
        var outlets = roots.Except(speakers).ToList();
        return [.. (speakers.Count > 0 && speakers.Count >= outlets.Count ? speakers : outlets)
            .Select(r => r.Name).Order(StringComparer.Ordinal)];
    }

    // What one person said, to whichever outlets, has that person as its root wherever the person is named.
    private static List<JudgedSupport> OneSpeaker(List<JudgedSupport> judged, bool isTheNews)
    {
        var speaker = judged.SelectMany(j => j.Speakers.Distinct())
            .GroupBy(s => s)
            .Where(g => g.Count() * 2 >= judged.Count)
            .OrderByDescending(g => g.Count())
            .ThenBy(g => g.Key.Key, StringComparer.Ordinal)
            .Select(g => ((string Key, string Name)?)g.Key)
            .FirstOrDefault();
        return isTheNews || speaker is not { } one
            ? judged
            : judged.ConvertAll(j => j.Speakers.Contains(one) ? j with { Roots = [one] } : j);
    }

    private string Reason(IReadOnlyList<SentenceTerms> sentences, bool isTheNews)
    {
        var shared = sentences[0].Words
            .Where(w => sentences.Skip(1).All(s => s.Stems.Contains(w.Stem)))
            .Select(w => w.Span.Of(sentences[0].Account.Article.Text))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Take(6)
            .ToList();
        var by = shared.Count == 0 ? "" : $" They share: {string.Join(", ", shared)}.";
        return isTheNews
            ? $"These opening sentences say most of what {lineage.Origins.Count} accounts lead with.{by}"
            : $"These sentences of {sentences.Count} accounts are alike in what they tell.{by}";
    }

    private static string RootSentence(List<string> roots) => roots.Count switch
    {
        0 => "The texts do not tell on whose word.",
        1 => $"It has one root: {roots[0]}.",
        _ => string.Create(CultureInfo.InvariantCulture, $"It has {roots.Count} independent roots: {string.Join(", ", roots)}."),
    };

    // The sentence most like the others; of equals the one that names its source, then the shorter, then the earlier. Equal
    // sentences are compared once: of a text that many carry there are many.
    private SentenceTerms Representative(IReadOnlyList<SentenceTerms> sentences)
    {
        var distinct = sentences.GroupBy(s => s.Text, StringComparer.Ordinal)
            .Select(g => (Sentence: g.MinBy(s => s.Evidence)!, Times: g.Count())).ToList();
        return distinct
            .OrderBy(s => _speaking.Contains(s.Sentence.Evidence))
            .ThenByDescending(s => Math.Round(
                distinct.Sum(o => (o == s ? o.Times - 1 : o.Times) * (o == s ? 1 : terms.Likeness(s.Sentence, o.Sentence)))
                    - (s.Sentence.Sentence.Modality is Modality.Hedged ? 0.1 : 0)
                    - (ShownLine.LeansOnTheOneBefore(s.Sentence.Text) ? Leaning : 0)
                    - (s.Sentence.Sentence.Modality is Modality.Quoted || s.Sentence.QuotedShare >= BriefOptions.MostlyQuoted ? Leaning : 0), 2))
            .ThenBy(s => s.Sentence.Sentence.Span.Length)
            .ThenBy(s => s.Sentence.Evidence)
            .First().Sentence;
    }

    private JudgedSupport Support(SentenceTerms sentence, IReadOnlyList<SentenceTerms> all, bool isTheNews)
    {
        var account = sentence.Account;
        var span = sentence.Sentence.Span;
        var analysis = account.Analysis;
        List<(string Key, string Name)> roots = [];
        List<string> onWordOf = [];
        List<TextSpan> proof = [];

        // Laid to another outlet: its roots are the outlet's own.
        foreach (var citation in analysis.Citations.Where(c => c.Scope.Overlaps(span) && c.IsLaidToAnOutlet()))
        {
            if (NodeOf(citation.Outlet) is { } node && node.Account != account.Id)
            {
                onWordOf.Add(node.Name);
                proof.Add(citation.CueSpan);
                roots.AddRange(RootsOf(node));
            }
        }
        // Told to the outlet itself, or found by it.
        foreach (var sign in analysis.FirstHandSigns.Where(s => span.Overlaps(s.Span)
            && s.Explanation.Figure is null or >= LineageOptions.FirstHandFigure))
        {
            proof.Add(sign.Span);
            roots.Add(OwnRoot(account));
            if (sign.Party is not null)
            {
                onWordOf.Add(sign.Party);
            }
        }
        var status = analysis.Statuses.FirstOrDefault(s => span.Contains(s.Span) && IsOfTheClaim(s, sentence, all));
        // Laid to somebody: what was said in public has its speaker as root, whoever heard it. Unnamed people speak to one
        // outlet: the root is the outlet that they told, which the account's links tell.
        List<(string Key, string Name)> speakers =
        [
            .. analysis.Quotes.Where(q => q.Span.Overlaps(span) && SpeakerNames.IsSomebody(analysis, q))
                .Select(q => names.Resolve(q.Speaker!))
                .Where(s => !OriginJudge.Knows().IsMatch(s))
                .Select(s => (Said + names.KeyOf(s), s)),
        ];
        if (roots.Count == 0 && !isTheNews)
        {
            foreach (var quote in analysis.Quotes.Where(q => q.Span.Overlaps(span) && SpeakerNames.IsSomebody(analysis, q)))
            {
                onWordOf.Add(names.Resolve(quote.Speaker!));
                proof.Add(quote.SpeakerSpan ?? quote.Span);
            }
            roots.AddRange(speakers);
        }
        var origin = _originOf[account.Id];
        if (roots.Count == 0 && (isTheNews || IsLaidToTheNews(account, sentence.Sentence, origin)))
        {
            // Unmarked sentences about the news are from where the account has the news first of all.
            roots.AddRange(MainRoots(account, origin));
        }
        else if (roots.Count == 0 && origin.FirstHand is FirstHand.Yes
            && origin.RootNodes.All(n => lineage.Nodes[n].Account == account.Id))
        {
            roots.Add(OwnRoot(account));
        }
        var words = onWordOf.Distinct(StringComparer.Ordinal).ToList();
        return new JudgedSupport(
            new ClaimSupport(
                sentence.Evidence,
                status?.Kind switch
                {
                    StatusKind.Denied => ClaimStatus.Denied,
                    StatusKind.Confirmed => ClaimStatus.Confirmed,
                    StatusKind.Declined or StatusKind.NoResponse => ClaimStatus.Declined,
                    _ => roots.Count == 0 ? ClaimStatus.Unclear : ClaimStatus.Reported,
                },
                sentence.Sentence.Modality is Modality.Hedged,
                words,
                new Explanation(
                    "brief.support",
                    words.Count == 0
                        ? roots.Count == 0
                            ? $"{account.Outlet} does not say where it has this from."
                            : $"{account.Outlet} has this from where it has the news."
                        : $"{account.Outlet} has this on the word of {string.Join(", ", words)}.",
                    null,
                    [.. proof.Distinct().Select(p => new Evidence(account.Id, p))])),
            roots,
            speakers,
            status?.Kind is StatusKind.Confirmed && status.Party is { } party && NodeOf(party) is null);
    }

    // "The owner of the ferry that hit the mole has denied that it was faulty": denied is what follows the word, not what the others
    // tell as well. Where nothing follows, it is what stands before.
    private bool IsOfTheClaim(StatusSignal status, SentenceTerms sentence, IReadOnlyList<SentenceTerms> all)
    {
        var after = sentence.Words.Where(w => w.Span.Start >= status.Span.End).ToList();
        if (after.Count == 0 || all.Count < 2)
        {
            return true;
        }
        double Shared(IEnumerable<ContentWord> words) => words
            .Where(w => all.Any(o => o.Account.Id != sentence.Account.Id && o.Stems.Contains(w.Stem)))
            .Select(w => w.Stem).Distinct(StringComparer.Ordinal)
            .Sum(terms.Weight);
        return Shared(after) >= Shared(sentence.Words.Where(w => w.Span.End <= status.Span.Start));
    }

    // An unmarked sentence must speak of the news, and not of what went before it.
    private bool IsLaidToTheNews(Account account, Sentence sentence, AccountOrigin origin) =>
        origin.RootNodes.Any(n => lineage.Nodes[n].Account != account.Id)
        && sentence.Modality is not Modality.Background
        && terms.NewsShare(account.Article.Text, sentence.Span) >= LineageOptions.NewsShare;

    // The roots of whom the account rests on first in its text; its own where it rests on nobody or found out itself.
    private IEnumerable<(string Key, string Name)> MainRoots(Account account, AccountOrigin origin)
    {
        var own = NodeIndex(account.Id);
        var first = lineage.Links
            .Where(l => l.From == own && l.OnTheNews && l.Kind is not (SourceLinkKind.ToldBy or SourceLinkKind.Confirms))
            .OrderByDescending(l => l.Kind is SourceLinkKind.Carries or SourceLinkKind.Copies)
            .ThenBy(l => l.Scopes.Count == 0 ? 0 : l.Scopes[0].Span.Start)
            .FirstOrDefault();
        if (origin.RootNodes.Contains(own))
        {
            return origin.FirstHand is FirstHand.Yes ? [OwnRoot(account)] : [];
        }
        return first is not null ? RootsOf(OriginOfText(first))
            : origin.RootNodes.Select(n => lineage.Nodes[n]).Where(n => n.Kind is LineageNodeKind.Public).Select(n => (n.RootKey, n.Name));
    }

    // A carried or copied text is the wire's, through however many hands it went.
    private LineageNode OriginOfText(SourceLink link)
    {
        for (var next = link; next is not null && next.Kind is SourceLinkKind.Carries or SourceLinkKind.Copies;)
        {
            link = next;
            next = lineage.Links.FirstOrDefault(l => l.From == link.To && l.Kind is SourceLinkKind.Carries or SourceLinkKind.Copies);
        }
        return lineage.Nodes[link.To];
    }

    // Those who bear the news out by a finding of their own.
    private IEnumerable<(string Key, string Name)> Confirming() =>
        lineage.Links.Where(l => l.Kind is SourceLinkKind.Confirms && l.OnTheNews)
            .Select(l => lineage.Nodes[l.From])
            .Select(n => (n.RootKey, n.Name));

    private static ClaimStatus StatusOf(List<ClaimSupport> supports, int roots, bool confirmedByParty)
    {
        var denied = supports.Count(s => s.Status is ClaimStatus.Denied);
        return denied == supports.Count ? ClaimStatus.Denied
            : denied > 0 ? ClaimStatus.Disputed
            : supports.All(s => s.Status is ClaimStatus.Declined) ? ClaimStatus.Declined
            : roots >= 2 || (confirmedByParty && roots >= 1) ? ClaimStatus.Confirmed
            : roots == 1 ? ClaimStatus.Reported
            : ClaimStatus.Unclear;
    }

    private int NodeIndex(ArticleId account) => _nodeOf[account];

    private (string Key, string Name) OwnRoot(Account account)
    {
        var node = lineage.Nodes[NodeIndex(account.Id)];
        return (node.RootKey, node.Name);
    }

    private LineageNode? NodeOf(string outlet) =>
        lineage.Nodes.FirstOrDefault(n => n.Kind is LineageNodeKind.Account or LineageNodeKind.CitedOutlet
            && string.Equals(n.Name, outlet, StringComparison.OrdinalIgnoreCase));

    // One that found out itself is cited for what it found, not for what it has from others.
    private IEnumerable<(string Key, string Name)> RootsOf(LineageNode node)
    {
        if (lineage.Roots.Any(r => r.Node == node.Index && r.OnTheNews))
        {
            return [(node.RootKey, node.Name)];
        }
        if (node.Account is { } account && _originOf.TryGetValue(account, out var origin))
        {
            return origin.RootNodes.Select(n => (lineage.Nodes[n].RootKey, lineage.Nodes[n].Name));
        }
        // No article of it is at hand; what a text carried from it cites still tells on whom it rests.
        var below = lineage.Links
            .Where(l => l.From == node.Index && l.OnTheNews && l.Kind is SourceLinkKind.Cites or SourceLinkKind.Carries)
            .Select(l => lineage.Nodes[l.To])
            .ToList();
        return below.Count == 0 ? [(node.RootKey, node.Name)] : below.SelectMany(RootsOf);
    }

    private sealed record JudgedSupport(
        ClaimSupport Support,
        IReadOnlyList<(string Key, string Name)> Roots,
        IReadOnlyList<(string Key, string Name)> Speakers,
        bool ConfirmedByParty);
}
