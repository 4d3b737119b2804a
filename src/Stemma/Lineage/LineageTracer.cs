using System.Globalization;
using Stemma.Model;
using Stemma.Outlets;

namespace Stemma.Tracing;

/// <summary>
/// Step 5: which account rests on whose reporting. What an account says of its sources decides; shared text adds what it
/// does not say. Cost is linear in the text and quadratic in the accounts that share text.
/// </summary>
public sealed class LineageTracer(OutletRegistry outlets)
{
    /// <summary>The lineage of a story. Pure: the same story gives the same lineage.</summary>
    public Lineage Trace(Story story)
    {
        var terms = new StoryTerms(story);
        var graph = new LineageGraph(story, outlets);

        // Who each account says it has it from; then the texts that are shared without a word.
        var linker = new CitationLinker(graph, terms);
        foreach (var account in story.Accounts)
        {
            linker.Link(account);
        }
        var sameText = new CopyDetector(graph).Link(story);
        var findings = OwnFindings(story, terms, graph, new OriginJudge(linker));
        foreach (var (node, finding) in findings)
        {
            linker.LinkBorneOut(node, finding);
        }
        var occasion = new PublicOccasion(terms);
        RestWhereOthersRest(graph, findings, story, occasion);
        foreach (var account in story.Accounts)
        {
            linker.LinkEarlyCited(account);
        }
        new PublicRoot(graph, occasion, findings).Link(story);
        var links = graph.WithoutCircles(story);

        var roots = new RootFinder(story, graph.Nodes, links, sameText, findings);
        var origins = roots.Origins();
        var found = roots.Roots(origins);
        var independent = roots.CountIndependent(found);
        var unclear = origins.Count(o => o.FirstHand is FirstHand.Unclear && o.RootNodes is [var own]
            && graph.Nodes[own].Account == o.Account);
        return new Lineage
        {
            Story = story.Id,
            Nodes = graph.Nodes,
            Links = [.. links.Select(l => Finish(l, graph.Nodes))],
            Origins = origins,
            Roots = found,
            IndependentRoots = independent,
            UnclearOrigins = unclear,
            Explanation = new Explanation(
                "lineage.roots",
                "Counted are outlets that rest on no other for the news itself and either show how they know it or are named by others as having reported or confirmed it; one newsroom or one shared text counts once."
                    + (unclear == 0 ? "" : string.Create(CultureInfo.InvariantCulture,
                        $" {unclear} of {story.Accounts.Count} accounts do not tell where they have it from.")),
                independent,
                []),
        };
    }

    // An account that found out nothing itself and names only for details an outlet that others name for the news has the
    // news from there too.
    private static void RestWhereOthersRest(
        LineageGraph graph, SortedDictionary<int, OwnFinding> findings, Story story, PublicOccasion occasion)
    {
        var publicly = story.Accounts.Where(a => occasion.Find(a) is not null).Select(a => graph.NodeOf(a.Id).Index).ToHashSet();
        var resting = graph.Links.Where(l => l.IsResting(graph.Nodes)).ToList();
        var origins = resting.Where(l => l.OnTheNews).Select(l => l.To).Concat(findings.Keys).ToHashSet();
        var onTheNews = resting.Where(l => l.OnTheNews).ToLookup(l => l.To);
        List<DraftLink> NamedBy(int node) => [.. onTheNews[node].DistinctBy(l => l.From)];
        foreach (var links in resting.GroupBy(l => l.From))
        {
            if (!findings.ContainsKey(links.Key) && !links.Any(l => l.OnTheNews)
                && !graph.Links.Any(l => l.From == links.Key && l.Kind is SourceLinkKind.ToldBy && l.OnTheNews))
            {
                // Who tells the news as public has it from an outlet only if it revealed the news, or several name it.
                foreach (var link in links.Where(l => origins.Contains(l.To) && (!publicly.Contains(l.From) || NamedBy(l.To).Count > 1
                    || NamedBy(l.To).Any(o => o.IsRevealing))))
                {
                    link.OnTheNews = true;
                }
            }
        }
    }

    // Accounts, and wires whose texts they carry, that found out the news themselves, though they may cite others too.
    private static SortedDictionary<int, OwnFinding> OwnFindings(
        Story story, StoryTerms terms, LineageGraph graph, OriginJudge judge)
    {
        SortedDictionary<int, OwnFinding> findings = [];
        foreach (var account in story.Accounts)
        {
            TextSpan SentenceOf(TextSpan span) =>
                terms.ByAccount[account.Id].FirstOrDefault(s => s.Sentence.Span.Overlaps(span))?.Sentence.Span ?? span;
            if (judge.OwnFinding(account, SentenceOf) is { } sign)
            {
                findings.TryAdd(graph.NodeOf(account.Id).Index, new OwnFinding(account.Id, sign));
            }
            // A carried text shows what the wire was told.
            if (account.Article.Via is { } via && graph.NodeOfOutlet(via) is { Account: null } wire
                && judge.FindingOf(account, wire, graph) is { } told)
            {
                findings.TryAdd(wire.Index, new OwnFinding(account.Id, told));
            }
        }
        return findings;
    }

    private static SourceLink Finish(DraftLink link, IReadOnlyList<LineageNode> nodes)
    {
        var (from, to) = (nodes[link.From].Name, nodes[link.To].Name);
        var proofs = link.Proofs.Distinct().Order().ToList();
        return new SourceLink
        {
            Id = ItemId.Of('k', proofs, $"{link.Kind}:{nodes[link.From].RootKey}:{nodes[link.To].RootKey}"),
            From = link.From,
            To = link.To,
            Kind = link.Kind,
            OnTheNews = link.OnTheNews,
            Scopes = [.. link.Scopes.Distinct().Order()],
            Explanation = new Explanation(
                link.Rule,
                link.Kind switch
                {
                    SourceLinkKind.Cites => $"{from} says it has this from {to}.",
                    SourceLinkKind.Confirms => $"{from} bears out the report of {to} by a finding of its own.",
                    SourceLinkKind.Carries => $"{from} carries the text of {to} and credits it.",
                    SourceLinkKind.Copies => string.Create(CultureInfo.InvariantCulture,
                        $"{link.Figure:P0} of one text stands in the other outside quotations, {(link.Rule == CopyDetector.CitingRule ? $"unmarked; it names {to} as a source" : $"uncredited; {to} was earlier")}."),
                    SourceLinkKind.ToldBy when nodes[link.To].Kind is LineageNodeKind.Public =>
                        $"{from} tells the news as one that was public.",
                    SourceLinkKind.ToldBy => $"{from} has this from {to}.",
                    _ => throw new InvalidOperationException($"Could not explain a link while tracing: {link.Kind}."),
                },
                link.Figure,
                proofs),
        };
    }
}
