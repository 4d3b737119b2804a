using Stemma.Model;

namespace Stemma.App.Evals;

/// <summary>
/// Scores lineage, claims, utterances, statements and differences of stories against gold. Items match by overlapping spans;
/// groups are scored by their pairs of members in different accounts.
/// </summary>
internal sealed class StoryScorer(TextWriter output, int errors)
{
    private readonly Tally _links = new();
    private readonly Tally _linkKinds = new();
    private readonly Tally _copies = new();
    private readonly Tally _firstHand = new();
    private readonly Tally _roots = new();
    private readonly Tally _rootOutlets = new();
    private readonly ClaimScorer _claims = new();
    private readonly Tally _claimSentences = new();
    private readonly Tally _claimRoots = new();
    private readonly Tally _utterances = new();
    private readonly Tally _statements = new();
    private readonly Tally _differences = new();
    private readonly Tally _outright = new();
    private bool _isAnyClaimAnnotated;
    private readonly GoldComparison _comparison = new(output, errors);

    public void Add(GoldStory gold)
    {
        _isAnyClaimAnnotated |= gold.Claims.Count > 0;
        ScoreLinks(gold);
        ScoreFirstHand(gold);
        ScoreRoots(gold);
        foreach (var (isMissing, a, b) in _claims.Add(gold))
        {
            _comparison.Miss(gold, isMissing ? "claim missing" : "claim wrong", $"{Words(gold, a)}  ||  {Words(gold, b)}");
        }
        ScorePairs(gold, "claim sentences", _claimSentences, gold.Claims.Select(c => c.Members), gold.Brief.Claims.Select(ClaimMembers), mustTouchGold: true);
        ScorePairs(gold, "utterance", _utterances, gold.Utterances, gold.Brief.Utterances.Select(WordingMembers), mustTouchGold: !gold.IsComplete);
        ScoreClaimRoots(gold);
        ScoreStatements(gold);
        ScoreDifferences(gold);
    }

    public IReadOnlyList<EvalFigure> Figures(string prefix) =>
    [
        .. _links.Figures(prefix + ".links"),
        new EvalFigure(prefix + ".link_kinds.accuracy", _linkKinds.Precision),
        .. _copies.Figures(prefix + ".copies"),
        new EvalFigure(prefix + ".first_hand.accuracy", _firstHand.Precision),
        .. _roots.Figures(prefix + ".roots"),
        .. _rootOutlets.Figures(prefix + ".root_outlets"),
        // An event whose claims are not annotated counts in none of these; a split of such events would show ones that mean nothing.
        .. _isAnyClaimAnnotated
            ? (EvalFigure[])
            [
                .. _claims.Tally.Figures(prefix + ".claims"),
                .. _claimSentences.Figures(prefix + ".claim_sentences"),
                new EvalFigure(prefix + ".claim_roots.accuracy", _claimRoots.Precision),
            ]
            : [],
        .. _utterances.Figures(prefix + ".utterances"),
        .. _statements.Figures(prefix + ".statements"),
        new EvalFigure(prefix + ".differences.recall", _differences.Recall),
        new EvalFigure(prefix + ".outright.precision", _outright.Precision),
        new EvalFigure(prefix + ".outright.recall", _outright.Recall),
    ];

    private static IReadOnlyList<Evidence> ClaimMembers(Claim claim) => [.. claim.Supports.Select(s => s.Words)];

    public static IReadOnlyList<Evidence> WordingMembers(Utterance utterance) =>
        [.. utterance.Wordings.Select(w => new Evidence(w.Account, new TextSpan(w.Parts[0].Start, w.Parts[^1].End)))];

