namespace Stemma.Storage;

/// <summary>What a query asks of where articles come from.</summary>
/// <param name="Any">Alternatives, of which one must hold.</param>
/// <param name="IsNot">Whether none may hold instead.</param>
public sealed record SearchSources(IReadOnlyList<SearchSource> Any, bool IsNot);
