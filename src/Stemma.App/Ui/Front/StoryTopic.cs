namespace Stemma.App.Ui.Front;

/// <summary>What a story is about, broadly.</summary>
/// <param name="Topic">One of a few names that stay; null where nothing tells.</param>
/// <param name="Folders">The folders of the feeds it came by.</param>
/// <param name="Reason">Why that topic; null where there is none.</param>
public sealed record StoryTopic(string? Topic, IReadOnlyList<string> Folders, Stemma.Model.Explanation? Reason);
