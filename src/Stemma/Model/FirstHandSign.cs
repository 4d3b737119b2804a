namespace Stemma.Model;

/// <summary>Words by which an account shows reporting of its own.</summary>
/// <param name="Kind">What the outlet did.</param>
/// <param name="Span">The words: "told Newsweek", "in a phone interview".</param>
/// <param name="Party">Who spoke or was asked, or what was obtained; null where unclear.</param>
/// <param name="Explanation">The rule.</param>
public sealed record FirstHandSign(FirstHandKind Kind, TextSpan Span, string? Party, Explanation Explanation);