    private void ScoreLinks(GoldStory gold)
    {
        var nodes = gold.Brief.Lineage.Nodes;
        var shown = gold.Brief.Lineage.Links
            .Where(l => nodes[l.From].Account is not null && l.Kind is not SourceLinkKind.ToldBy
                && nodes[l.To].Kind is LineageNodeKind.Account or LineageNodeKind.CitedOutlet)
            .Select(l => (From: nodes[l.From].Account!.Value, To: GoldStory.KeyOf(nodes[l.To].Name), Kind: l.Kind.ToString().ToLowerInvariant()))
            .ToList();
        var wanted = gold.Links.Select(l => (l.From, To: GoldStory.KeyOf(l.To), l.Kind)).ToList();
        _comparison.Compare(gold, "link", _links,
            wanted.Where(l => l.Kind != "copies").Select(l => (l.From, l.To)),
            shown.Where(l => l.Kind != "copies").Select(l => (l.From, l.To)),
            l => $"{gold.OutletOf(l.From)} -> {l.To}");
        foreach (var link in wanted.Where(w => w.Kind != "copies" && shown.Any(s => (s.From, s.To) == (w.From, w.To))))
        {
            _comparison.Count(_linkKinds, shown.Contains(link), gold, "link kind", $"{gold.OutletOf(link.From)} {link.Kind} {link.To}");
        }
        // A credited copy is a carried text: either way it is known whose text it is.
        _comparison.Compare(gold, "copy", _copies,
            wanted.Where(l => l.Kind == "copies").Select(l => (l.From, l.To)),
            shown.Where(l => l.Kind == "copies" || (l.Kind == "carries" && wanted.Contains((l.From, l.To, "copies")))).Select(l => (l.From, l.To)),
            l => $"{gold.OutletOf(l.From)} -> {l.To}");
    }

    private void ScoreFirstHand(GoldStory gold)
    {
        foreach (var origin in gold.Brief.Lineage.Origins)
        {
            if (gold.FirstHand.TryGetValue(origin.Account, out var verdict))
            {
                _comparison.Count(_firstHand, verdict == origin.FirstHand, gold, "first-hand",
                    $"{gold.OutletOf(origin.Account)} is {verdict}, shown {origin.FirstHand}: {string.Join(" | ", origin.Explanation.Evidence.Select(e => Words(gold, e)))}");
            }
        }
    }

    // What was public is a root like others; the roots among outlets are also scored apart.
    private void ScoreRoots(GoldStory gold)
    {
        var nodes = gold.Brief.Lineage.Nodes;
        var shown = (gold.RootsOfTheNewsOnly
            ? AccountScorer.ShownRoots(gold.Brief.Lineage)
            : gold.Brief.Lineage.Roots.Select(r => nodes[r.Node])).ToList();
        var wanted = gold.Roots.Select(GoldStory.KeyOf).ToList();
        _comparison.Compare(gold, "root", _roots, wanted,
            shown.Select(n => n.Kind is LineageNodeKind.Public ? GoldStory.Public : GoldStory.KeyOf(n.Name)), r => AccountScorer.Why(gold, r));
        _comparison.Compare(gold, "root outlet", _rootOutlets, wanted.Where(r => r != GoldStory.Public),
            shown.Where(n => n.Kind is not LineageNodeKind.Public).Select(n => GoldStory.KeyOf(n.Name)), r => r);
    }

    private void ScoreClaimRoots(GoldStory gold)
    {
        foreach (var (members, roots, _) in gold.Claims.Where(c => c.Roots is not null))
        {
            var shown = gold.Brief.Claims
                .Select(c => (Claim: c, Shared: c.Supports.Count(s => members.Any(m => Overlap(m, s.Words)))))
                .Where(c => c.Shared > 0)
                .OrderByDescending(c => c.Shared)
                .Select(c => c.Claim)
                .FirstOrDefault();
            if (shown is not null)
            {
                _comparison.Count(_claimRoots, shown.Roots.Count == roots, gold, "claim roots",
                    $"{roots} wanted, shown {string.Join(", ", shown.Roots)}: {Words(gold, shown.Words)}");
            }
        }
    }

    private void ScorePairs(
        GoldStory gold,
        string what,
        Tally tally,
        IEnumerable<IReadOnlyList<Evidence>> wanted,
        IEnumerable<IReadOnlyList<Evidence>> shown,
        bool mustTouchGold)
    {
        var wantedPairs = wanted.SelectMany(Pairs).ToList();
        var shownPairs = shown.SelectMany(Pairs).ToList();
        foreach (var pair in wantedPairs)
        {
            var found = shownPairs.Exists(s => Same(pair, s));
            tally.Right += found ? 1 : 0;
            tally.Missing += found ? 0 : 1;
            if (!found)
            {
                _comparison.Miss(gold, $"{what} missing", $"{Words(gold, pair.A)}  ||  {Words(gold, pair.B)}");
            }
        }
        foreach (var pair in shownPairs)
        {
            var judged = !mustTouchGold || wantedPairs.Exists(w => Touches(w, pair.A) || Touches(w, pair.B));
            if (judged && !wantedPairs.Exists(w => Same(w, pair)))
            {
                tally.Wrong++;
                _comparison.Miss(gold, $"{what} wrong", $"{Words(gold, pair.A)}  ||  {Words(gold, pair.B)}");
            }
        }
    }

