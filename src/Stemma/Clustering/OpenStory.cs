using Stemma.Model;

namespace Stemma.Clustering;

/// <summary>A story that may still get accounts.</summary>
internal sealed class OpenStory(StoryId id, int number)
{
    private readonly List<OpenArticle> _members = [];

    public StoryId Id { get; } = id;

    /// <summary>The slot of its first article: orders stories by when they were opened.</summary>
    public int Number { get; } = number;

    /// <summary>Its articles in order of arrival.</summary>
    public IReadOnlyList<OpenArticle> Members => _members;

    public void Add(OpenArticle article)
    {
        _members.Add(article);
        article.Story = this;
    }
}
