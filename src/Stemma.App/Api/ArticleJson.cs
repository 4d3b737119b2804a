using Stemma.App.Json;
using Stemma.Storage;

namespace Stemma.App.Api;

/// <summary>All that is kept of an article.</summary>
internal sealed record ArticleJson
{
    public required ArticleLineJson Line { get; init; }

    /// <summary>As <c>stemma extract</c> gives it; null until it is read.</summary>
    public ExtractOutput? Article { get; init; }

    /// <summary>As <c>stemma analyze</c> gives it.</summary>
    public AnalysisOutput? Analysis { get; init; }

    /// <summary>Earlier texts, oldest first.</summary>
    public IReadOnlyList<ExtractOutput> Versions { get; init; } = [];

    public static ArticleJson Of(StoredArticle stored) => new()
    {
        Line = ArticleLineJson.Of(stored.Line),
        Article = stored.Article is { } article ? ExtractOutput.Of(article, null) : null,
        Analysis = stored is { Article: { } text, Analysis: { } analysis } ? AnalysisOutput.Of(text.Id.ToString(), text, analysis, explain: true) : null,
        Versions = [.. stored.Versions.Select(static v => ExtractOutput.Of(v.Article, null))],
    };
}
