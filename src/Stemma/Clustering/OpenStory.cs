using Stemma.Model;

namespace Stemma.Clustering;

/// <summary>A story that may still get accounts.</summary>
internal sealed class OpenStory(StoryId id, int number)
{
    private readonly List<WeightedArticle> _members = [];

    public StoryId Id { get; } = id;

    /// <summary>Counts stories in the order they were opened.</summary>
    public int Number { get; } = number;

    public IReadOnlyList<WeightedArticle> Members => _members;

    public SparseVector Body { get; private set; } = SparseVector.Empty;

    public SparseVector Names { get; private set; } = SparseVector.Empty;

    public SparseVector Title { get; private set; } = SparseVector.Empty;

    /// <summary>Lengths of the three sums.</summary>
    public (float Body, float Names, float Title) Lengths { get; private set; }

    /// <summary>Time of the earliest account that tells its time.</summary>
    public DateTimeOffset? First { get; private set; }

    /// <summary>Time of the latest account that tells its time.</summary>
    public DateTimeOffset? Last { get; private set; }

    /// <summary>When the latest account came in, by the stream's clock: it decides when the story is closed.</summary>
    public DateTimeOffset LastSeen { get; private set; }

    public void Add(WeightedArticle article, DateTimeOffset clock, int storyTerms)
    {
        _members.Add(article);
        Body = Body.Plus(article.Body, storyTerms);
        Names = Names.Plus(article.Names, storyTerms);
        Title = Title.Plus(article.Title, storyTerms);
        Lengths = (Body.Length(), Names.Length(), Title.Length());
        if (article.Features.Time is { } time)
        {
            First = First is { } first && first <= time ? first : time;
            Last = Last is { } last && last >= time ? last : time;
        }
        LastSeen = clock;
    }
}
