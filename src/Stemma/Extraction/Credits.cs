namespace Stemma.Extraction;

/// <summary>Who wrote an article, and whose text it is.</summary>
/// <param name="Names">The authors, one person each.</param>
/// <param name="Via">The agency or outlet whose text it is; null for the outlet's own.</param>
internal sealed record Credits(IReadOnlyList<string> Names, string? Via);
