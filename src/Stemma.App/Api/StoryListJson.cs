namespace Stemma.App.Api;

/// <summary>Stories, the newest first.</summary>
/// <param name="Stories">The stories.</param>
/// <param name="Until">Ask with this for those before; null at the end.</param>
internal sealed record StoryListJson(IReadOnlyList<StoryLineJson> Stories, string? Until);
