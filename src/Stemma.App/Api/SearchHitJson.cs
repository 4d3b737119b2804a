using Stemma.App.Json;

namespace Stemma.App.Api;

/// <summary>An article that was found.</summary>
/// <param name="Article">The article.</param>
/// <param name="Snippet">A stretch of its text, verbatim, white space folded.</param>
/// <param name="Marks">Where the words searched for stand in it: half-open UTF-16 offsets.</param>
internal sealed record SearchHitJson(ArticleLineJson Article, string Snippet, IReadOnlyList<ExtractedSpan> Marks);
