namespace Stemma.Model;

/// <summary>One value of a difference.</summary>
/// <param name="Value">The value, normalised for comparing: <c>14</c>, <c>2026-03-04</c>, <c>foreign terrorist organisation</c>.</param>
/// <param name="Words">The telling words of each account that gives it.</param>
/// <param name="Sentences">The sentences they stand in, one for one.</param>
public sealed record DifferenceSide(string Value, IReadOnlyList<Evidence> Words, IReadOnlyList<Evidence> Sentences);
