using Stemma.Model;

namespace Stemma.Storage;

/// <summary>A story of the same storyline as another.</summary>
/// <param name="Story">What lists show of it.</param>
/// <param name="IsLater">Whether it goes on from the other; else the other goes on from it. Over several steps too.</param>
/// <param name="Why">Why it is linked to the next on the way: shared names and words, the gap in time.</param>
public sealed record StorylineStep(StoryLine Story, bool IsLater, Explanation Why);
