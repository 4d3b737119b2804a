using Stemma.Model;

namespace Stemma.Storage;

/// <summary>An article with its analysis and the story it was put in.</summary>
/// <param name="Article">Its id is the store's: it stays when the text changes.</param>
/// <param name="Analysis">Of this text.</param>
/// <param name="Assignment">Null where it keeps the story it is in.</param>
public sealed record ReadArticle(Article Article, Analysis Analysis, StoryAssignment? Assignment);
