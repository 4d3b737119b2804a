using System.Globalization;
using Stemma.Model;

namespace Stemma.App.Ui.Exports;

/// <summary>A link of a lineage as graph programs read it: from the one who rests to what it rests on.</summary>
/// <param name="Id">The link's id.</param>
/// <param name="From">Id of the node that rests.</param>
/// <param name="To">Id of the node it rests on.</param>
/// <param name="Label">Its kind.</param>
/// <param name="Values">By <see cref="Fields"/>.</param>
public sealed record GraphEdgeRow(string Id, string From, string To, string Label, IReadOnlyList<string> Values)
{
    /// <summary>The attributes of an edge, in their order, as texts.</summary>
    public static readonly IReadOnlyList<string> Fields = ["kind", "on_the_news", "rule", "figure", "proof"];

    /// <summary>The links of a story, in the order of its lineage.</summary>
    public static IEnumerable<GraphEdgeRow> Of(StoryReading story) =>
        story.Brief.Lineage.Links.Select((l, i) => new GraphEdgeRow(
            string.Create(CultureInfo.InvariantCulture, $"{l.Id}.{i}"),
            GraphNodeRow.IdOf(story, l.From),
            GraphNodeRow.IdOf(story, l.To),
            KindOf(l.Kind),
            [
                KindOf(l.Kind),
                l.OnTheNews ? "true" : "false",
                l.Explanation.Rule,
                l.Explanation.Figure is { } figure ? figure.ToString("0.####", CultureInfo.InvariantCulture) : "",
                story.ProofWords(l),
            ]));

    private static string KindOf(SourceLinkKind kind) => kind switch
    {
        SourceLinkKind.Cites => "cites",
        SourceLinkKind.Confirms => "confirms",
        SourceLinkKind.Carries => "carries",
        SourceLinkKind.Copies => "copies",
        _ => "told_by",
    };
}
