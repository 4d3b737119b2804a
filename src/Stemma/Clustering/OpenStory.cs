using Stemma.Model;

namespace Stemma.Clustering;

/// <summary>A story that may still get accounts.</summary>
internal sealed class OpenStory(StoryId id)
{
    private readonly List<OpenArticle> _members = [];

    public StoryId Id { get; } = id;

    /// <summary>Its articles in order of arrival.</summary>
    public IReadOnlyList<OpenArticle> Members => _members;

    /// <summary>The story of accounts that are no longer open, to compare with.</summary>
    public static OpenStory Of(StoryId id, IEnumerable<ClosedArticle> accounts)
    {
        var story = new OpenStory(id);
        foreach (var account in accounts)
        {
            story.Add(new OpenArticle(-1, account.Weighted, account.Seen));
        }
        return story;
    }

    public void Add(OpenArticle article)
    {
        _members.Add(article);
        article.Story = this;
    }

    /// <summary>Lets go of all articles; they must be put in stories anew.</summary>
    public void Clear() => _members.Clear();
}