    private void ScoreStatements(GoldStory gold)
    {
        var shown = gold.Brief.Statements
            .SelectMany(s => s.Explanation.Evidence.Select(e => (s.Kind, Words: e)))
            .ToList();
        static bool Alike(StatusKind a, StatusKind b) =>
            a == b || (a is StatusKind.Declined or StatusKind.NoResponse && b is StatusKind.Declined or StatusKind.NoResponse);
        foreach (var (kind, words) in gold.Statements)
        {
            var found = shown.Exists(s => Alike(s.Kind, kind) && Overlap(SentenceOf(gold, s.Words), words));
            tallyOne(found, true, $"{kind}: {Words(gold, words)}");
        }
        foreach (var (kind, words) in shown)
        {
            if (!gold.Statements.Any(g => Alike(g.Kind, kind) && Overlap(SentenceOf(gold, words), g.Words)))
            {
                tallyOne(false, false, $"{kind}: {Words(gold, SentenceOf(gold, words))}");
            }
        }

        void tallyOne(bool right, bool wanted, string text)
        {
            _statements.Right += right ? 1 : 0;
            _statements.Missing += !right && wanted ? 1 : 0;
            _statements.Wrong += !right && !wanted ? 1 : 0;
            if (!right)
            {
                _comparison.Miss(gold, wanted ? "statement missing" : "statement wrong", text);
            }
        }
    }

    private void ScoreDifferences(GoldStory gold)
    {
        foreach (var (outright, members) in gold.Differences)
        {
            var found = gold.Brief.Differences.Where(d => Meets(d, members)).ToList();
            _differences.Right += found.Count > 0 ? 1 : 0;
            _differences.Missing += found.Count > 0 ? 0 : 1;
            if (outright)
            {
                _outright.Missing += found.Exists(d => d.IsOutright) ? 0 : 1;
                _outright.Right += found.Exists(d => d.IsOutright) ? 1 : 0;
            }
            if (found.Count == 0 || (outright && !found.Exists(d => d.IsOutright)))
            {
                _comparison.Miss(gold, "difference missing", string.Join("  ||  ", members.Select(m => Words(gold, m))));
            }
        }
        foreach (var difference in gold.Brief.Differences.Where(d => d.IsOutright))
        {
            if (!gold.Differences.Any(g => Meets(difference, g.Members)))
            {
                _outright.Wrong++;
                _comparison.Miss(gold, "outright wrong", string.Join("  ||  ", difference.Sides.Select(s => $"{s.Value}: {Words(gold, s.Sentences[0])}")));
            }
        }
    }

    private static bool Meets(Difference difference, IReadOnlyList<Evidence> members) =>
        members.Where(m => difference.Sides.Any(s => s.Sentences.Any(e => Overlap(e, m))))
            .Select(m => m.Article).Distinct().Count() >= 2;

    public static IEnumerable<(Evidence A, Evidence B)> Pairs(IReadOnlyList<Evidence> group)
    {
        for (var i = 0; i < group.Count; i++)
        {
            for (var j = i + 1; j < group.Count; j++)
            {
                if (group[i].Article != group[j].Article)
                {
                    yield return group[i] < group[j] ? (group[i], group[j]) : (group[j], group[i]);
                }
            }
        }
    }

    private static bool Overlap(Evidence a, Evidence b) => a.Article == b.Article && a.Span.Overlaps(b.Span);

    public static bool Same((Evidence A, Evidence B) x, (Evidence A, Evidence B) y) =>
        (Overlap(x.A, y.A) && Overlap(x.B, y.B)) || (Overlap(x.A, y.B) && Overlap(x.B, y.A));

    public static bool Touches((Evidence A, Evidence B) pair, Evidence words) =>
        Overlap(pair.A, words) || Overlap(pair.B, words);

    private static Evidence SentenceOf(GoldStory gold, Evidence words)
    {
        var sentence = gold.AccountOf(words.Article).Analysis.Sentences.FirstOrDefault(s => s.Span.Overlaps(words.Span));
        return sentence is null ? words : new Evidence(words.Article, sentence.Span);
    }

    private static string Words(GoldStory gold, Evidence words)
    {
        var account = gold.AccountOf(words.Article);
        return $"[{account.Outlet}] {words.Span.Of(account.Article.Text)}";
    }
}
