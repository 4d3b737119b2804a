using Stemma.Model;

namespace Stemma.App.Json;

/// <summary>An account: its article without the text, and where it comes from.</summary>
internal sealed record BriefAccountJson
{
    public required string Id { get; init; }

    public required string? Url { get; init; }

    public required string Source { get; init; }

    public required string? Outlet { get; init; }

    public required string Title { get; init; }

    public required string? Standfirst { get; init; }

    public required IReadOnlyList<string> Bylines { get; init; }

    public required string? Published { get; init; }

    public required string? Updated { get; init; }

    public required string Lang { get; init; }

    public required string? Dateline { get; init; }

    public required string? Section { get; init; }

    public required string? Via { get; init; }

    public required string Kind { get; init; }

    public required bool Paywalled { get; init; }

    public required string FirstHand { get; init; }

    public required IReadOnlyList<string> Roots { get; init; }

    public required BriefExplanationJson? Origin { get; init; }

    public required BriefExplanationJson Assignment { get; init; }

    public required IReadOnlyList<BriefVersionJson> Versions { get; init; }

    public static BriefAccountJson From(Account account, Lineage lineage, BriefTexts texts)
    {
        var article = account.Article;
        var origin = lineage.Origins.FirstOrDefault(o => o.Account == account.Id);
        return new BriefAccountJson
        {
            Id = account.Id.ToString(),
            Url = article.Url?.AbsoluteUri,
            Source = article.Source,
            Outlet = article.Outlet,
            Title = article.Title,
            Standfirst = article.Standfirst,
            Bylines = article.Bylines,
            Published = article.Published?.ToString(),
            Updated = article.Updated?.ToString(),
            Lang = article.Language,
            Dateline = article.Dateline,
            Section = article.Section,
            Via = article.Via,
            // With a hyphen, as `stemma extract` writes it.
            Kind = BriefTexts.Name(article.Kind).Replace('_', '-'),
            Paywalled = article.IsPaywalled,
            FirstHand = BriefTexts.Name(origin?.FirstHand ?? Model.FirstHand.Unclear),
            Roots = [.. (origin?.RootNodes ?? []).Select(r => lineage.Nodes[r].Name)],
            Origin = origin is null ? null : texts.Json(origin.Explanation),
            Assignment = texts.Json(account.Assignment),
            Versions = [.. account.EarlierVersions.Select(BriefVersionJson.From)],
        };
    }
}

/// <summary>An earlier version of an account's article.</summary>
internal sealed record BriefVersionJson(string Id, string Source, string Title, string? Published, string? Updated)
{
    public static BriefVersionJson From(Article version) => new(
        version.Id.ToString(), version.Source, version.Title, version.Published?.ToString(), version.Updated?.ToString());
}
