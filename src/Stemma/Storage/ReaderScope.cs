namespace Stemma.Storage;

/// <summary>Whose marks a question is asked with. Every question that touches marks takes one.</summary>
/// <param name="User">The reader.</param>
public readonly record struct ReaderScope(long User);
