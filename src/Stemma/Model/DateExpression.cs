namespace Stemma.Model;

/// <summary>Words that name a time, resolved against the day the article was published.</summary>
/// <param name="Span">The words: "Friday", "last month".</param>
/// <param name="From">First day meant.</param>
/// <param name="To">Last day meant; the same as <paramref name="From"/> for one day.</param>
/// <param name="Explanation">How the words were resolved.</param>
public sealed record DateExpression(TextSpan Span, DateOnly From, DateOnly To, Explanation Explanation);
