using Stemma.Model;

namespace Stemma.App.Json;

/// <summary>A claim with its status and support.</summary>
internal sealed record BriefClaimJson(
    string Id,
    string Status,
    bool IsTheNews,
    IReadOnlyList<string> Roots,
    BriefEvidenceJson Words,
    IReadOnlyList<BriefSupportJson> Supports,
    BriefExplanationJson Explanation)
{
    public static BriefClaimJson From(Claim claim, BriefTexts texts) => new(
        claim.Id.ToString(),
        BriefTexts.Name(claim.Status),
        claim.IsTheNews,
        claim.Roots,
        texts.Json(claim.Words),
        [.. claim.Supports.Select(s => new BriefSupportJson(
            texts.Json(s.Words), BriefTexts.Name(s.Status), s.IsHedged, s.OnWordOf, texts.Json(s.Explanation)))],
        texts.Json(claim.Explanation));
}

/// <summary>One account's sentence for a claim.</summary>
internal sealed record BriefSupportJson(
    BriefEvidenceJson Words, string Status, bool IsHedged, IReadOnlyList<string> OnWordOf, BriefExplanationJson Explanation);

/// <summary>A party's stand.</summary>
internal sealed record BriefStatementJson(
    string Id, string Kind, string? Party, IReadOnlyList<BriefEvidenceJson> Words, IReadOnlyList<string> AskedBy, BriefExplanationJson Explanation)
{
    public static BriefStatementJson From(Statement statement, BriefTexts texts) => new(
        statement.Id.ToString(),
        BriefTexts.Name(statement.Kind),
        statement.Party,
        texts.Json(statement.Words),
        statement.AskedBy,
        texts.Json(statement.Explanation));
}
