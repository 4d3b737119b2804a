namespace Stemma.App.Ui;

/// <summary>A thing that a brief shows, with all that it rests on.</summary>
/// <param name="Id">In full.</param>
/// <param name="Kind">What it is: "claim".</param>
/// <param name="Title">What it says, in one line.</param>
/// <param name="Story">The story it belongs to.</param>
/// <param name="Parts">The judgements behind it, the chief one first.</param>
public sealed record ExplainedItem(string Id, string Kind, string Title, StoryReading Story, IReadOnlyList<ExplainedPart> Parts);
