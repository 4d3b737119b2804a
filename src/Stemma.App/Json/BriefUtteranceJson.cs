using Stemma.Model;

namespace Stemma.App.Json;

/// <summary>What was said, in its several wordings.</summary>
internal sealed record BriefUtteranceJson(
    string Id, string Speaker, IReadOnlyList<BriefWordingJson> Wordings, BriefExplanationJson Explanation)
{
    public static BriefUtteranceJson From(Utterance utterance, BriefTexts texts) => new(
        utterance.Id.ToString(),
        utterance.Speaker,
        [.. utterance.Wordings.Select(w => new BriefWordingJson(
            w.Account.ToString(),
            [.. w.Parts.Select(p => texts.Json(w.Account, p))],
            [.. w.Differing.Select(d => texts.Json(w.Account, d))],
            w.Setting,
            w.Via))],
        texts.Json(utterance.Explanation));
}

/// <summary>How one account renders it.</summary>
internal sealed record BriefWordingJson(
    string Account, IReadOnlyList<BriefSpanJson> Parts, IReadOnlyList<BriefSpanJson> Differing, string? Setting, string? Via);

/// <summary>Something about which accounts do not agree.</summary>
internal sealed record BriefDifferenceJson(
    string Id, string Kind, bool Outright, bool Changed, IReadOnlyList<BriefSideJson> Sides, BriefExplanationJson Explanation)
{
    public static BriefDifferenceJson From(Difference difference, BriefTexts texts) => new(
        difference.Id.ToString(),
        BriefTexts.Name(difference.Kind),
        difference.IsOutright,
        difference.HasChanged,
        [.. difference.Sides.Select(s => new BriefSideJson(s.Value, texts.Json(s.Words), texts.Json(s.Sentences)))],
        texts.Json(difference.Explanation));
}

/// <summary>One value of a difference, with the telling words and, one for one, their sentences.</summary>
internal sealed record BriefSideJson(string Value, IReadOnlyList<BriefEvidenceJson> Words, IReadOnlyList<BriefEvidenceJson> Sentences);
