namespace Stemma.Model;

/// <summary>What a document held.</summary>
/// <param name="Articles">In page order; empty if and only if <paramref name="Failure"/> is set.</param>
/// <param name="Failure">Why there is none.</param>
public sealed record ExtractionResult(IReadOnlyList<Article> Articles, ItemFailure? Failure);
