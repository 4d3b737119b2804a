using Stemma.Model;

namespace Stemma.Storage;

/// <summary>An article that was found.</summary>
/// <param name="Line">The article.</param>
/// <param name="Snippet">A stretch of its text around the words searched for, verbatim; white space folded.</param>
/// <param name="Marks">Where those words stand in <paramref name="Snippet"/>, in UTF-16 code units.</param>
public sealed record SearchHit(ArticleLine Line, string Snippet, IReadOnlyList<TextSpan> Marks);
