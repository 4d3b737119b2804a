namespace Stemma.App.Api;

/// <summary>Articles, the newest first.</summary>
/// <param name="Articles">The articles.</param>
/// <param name="Before">Ask with this for the next ones; null at the end.</param>
internal sealed record ArticleListJson(IReadOnlyList<ArticleLineJson> Articles, long? Before);
