namespace Stemma.Model;

/// <summary>One account's sentence for a claim.</summary>
/// <param name="Words">The sentence.</param>
/// <param name="Status">How this account puts it.</param>
/// <param name="IsHedged">Whether it holds it open: "may", "reportedly".</param>
/// <param name="OnWordOf">Names of those on whose word the account has it; empty for its own word.</param>
/// <param name="Explanation">The words that lay it to them.</param>
public sealed record ClaimSupport(
    Evidence Words,
    ClaimStatus Status,
    bool IsHedged,
    IReadOnlyList<string> OnWordOf,
    Explanation Explanation);
