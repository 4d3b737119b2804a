namespace Stemma.Clustering;

/// <summary>An article that a second look put in another story.</summary>
/// <param name="Article">The article.</param>
/// <param name="From">Where it was.</param>
/// <param name="To">Where it is now.</param>
/// <param name="Rival">The article that is a counterpart rather than it, or of it, where that told against its old story.</param>
internal readonly record struct StoryMove(OpenArticle Article, OpenStory From, OpenStory To, OpenArticle? Rival = null);
