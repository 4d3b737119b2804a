using Stemma.Model;

namespace Stemma.Storage;

/// <summary>An account of a closed story, kept so that the story can be taken up again.</summary>
/// <param name="Article">The account.</param>
/// <param name="Story">The story it is in now.</param>
/// <param name="Seen">The stream's clock when it came in.</param>
/// <param name="Terms">What it is found by.</param>
/// <param name="Content">What it is compared by, as the clusterer writes it.</param>
public sealed record ArchivedArticle(
    ArticleId Article, StoryId Story, DateTimeOffset Seen, IReadOnlyList<uint> Terms, ReadOnlyMemory<byte> Content);
