using Stemma.Storage;

namespace Stemma.App.Json;

/// <summary>An article that was found, as <c>stemma search --json</c> and the API give it.</summary>
internal sealed record FoundArticleJson(
    string Id, string? Story, string? Url, string? Outlet, string Title, string? Published, string Lang, string Snippet, IReadOnlyList<ExtractedSpan> Marks)
{
    public static FoundArticleJson From(SearchHit hit) => new(
        hit.Line.Id.ToString(), hit.Line.Story?.ToString(), hit.Line.Url?.AbsoluteUri, hit.Line.Outlet, hit.Line.Title,
        hit.Line.Published?.ToString(), hit.Line.Language, hit.Snippet, [.. hit.Marks.Select(static m => new ExtractedSpan(m.Start, m.End))]);
}
