using Stemma.Model;

namespace Stemma.App.Ui.Exports;

/// <summary>A node of a lineage as graph programs read it.</summary>
/// <param name="Id">Unique over all stories of the file.</param>
/// <param name="Label">The outlet, document or source.</param>
/// <param name="Values">By <see cref="Fields"/>; empty text for what is not told.</param>
public sealed record GraphNodeRow(string Id, string Label, IReadOnlyList<string> Values)
{
    /// <summary>The attributes of a node, in their order. All are texts; true and false are "true" and "false".</summary>
    public static readonly IReadOnlyList<string> Fields =
        ["story", "kind", "account", "title", "url", "published", "first_hand", "root", "root_of_the_news"];

    /// <summary>The nodes of a story, in the order of its lineage.</summary>
    public static IEnumerable<GraphNodeRow> Of(StoryReading story)
    {
        var lineage = story.Brief.Lineage;
        var roots = lineage.Roots.ToLookup(r => r.Node);
        foreach (var node in lineage.Nodes)
        {
            var article = node.Account is { } id ? story.ArticleOf(id) : null;
            yield return new GraphNodeRow(
                IdOf(story, node.Index),
                story.Outlet(node),
                [
                    story.Brief.Story.Id.ToString(),
                    node.Kind switch
                    {
                        LineageNodeKind.Account => "account",
                        LineageNodeKind.CitedOutlet => "cited_outlet",
                        LineageNodeKind.Document => "document",
                        LineageNodeKind.Public => "public",
                        _ => "source",
                    },
                    node.Account?.ToString() ?? "",
                    CleanText.Of(article?.Title ?? ""),
                    SafeUrl.Of(article?.Url)?.Href ?? "",
                    article?.Published?.ToString() ?? "",
                    node.Account is { } account ? story.FirstHandOf(account).ToString().ToLowerInvariant() : "",
                    roots[node.Index].Any() ? "true" : "false",
                    roots[node.Index].Any(r => r.OnTheNews) ? "true" : "false",
                ]);
        }
    }

    /// <summary>The id of a node in the file.</summary>
    public static string IdOf(StoryReading story, int node) => $"{story.Brief.Story.Id}.{node}";
}
