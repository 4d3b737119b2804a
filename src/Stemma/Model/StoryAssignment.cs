namespace Stemma.Model;

/// <summary>The story an article was put in, and why.</summary>
/// <param name="Article">The article.</param>
/// <param name="Story">Its story.</param>
/// <param name="VersionOf">The article this is a later version of; null for an account of its own.</param>
/// <param name="Explanation">Shared names and terms, time gap, score, runner-up.</param>
public sealed record StoryAssignment(ArticleId Article, StoryId Story, ArticleId? VersionOf, Explanation Explanation)
{
    /// <summary>The earlier story that its story goes on from; null if none was found.</summary>
    public Continuation? Continues { get; init; }
}
