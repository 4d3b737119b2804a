using Stemma.Model;

namespace Stemma.Storage;

/// <summary>
/// Where everything is kept. A seam: SQLite now, a shared database for many workers later; so it speaks of what is to be kept
/// and asked, not of tables. Tasks are answered when what they write is safe from a crash. Questions that touch a reader's marks
/// take a <see cref="ReaderScope"/>.
/// </summary>
public partial interface IStore : IAsyncDisposable
{
    /// <summary>Adds a feed; false where it is there already.</summary>
    Task<bool> AddFeedAsync(FeedRecord feed, CancellationToken cancellationToken = default);

    /// <summary>Changes what the user decides of a feed: name, folder, page policy, when it is asked next, its address.</summary>
    Task ChangeFeedAsync(FeedRecord feed, CancellationToken cancellationToken = default);

    /// <summary>Removes a feed; its articles stay.</summary>
    Task RemoveFeedAsync(FeedId feed, CancellationToken cancellationToken = default);

    /// <summary>All feeds, by folder and name.</summary>
    ValueTask<IReadOnlyList<FeedRecord>> FeedsAsync(CancellationToken cancellationToken = default);

    ValueTask<FeedRecord?> FeedAsync(FeedId feed, CancellationToken cancellationToken = default);

    /// <summary>Feeds to be asked now, the longest due first.</summary>
    ValueTask<IReadOnlyList<FeedRecord>> FeedsDueAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken = default);

    /// <summary>What came of asking a feed lately, the newest first.</summary>
    ValueTask<IReadOnlyList<FeedFetchLine>> FetchesAsync(FeedId feed, CancellationToken cancellationToken = default);

    /// <summary>When the newest entries of a feed were published, or else taken in.</summary>
    ValueTask<IReadOnlyList<DateTimeOffset>> EntryTimesAsync(FeedId feed, CancellationToken cancellationToken = default);

    /// <summary>Keeps what came of asking a feed, its entries with it.</summary>
    Task<Accepted> RecordFetchAsync(FeedFetch fetch, CancellationToken cancellationToken = default);

    /// <summary>Accepts articles: from the answer on they are never lost and never there twice.</summary>
    Task<Accepted> AcceptAsync(IReadOnlyList<Submission> submissions, DateTimeOffset now, CancellationToken cancellationToken = default);

    /// <summary>Pages to be fetched now, the longest due first.</summary>
    ValueTask<IReadOnlyList<PageTask>> PagesDueAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken = default);

    /// <summary>
    /// Pages to be looked at again for changes, the longest due first: of articles in stories of several accounts, some hours and a
    /// day after they came.
    /// </summary>
    ValueTask<IReadOnlyList<PageTask>> PagesToRevisitAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken = default);

    /// <summary>Keeps a page's bytes with their validators; its article awaits reading. Bytes kept already change nothing.</summary>
    Task SavePageAsync(
        ArticleId article, FetchedDocument page, string? eTag, string? lastModified, CancellationToken cancellationToken = default);

    /// <summary>Notes that a page was looked at again, and when next; null: not again.</summary>
    Task NoteRevisitAsync(ArticleId article, DateTimeOffset? again, CancellationToken cancellationToken = default);

    /// <summary>Notes that a page could not be had, and when to try again; null: not again, what the feed said is read instead.</summary>
    Task SavePageFailureAsync(ArticleId article, string failure, DateTimeOffset? again, CancellationToken cancellationToken = default);

    /// <summary>Articles that await reading, in order of arrival, after one of them.</summary>
    ValueTask<IReadOnlyList<ReadTask>> ToReadAsync(long after, int limit, CancellationToken cancellationToken = default);

    /// <summary>
    /// Keeps what came of reading articles, and the articles that changed their story meanwhile, in one piece. Gives the last turn:
    /// how many articles have been put in stories.
    /// </summary>
    Task<long> SaveReadingsAsync(
        IReadOnlyList<Reading> readings, IReadOnlyList<StoryAssignment> moved, DateTimeOffset now, CancellationToken cancellationToken = default);

    /// <summary>Stories whose brief is behind their accounts, with the revision to be briefed.</summary>
    ValueTask<IReadOnlyList<(StoryId Story, long Revision)>> StoriesToBriefAsync(int limit, CancellationToken cancellationToken = default);

    /// <summary>A story with its accounts; null where there is none.</summary>
    ValueTask<Story?> StoryAsync(StoryId story, CancellationToken cancellationToken = default);

    /// <summary>Keeps a brief and what lists show of it, unless a later revision was briefed meanwhile.</summary>
    Task SaveBriefAsync(StoryBrief brief, long revision, CancellationToken cancellationToken = default);

    /// <summary>Notes that a story cannot be briefed at this revision; it is tried again when its accounts change.</summary>
    Task SkipBriefAsync(StoryId story, long revision, CancellationToken cancellationToken = default);

    /// <summary>The brief of a story, or of the one it was merged into.</summary>
    ValueTask<StoryBrief?> BriefAsync(StoryId story, CancellationToken cancellationToken = default);

    ValueTask<StoryLine?> StoryLineAsync(StoryId story, CancellationToken cancellationToken = default);

    /// <summary>Stories whose last article came in <c>(since, until]</c>, the newest first.</summary>
    ValueTask<IReadOnlyList<StoryLine>> StoriesSinceAsync(
        DateTimeOffset since, DateTimeOffset until, int limit, CancellationToken cancellationToken = default);

    /// <summary>The story an id stands for now: itself, or the one it was merged into; null where there is none.</summary>
    ValueTask<StoryId?> ResolveAsync(StoryId story, CancellationToken cancellationToken = default);

    /// <summary>An article with all that is kept of it; null where there is none.</summary>
    ValueTask<StoredArticle?> ArticleAsync(ArticleId article, ReaderScope scope, CancellationToken cancellationToken = default);

    /// <summary>Articles that were read, with their stories, in order of arrival after one of them.</summary>
    ValueTask<IReadOnlyList<(long Seq, Article Article, StoryId? Story)>> TextsAfterAsync(
        long after, int limit, CancellationToken cancellationToken = default);

    /// <summary>A list of articles, the newest first.</summary>
    ValueTask<IReadOnlyList<ArticleLine>> ArticlesAsync(ArticleFilter filter, ReaderScope scope, CancellationToken cancellationToken = default);

    /// <summary>Unread articles of each feed.</summary>
    ValueTask<IReadOnlyDictionary<FeedId, int>> UnreadAsync(ReaderScope scope, CancellationToken cancellationToken = default);

    /// <summary>Marks articles, by their place in the order of arrival, as read or unread.</summary>
    Task MarkReadAsync(ReaderScope scope, IReadOnlyList<long> articles, bool isRead, CancellationToken cancellationToken = default);

    /// <summary>Stars an article; null takes the star away.</summary>
    Task StarAsync(ReaderScope scope, long article, DateTimeOffset? at, CancellationToken cancellationToken = default);

    /// <summary>Marks all articles of a feed, or of all feeds, as read up to one in the order of arrival.</summary>
    Task MarkAllReadAsync(ReaderScope scope, FeedId? feed, long upTo, CancellationToken cancellationToken = default);

    /// <summary>Articles that match, best or newest first.</summary>
    ValueTask<SearchResult> SearchAsync(SearchQuery query, CancellationToken cancellationToken = default);

    /// <summary>Keeps what a step remembers, and how far in the order of putting articles in stories it had come.</summary>
    Task RememberAsync(string name, long atTurn, ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default);

    ValueTask<(long AtTurn, byte[] Content)?> RecallAsync(string name, CancellationToken cancellationToken = default);

    /// <summary>
    /// Articles put in stories after a turn, of those taken in since a time, in the order in which that was decided; with the
    /// stories they are in now, and their turns.
    /// </summary>
    ValueTask<IReadOnlyList<(long Turn, Article Article, StoryAssignment Assignment)>> AssignedAfterAsync(
        long turn, DateTimeOffset since, int limit, CancellationToken cancellationToken = default);

    /// <summary>Keeps a person's word that two articles belong together or apart.</summary>
    Task CorrectAsync(ArticleId a, ArticleId b, bool together, long? user, DateTimeOffset at, CancellationToken cancellationToken = default);

    /// <summary>All corrections, the oldest first.</summary>
    ValueTask<IReadOnlyList<(ArticleId A, ArticleId B, bool Together)>> CorrectionsAsync(CancellationToken cancellationToken = default);

    /// <summary>Whether an article of that id was accepted.</summary>
    ValueTask<bool> HasAsync(ArticleId article, CancellationToken cancellationToken = default);

    /// <summary>
    /// Lets go of the bytes of pages fetched before a time whose text was read, at most so many; texts and versions stay. Gives how
    /// many.
    /// </summary>
    Task<int> ReleaseBytesAsync(DateTimeOffset before, int limit, CancellationToken cancellationToken = default);

    ValueTask<StoreCounts> CountsAsync(CancellationToken cancellationToken = default);

    ValueTask<StoreHealth> HealthAsync(CancellationToken cancellationToken = default);

    /// <summary>Writes a copy as of one moment while others go on; an old copy stays until the new one is whole.</summary>
    Task BackUpAsync(string path, CancellationToken cancellationToken = default);
}
