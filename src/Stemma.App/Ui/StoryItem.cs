namespace Stemma.App.Ui;

/// <summary>Something of a story that has an id.</summary>
/// <param name="Id">In full.</param>
/// <param name="Kind">What it is, for people: "claim".</param>
/// <param name="Thing">The record of the model.</param>
internal sealed record StoryItem(string Id, string Kind, object Thing);
