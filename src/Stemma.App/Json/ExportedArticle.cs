using Stemma.Model;

namespace Stemma.App.Json;

/// <summary>
/// An article as <c>stemma export</c> writes it: what <c>analyze</c>, <c>cluster</c>, <c>reuse</c> and <c>import</c> read, and its story.
/// </summary>
internal sealed record ExportedArticle(
    string Id, string? Url, string? Outlet, string Lang, string? Published, string? Updated, string Title, string Text, string? Story)
{
    public static ExportedArticle From(Article article, StoryId? story) => new(
        article.Id.ToString(), article.Url?.AbsoluteUri, article.Outlet, article.Language, article.Published?.ToString(),
        article.Updated?.ToString(), article.Title, article.Text, story?.ToString());
}
