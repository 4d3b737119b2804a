using Stemma.Model;

namespace Stemma.Storage;

/// <summary>The filters of readers and what they have caught.</summary>
public partial interface IStore
{
    /// <summary>The reader's filters, the oldest first, with how many articles each has caught.</summary>
    ValueTask<IReadOnlyList<FilterRule>> FiltersAsync(ReaderScope scope, CancellationToken cancellationToken = default);

    /// <summary>Adds a filter for articles that come from now on; gives its number.</summary>
    Task<long> AddFilterAsync(
        ReaderScope scope, string query, FilterAct act, string? label, DateTimeOffset at, CancellationToken cancellationToken = default);

    /// <summary>Lets a filter of the reader look at all articles that are there; what it has caught before is not done again.</summary>
    Task ApplyFilterAsync(ReaderScope scope, long filter, CancellationToken cancellationToken = default);

    /// <summary>Removes a filter of the reader. What it hid is shown again; stars and labels stay.</summary>
    Task RemoveFilterAsync(ReaderScope scope, long filter, CancellationToken cancellationToken = default);

    /// <summary>Filters of all readers that have not looked at every article, with how many are left for each.</summary>
    ValueTask<IReadOnlyList<FilterRule>> FiltersBehindAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Lets a filter look at the next articles, at most so many, and does what it is for with those that its search finds; in one
    /// piece with noting how far it has looked. A filter that was changed meanwhile is left alone. Gives how many it caught.
    /// </summary>
    /// <param name="filter">As given by <see cref="FiltersBehindAsync"/>.</param>
    /// <param name="query">Its search, read.</param>
    /// <param name="atMost">Most articles looked at.</param>
    /// <param name="now">When what it stars is starred.</param>
    Task<int> RunFilterAsync(FilterRule filter, SearchQuery query, int atMost, DateTimeOffset now, CancellationToken cancellationToken = default);

    /// <summary>Which of the reader's filters have caught these articles, by place in the order of arrival and filter.</summary>
    ValueTask<IReadOnlyList<(long Seq, FilterRule Filter)>> CaughtAsync(
        ReaderScope scope, IReadOnlyList<long> articles, CancellationToken cancellationToken = default);

    /// <summary>Which of these stories the reader's filters hide: those all of whose articles are hidden, by id. One look-up an article.</summary>
    ValueTask<IReadOnlySet<StoryId>> HiddenStoriesAsync(
        ReaderScope scope, IReadOnlyList<StoryId> stories, CancellationToken cancellationToken = default);

    /// <summary>How many articles the reader's filters hide, by feed; those of no feed under the default id.</summary>
    ValueTask<IReadOnlyDictionary<FeedId, int>> HiddenAsync(ReaderScope scope, bool onlyUnread, CancellationToken cancellationToken = default);
}
