using Stemma.Model;
using Stemma.Text;

namespace Stemma.Tracing;

/// <summary>
/// Finds accounts that share a text beyond what both quote, and says which is the copy where the texts or the times tell.
/// </summary>
internal sealed class CopyDetector(LineageGraph graph)
{
    /// <summary>Who was first, tells the time.</summary>
    public const string LaterRule = "lineage.shared-text";

    /// <summary>Who was first, tells the copy, which names the other.</summary>
    public const string CitingRule = "lineage.shared-text.cited";

    private readonly ReuseDetector _reuse = new();

    /// <summary>
    /// Adds a link for each pair that shares a text and does not say so. Pairs in which nothing tells who was first give no
    /// link but one text: they are returned, to be counted as one root.
    /// </summary>
    public IReadOnlyList<(int A, int B)> Link(Story story)
    {
        List<(int A, int B)> sameText = [];
        var accounts = story.Accounts.ToDictionary(a => a.Id);
        foreach (var reuse in _reuse.Detect([.. story.Accounts.Select(a => (a.Id, a.Article.Text))]))
        {
            var a = accounts[reuse.A];
            var b = accounts[reuse.B];
            var own = reuse.Passages.Where(p => !IsMostlyQuoted(a, p.InA) && !IsMostlyQuoted(b, p.InB)).ToList();
            var containment = Math.Max(reuse.ContainmentAInB, reuse.ContainmentBInA);
            if (own.Sum(p => p.LengthWords) < LineageOptions.CopyWords || containment < LineageOptions.CopyContainment)
            {
                continue;
            }
            var nodeA = graph.NodeOf(a.Id);
            var nodeB = graph.NodeOf(b.Id);
            if (nodeA.RootKey == nodeB.RootKey || SayTheyShare(nodeA.Index, nodeB.Index))
            {
                continue;
            }
            sameText.Add((nodeA.Index, nodeB.Index));
            // A wire's text that only one credits: the other has it from the wire as well, or nothing tells.
            var citing = Citing(nodeA, nodeB, a, b);
            if ((a.Article.Via is null) == (b.Article.Via is null) && (citing ?? CopyOf(a, b)) is { } copy)
            {
                AddLink(copy == a ? nodeA : nodeB, copy == a ? nodeB : nodeA, a, own, containment, citing is null ? LaterRule : CitingRule);
            }
        }
        return sameText;
    }

    private void AddLink(LineageNode copy, LineageNode origin, Account a, List<SharedPassage> own, double containment, string rule)
    {
        var longest = own.OrderByDescending(p => p.LengthWords).ThenBy(p => p.InA).Take(3);
        graph.Add(new DraftLink
        {
            From = copy.Index,
            To = origin.Index,
            Kind = SourceLinkKind.Copies,
            Rule = rule,
            Figure = containment,
            OnTheNews = true,
            Proofs =
            [
                .. longest.Select(p => copy.Account == a.Id
                    ? new Evidence(a.Id, p.InA)
                    : new Evidence(copy.Account!.Value, p.InB)),
            ],
        });
    }

    // One carries the other, or both carry the same: nothing is hidden, and the credit says who was first.
    private bool SayTheyShare(int a, int b) =>
        graph.Links.Any(l => l.Kind is SourceLinkKind.Carries
            && ((l.From == a && l.To == b) || (l.From == b && l.To == a)
                || (l.From == a && graph.Links.Any(m => m.Kind is SourceLinkKind.Carries && m.From == b && m.To == l.To))));

    // Who names the other as a source has the words from there, whatever the clocks say.
    private Account? Citing(LineageNode nodeA, LineageNode nodeB, Account a, Account b)
    {
        var aCites = graph.Links.Any(l => l.From == nodeA.Index && l.To == nodeB.Index);
        var bCites = graph.Links.Any(l => l.From == nodeB.Index && l.To == nodeA.Index);
        return aCites == bCites ? null : aCites ? a : b;
    }

    // The later is the copy. A day known without its hour decides only between different days.
    private static Account? CopyOf(Account a, Account b)
    {
        if (a.Article.Published is not { } atA || b.Article.Published is not { } atB)
        {
            return null;
        }
        if (atA.HasTime && atB.HasTime)
        {
            return atA.At == atB.At ? null : atA < atB ? b : a;
        }
        return atA.Day == atB.Day ? null : atA.Day < atB.Day ? b : a;
    }

    private static bool IsMostlyQuoted(Account account, TextSpan passage)
    {
        var quoted = account.Analysis.Quotes
            .Where(q => q.Form is not QuoteForm.Indirect && q.Span.Overlaps(passage))
            .Sum(q => Math.Min(q.Span.End, passage.End) - Math.Max(q.Span.Start, passage.Start));
        return quoted * 2 > passage.Length;
    }
}
