using Stemma.Model;

namespace Stemma.Tests.Samples;

/// <summary>What holds of every brief, whatever the articles.</summary>
internal static class BriefChecks
{
    /// <summary>All evidence lies in the text of an account of the story; texts shown as values are the words of their span.</summary>
    public static void EveryLineIsVerbatim(StoryBrief brief)
    {
        Assert.Equal(brief.Claims.Count, brief.Claims.DistinctBy(static c => c.Words).Count());
        var texts = brief.Story.Accounts.ToDictionary(a => a.Id, a => a.Article.Text);
        foreach (var evidence in EvidenceOf(brief))
        {
            Assert.True(texts.TryGetValue(evidence.Article, out var text), $"{evidence.Article} is no account of {brief.Story.Id}");
            Assert.InRange(evidence.Span.Start, 0, evidence.Span.End);
            Assert.InRange(evidence.Span.End, evidence.Span.Start, text!.Length);
        }
        foreach (var source in brief.Lineage.Nodes.Where(n => n.Kind is LineageNodeKind.Source or LineageNodeKind.Document))
        {
            Assert.Contains(texts.Values, t => t.Contains(source.Name, StringComparison.OrdinalIgnoreCase));
        }
        foreach (var utterance in brief.Utterances)
        {
            Assert.All(utterance.Wordings, w => Assert.All(w.Differing, d => Assert.Contains(w.Parts, p => p.Contains(d))));
        }
    }

    /// <summary>Following the links never leads back.</summary>
    public static void LineageHasNoCircle(Lineage lineage)
    {
        var open = lineage.Links.ToLookup(l => l.From, l => l.To);
        HashSet<int> done = [];
        bool Circles(int node, HashSet<int> path) =>
            !path.Add(node) || (!done.Contains(node) && open[node].Any(to => Circles(to, [.. path])) || !done.Add(node) && false);
        Assert.DoesNotContain(lineage.Nodes, n => Circles(n.Index, []));
    }

    private static IEnumerable<Evidence> EvidenceOf(StoryBrief brief) =>
        brief.Lineage.Links.SelectMany(l => l.Scopes.Concat(l.Explanation.Evidence))
            .Concat(brief.Lineage.Origins.SelectMany(o => o.Explanation.Evidence))
            .Concat(brief.Lineage.Roots.SelectMany(r => r.Explanation.Evidence))
            .Concat(brief.Claims.SelectMany(c => c.Supports.SelectMany(s => s.Explanation.Evidence.Append(s.Words)).Append(c.Words)))
            .Concat(brief.Statements.SelectMany(s => s.Words.Concat(s.Explanation.Evidence)))
            .Concat(brief.Utterances.SelectMany(u => u.Wordings.SelectMany(w => w.Parts.Concat(w.Differing).Select(p => new Evidence(w.Account, p)))))
            .Concat(brief.Differences.SelectMany(d => d.Sides.SelectMany(s => s.Words.Concat(s.Sentences))))
            .Concat(brief.OnlyInOne.Select(o => o.Words))
            .Concat(brief.Next.SelectMany(n => n.Explanation.Evidence.Append(n.Words)))
            .Concat(brief.Timeline.SelectMany(t => t.Explanation.Evidence.Append(t.Words)))
            .Concat(brief.People.SelectMany(p => p.Description is { } d ? [p.FirstMention, d] : new[] { p.FirstMention }));
}
