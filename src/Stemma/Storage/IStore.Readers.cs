using Stemma.Model;

namespace Stemma.Storage;

/// <summary>The people who read, what they marked and kept.</summary>
public partial interface IStore
{
    ValueTask<UserRecord?> UserAsync(long user, CancellationToken cancellationToken = default);

    /// <summary>The user of that name, in whatever case.</summary>
    ValueTask<UserRecord?> UserNamedAsync(string name, CancellationToken cancellationToken = default);

    /// <summary>All users, by name.</summary>
    ValueTask<IReadOnlyList<UserRecord>> UsersAsync(CancellationToken cancellationToken = default);

    /// <summary>Adds a user; null where the name is taken.</summary>
    Task<long?> AddUserAsync(string name, string? passwordHash, bool isAdmin, DateTimeOffset at, CancellationToken cancellationToken = default);

    /// <summary>Changes name, password, last visit and settings; false where the name is another's.</summary>
    Task<bool> ChangeUserAsync(UserRecord user, CancellationToken cancellationToken = default);

    /// <summary>Removes a user with all that they marked; the first stays.</summary>
    Task RemoveUserAsync(long user, CancellationToken cancellationToken = default);

    Task AddSessionAsync(long user, ReadOnlyMemory<byte> digest, DateTimeOffset at, DateTimeOffset until, CancellationToken cancellationToken = default);

    /// <summary>Whose session it is; null where there is none, or no more.</summary>
    ValueTask<UserRecord?> SessionUserAsync(ReadOnlyMemory<byte> digest, DateTimeOffset now, CancellationToken cancellationToken = default);

    Task EndSessionAsync(ReadOnlyMemory<byte> digest, CancellationToken cancellationToken = default);

    /// <summary>Ends all sessions of a user: after a change of password.</summary>
    Task EndSessionsAsync(long user, CancellationToken cancellationToken = default);

    /// <summary>Keeps a token under a name; one of the same name goes.</summary>
    Task AddTokenAsync(ReaderScope scope, string name, ReadOnlyMemory<byte> digest, DateTimeOffset at, CancellationToken cancellationToken = default);

    ValueTask<UserRecord?> TokenUserAsync(ReadOnlyMemory<byte> digest, CancellationToken cancellationToken = default);

    /// <summary>The reader's tokens by name, with when each was made.</summary>
    ValueTask<IReadOnlyList<(string Name, DateTimeOffset At)>> TokensAsync(ReaderScope scope, CancellationToken cancellationToken = default);

    Task RemoveTokenAsync(ReaderScope scope, string name, CancellationToken cancellationToken = default);

    /// <summary>The reader's labels by name, with how many articles have each.</summary>
    ValueTask<IReadOnlyList<(string Name, int Articles)>> LabelsAsync(ReaderScope scope, CancellationToken cancellationToken = default);

    /// <summary>The labels that the reader gave an article, by name.</summary>
    ValueTask<IReadOnlyList<string>> LabelsOfAsync(ReaderScope scope, long article, CancellationToken cancellationToken = default);

    Task LabelAsync(ReaderScope scope, long article, string label, bool isOn, CancellationToken cancellationToken = default);

    /// <summary>How the reader stands to stories: <c>follow</c> or <c>mute</c>; the newest mark first.</summary>
    ValueTask<IReadOnlyList<(StoryId Story, string Stand)>> StandsAsync(ReaderScope scope, CancellationToken cancellationToken = default);

    /// <summary>Follows or mutes a story; null takes it back.</summary>
    Task StandAsync(ReaderScope scope, StoryId story, string? stand, DateTimeOffset at, CancellationToken cancellationToken = default);

    /// <summary>The searches that the reader kept, the oldest first.</summary>
    ValueTask<IReadOnlyList<string>> SavedSearchesAsync(ReaderScope scope, CancellationToken cancellationToken = default);

    Task SaveSearchAsync(ReaderScope scope, string query, bool isOn, DateTimeOffset at, CancellationToken cancellationToken = default);

    /// <summary>
    /// Stories with articles that came in on a day (UTC), as they stood at the end of it, those with most outlets then first. What
    /// was not kept at the time is left out, and <see cref="StoryLine.HasJudgements"/> says so.
    /// </summary>
    ValueTask<IReadOnlyList<StoryLine>> StoriesOfDayAsync(DateOnly day, int limit, CancellationToken cancellationToken = default);

    /// <summary>The folders of the feeds by which articles of stories came, each once, by name. Stories that came by none are left out.</summary>
    ValueTask<IReadOnlyList<(StoryId Story, string Folder)>> FoldersAsync(IReadOnlyList<StoryId> stories, CancellationToken cancellationToken = default);

    /// <summary>Stories with two articles or more since a time, and how many; the fastest first.</summary>
    ValueTask<IReadOnlyList<(StoryId Story, int Articles)>> GrowingAsync(DateTimeOffset since, int limit, CancellationToken cancellationToken = default);
}
