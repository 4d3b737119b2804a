using Stemma.Model;

namespace Stemma.App.Json;

/// <summary>A story as <c>stemma brief --json</c> prints it. A public contract: every field stands in docs/json.md.</summary>
internal sealed record BriefJson
{
    public required string Id { get; init; }

    public required string Headline { get; init; }

    public required string HeadlineAccount { get; init; }

    public required BriefExplanationJson HeadlineReason { get; init; }

    public required string? First { get; init; }

    public required string? Last { get; init; }

    public required int IndependentRoots { get; init; }

    public required IReadOnlyList<BriefAccountJson> Accounts { get; init; }

    public required BriefLineageJson Lineage { get; init; }

    public required IReadOnlyList<BriefClaimJson> Claims { get; init; }

    public required IReadOnlyList<BriefStatementJson> Statements { get; init; }

    public required IReadOnlyList<BriefUtteranceJson> Utterances { get; init; }

    public required IReadOnlyList<BriefDifferenceJson> Differences { get; init; }

    public required IReadOnlyList<BriefLineJson> OnlyInOne { get; init; }

    public required IReadOnlyList<BriefLineJson> Next { get; init; }

    public required IReadOnlyList<BriefLineJson> Matters { get; init; }

    public required IReadOnlyList<BriefEventJson> Timeline { get; init; }

    public required IReadOnlyList<BriefPersonJson> People { get; init; }

    public static BriefJson From(StoryBrief brief)
    {
        var texts = new BriefTexts(brief);
        var times = brief.Story.Accounts.Select(a => a.Article.Time).OfType<Moment>().Order().ToList();
        return new BriefJson
        {
            Id = brief.Story.Id.ToString(),
            Headline = texts.ArticleOf(brief.HeadlineOf)?.Title ?? "",
            HeadlineAccount = brief.HeadlineOf.ToString(),
            HeadlineReason = texts.Json(brief.HeadlineReason),
            First = times.Count > 0 ? times[0].ToString() : null,
            Last = times.Count > 0 ? times[^1].ToString() : null,
            IndependentRoots = brief.Lineage.IndependentRoots,
            Accounts = [.. brief.Story.Accounts.Select(a => BriefAccountJson.From(a, brief.Lineage, texts))],
            Lineage = BriefLineageJson.From(brief.Lineage, texts),
            Claims = [.. brief.Claims.Select(c => BriefClaimJson.From(c, texts))],
            Statements = [.. brief.Statements.Select(s => BriefStatementJson.From(s, texts))],
            Utterances = [.. brief.Utterances.Select(u => BriefUtteranceJson.From(u, texts))],
            Differences = [.. brief.Differences.Select(d => BriefDifferenceJson.From(d, texts))],
            OnlyInOne = [.. brief.OnlyInOne.Select(o => new BriefLineJson(o.Id.ToString(), texts.Json(o.Words), texts.Json(o.Explanation)))],
            Next = [.. brief.Next.Select(n => new BriefLineJson(n.Id.ToString(), texts.Json(n.Words), texts.Json(n.Explanation)))],
            Matters = [.. brief.Matters.Select(m => new BriefLineJson(m.Id.ToString(), texts.Json(m.Words), texts.Json(m.Explanation)))],
            Timeline = [.. brief.Timeline.Select(e => BriefEventJson.Of(e, texts))],
            People = [.. brief.People.Select(p => BriefPersonJson.From(p, texts))],
        };
    }
}
