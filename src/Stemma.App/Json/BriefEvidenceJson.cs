namespace Stemma.App.Json;

/// <summary>Words of one article: which, where, and the words themselves.</summary>
internal sealed record BriefEvidenceJson(string Article, int Start, int End, string Text);

/// <summary>Words of an article that is named beside it.</summary>
internal sealed record BriefSpanJson(int Start, int End, string Text);

/// <summary>Why something is said.</summary>
internal sealed record BriefExplanationJson(string Rule, string Text, double? Figure, IReadOnlyList<BriefEvidenceJson> Evidence);

/// <summary>One verbatim line.</summary>
internal sealed record BriefLineJson(string Id, BriefEvidenceJson Words, BriefExplanationJson Explanation);
