namespace Stemma.Model;

/// <summary>The earlier story that a story goes on from: the two are of one storyline, and of two events.</summary>
/// <param name="Earlier">The earlier story.</param>
/// <param name="Explanation">Shared names and words, the gap in time, how alike but for the time.</param>
public sealed record Continuation(StoryId Earlier, Explanation Explanation);
