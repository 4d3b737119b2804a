namespace Stemma.Clustering;

/// <summary>An article that a second look put in another story.</summary>
internal readonly record struct StoryMove(OpenArticle Article, OpenStory From, OpenStory To);
