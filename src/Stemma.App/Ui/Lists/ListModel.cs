using Stemma.Storage;

namespace Stemma.App.Ui.Lists;

/// <summary>A list of articles with what stands beside it.</summary>
public sealed record ListModel
{
    public required ArticleFilter Filter { get; init; }

    public IReadOnlyList<ArticleLine> Articles { get; init; } = [];

    public IReadOnlyList<FeedRecord> Feeds { get; init; } = [];

    public IReadOnlyDictionary<FeedId, int> Unread { get; init; } = new Dictionary<FeedId, int>();

    public IReadOnlyList<(string Name, int Articles)> Labels { get; init; } = [];

    /// <summary>Which of the reader's filters have caught an article of the list, by its place in the order of arrival.</summary>
    public ILookup<long, FilterRule> Caught { get; init; } = Array.Empty<FilterRule>().ToLookup(static _ => 0L);

    /// <summary>How many articles of this list the reader's filters leave out.</summary>
    public int Hidden { get; init; }

    public IReadOnlyList<string> Searches { get; init; } = [];

    /// <summary>The query of this list's address without the place to go on from.</summary>
    public string Address { get; init; } = "";

    public bool HasMore { get; init; }

    public string? Name => Filter.OnlyStarred ? null : Filter.Label ?? (Filter.Feed is { } feed ? Feeds.FirstOrDefault(f => f.Id == feed)?.Label : Filter.Folder);
}
