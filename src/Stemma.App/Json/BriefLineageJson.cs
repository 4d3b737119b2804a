using Stemma.Model;

namespace Stemma.App.Json;

/// <summary>The lineage: nodes, links and roots, each judgement with its proof.</summary>
internal sealed record BriefLineageJson(
    IReadOnlyList<BriefNodeJson> Nodes,
    IReadOnlyList<BriefLinkJson> Links,
    IReadOnlyList<BriefRootJson> Roots,
    int IndependentRoots,
    int UnclearOrigins,
    BriefExplanationJson Explanation)
{
    public static BriefLineageJson From(Lineage lineage, BriefTexts texts) => new(
        [.. lineage.Nodes.Select(n => new BriefNodeJson(n.Index, BriefTexts.Name(n.Kind), n.Name, n.RootKey, n.Account?.ToString()))],
        [.. lineage.Links.Select(l => new BriefLinkJson(
            l.Id.ToString(), l.From, l.To, BriefTexts.Name(l.Kind), l.OnTheNews, texts.Json(l.Scopes), texts.Json(l.Explanation)))],
        [.. lineage.Roots.Select(r => new BriefRootJson(
            r.Node, lineage.Nodes[r.Node].Name, r.OnTheNews, [.. r.Accounts.Select(a => a.ToString())], texts.Json(r.Explanation)))],
        lineage.IndependentRoots,
        lineage.UnclearOrigins,
        texts.Json(lineage.Explanation));
}

/// <summary>An account, cited outlet, document or source.</summary>
internal sealed record BriefNodeJson(int Index, string Kind, string Name, string RootKey, string? Account);

/// <summary>One node resting on another, by their indexes.</summary>
internal sealed record BriefLinkJson(
    string Id, int From, int To, string Kind, bool OnTheNews, IReadOnlyList<BriefEvidenceJson> Scopes, BriefExplanationJson Explanation);

/// <summary>A node that rests on no other.</summary>
internal sealed record BriefRootJson(
    int Node, string Name, bool OnTheNews, IReadOnlyList<string> Accounts, BriefExplanationJson Explanation);
