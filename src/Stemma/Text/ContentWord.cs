using Stemma.Model;

namespace Stemma.Text;

/// <summary>A content word and its place.</summary>
/// <param name="Stem">The form to compare by.</param>
/// <param name="Span">Where it stands.</param>
/// <param name="IsCapitalised">Whether it is written with a capital: a name, or the first word of a sentence.</param>
/// <param name="IsNumber">Whether it begins with a digit.</param>
public readonly record struct ContentWord(string Stem, TextSpan Span, bool IsCapitalised, bool IsNumber);
