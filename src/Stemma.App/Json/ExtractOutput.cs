using System.Text.Json.Serialization;
using Stemma.Model;

namespace Stemma.App.Json;

/// <summary>An article as <c>stemma extract</c> writes it: one object a line.</summary>
internal sealed record ExtractOutput
{
    public required string Id { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Source { get; init; }

    public string? Url { get; init; }

    public string? Outlet { get; init; }

    public string? Title { get; init; }

    public string? Standfirst { get; init; }

    public IReadOnlyList<string> Bylines { get; init; } = [];

    /// <summary>ISO 8601; a day alone where the page tells no time.</summary>
    public string? Published { get; init; }

    public string? Updated { get; init; }

    public string? Lang { get; init; }

    public string? Dateline { get; init; }

    public string? Section { get; init; }

    public string? Via { get; init; }

    /// <summary>news, opinion, live, round-up, video, paid-content.</summary>
    public string? Kind { get; init; }

    /// <summary>Whether the page says that only subscribers may read all of it.</summary>
    public bool Paywalled { get; init; }

    public required string Text { get; init; }

    /// <summary>Half-open UTF-16 offsets into <see cref="Text"/>.</summary>
    public IReadOnlyList<ExtractedSpan> Paragraphs { get; init; } = [];

    public IReadOnlyList<ExtractedImage> Images { get; init; } = [];

    public IReadOnlyList<ExtractedDrop> Dropped { get; init; } = [];

    /// <summary>The article as it is written out.</summary>
    /// <param name="article">The article.</param>
    /// <param name="id">The caller's id for its page; null for the article's own.</param>
    public static ExtractOutput Of(Article article, string? id) => new()
    {
        Id = id ?? article.Id.ToString(),
        Source = id is null ? article.Source : null,
        Url = article.Url?.AbsoluteUri,
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
        Kind = NameOf(article.Kind),
        Paywalled = article.IsPaywalled,
        Text = article.Text,
        Paragraphs = [.. article.Paragraphs.Select(p => new ExtractedSpan(p.Start, p.End))],
        Images = [.. article.Images.Select(i => new ExtractedImage(i.Url?.AbsoluteUri, i.Caption, i.Credit))],
        Dropped = [.. article.Dropped.Select(d => new ExtractedDrop(d.Kind, d.Text) { Why = d.Why?.Text })],
    };

    private static string NameOf(ArticleKind kind) => kind switch
    {
        ArticleKind.RoundUp => "round-up",
        ArticleKind.PaidContent => "paid-content",
        _ => kind.ToString().ToLowerInvariant(),
    };
}
