namespace Stemma.Model;

/// <summary>How one account renders an utterance.</summary>
/// <param name="Account">Whose wording.</param>
/// <param name="Parts">The quoted stretches, in text order.</param>
/// <param name="Differing">Stretches of the parts whose words do not stand in the fullest wording; empty for that one.</param>
/// <param name="Setting">Where it was said, as written; null where the account does not say.</param>
/// <param name="Via">Outlet the account has the quote from, where it says so; else null.</param>
public sealed record Wording(
    ArticleId Account,
    IReadOnlyList<TextSpan> Parts,
    IReadOnlyList<TextSpan> Differing,
    string? Setting,
    string? Via);
