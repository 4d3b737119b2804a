using Stemma.Model;

namespace Stemma.App.Evals;

/// <summary>Scores what a lineage says of accounts whose verdicts are known: first-hand, links on the news, roots.</summary>
internal sealed class AccountScorer(TextWriter output, int errors)
{
    private readonly Tally _firstHand = new();
    private readonly Tally _yes = new();
    private readonly Tally _links = new();
    private readonly Tally _roots = new();
    private readonly Tally _counts = new();
    private readonly GoldComparison _comparison = new(output, errors);

    public void Add(GoldStory gold)
    {
        var lineage = gold.Brief.Lineage;
        foreach (var origin in lineage.Origins.Where(o => gold.FirstHand.ContainsKey(o.Account)))
        {
            var verdict = gold.FirstHand[origin.Account];
            var right = verdict == origin.FirstHand;
            _comparison.Count(_firstHand, right, gold, "first-hand",
                $"{gold.OutletOf(origin.Account)} is {verdict}, shown {origin.FirstHand}: {WordsOf(gold, origin.Explanation)}");
            _yes.Right += right && verdict is FirstHand.Yes ? 1 : 0;
            _yes.Missing += !right && verdict is FirstHand.Yes ? 1 : 0;
            _yes.Wrong += !right && origin.FirstHand is FirstHand.Yes ? 1 : 0;
        }
        _comparison.Compare(
            gold, "link", _links,
            gold.Links.Where(l => gold.FirstHand.ContainsKey(l.From)).Select(l => (l.From, GoldStory.KeyOf(l.To))),
            lineage.Links
                .Where(l => l.OnTheNews && l.Kind is not (SourceLinkKind.ToldBy or SourceLinkKind.Confirms)
                    && lineage.Nodes[l.From].Account is { } a && gold.FirstHand.ContainsKey(a)
                    && lineage.Nodes[l.To].Kind is LineageNodeKind.Account or LineageNodeKind.CitedOutlet)
                .Select(l => (lineage.Nodes[l.From].Account!.Value, GoldStory.KeyOf(lineage.Nodes[l.To].Name))),
            l => $"{gold.OutletOf(l.Item1)} -> {l.Item2}");
        _comparison.Compare(
            gold, "root", _roots,
            gold.Roots.Select(GoldStory.KeyOf),
            ShownRoots(lineage).Select(n => n.Kind is LineageNodeKind.Public ? GoldStory.Public : GoldStory.KeyOf(n.Name)),
            r => Why(gold, r));
        var isCounted = gold.Roots.Count == lineage.IndependentRoots;
        _counts.Right += isCounted ? 1 : 0;
        _counts.Wrong += isCounted ? 0 : 1;
    }

    public IReadOnlyList<EvalFigure> Figures(string prefix) =>
    [
        new EvalFigure(prefix + ".first_hand.accuracy", _firstHand.Precision),
        .. _yes.Figures(prefix + ".first_hand.yes"),
        .. _links.Figures(prefix + ".news_links"),
        .. _roots.Figures(prefix + ".roots"),
        new EvalFigure(prefix + ".root_counts.accuracy", _counts.Precision),
    ];

    /// <summary>Roots of the news that count; an account that tells nothing is shown as of unclear origin, not as a root.</summary>
    public static IEnumerable<LineageNode> ShownRoots(Lineage lineage) =>
        lineage.Roots
            .Where(r => r.OnTheNews && !(r.Accounts.Count == 0
                && lineage.Origins.Any(o => o.Account == lineage.Nodes[r.Node].Account && o.FirstHand is not FirstHand.Yes)))
            .Select(r => lineage.Nodes[r.Node]);

    /// <summary>A root by name, with the words that it rests on.</summary>
    public static string Why(GoldStory gold, string root)
    {
        var lineage = gold.Brief.Lineage;
        var shown = lineage.Roots.FirstOrDefault(r => r.OnTheNews && GoldStory.KeyOf(lineage.Nodes[r.Node].Name) == root);
        return shown is null ? root : $"{root}: {WordsOf(gold, shown.Explanation)}";
    }

    private static string WordsOf(GoldStory gold, Explanation explanation) =>
        string.Join(" | ", explanation.Evidence.Select(e =>
            e.Span.Of(gold.AccountOf(e.Article).Article.Text)));
}
