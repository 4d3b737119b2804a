namespace Stemma.Storage;

/// <summary>
/// Which articles a list holds, the newest first. Of the members that choose a list the first that is set counts, in the order
/// they stand here.
/// </summary>
public sealed record ArticleFilter
{
    public bool OnlyStarred { get; init; }

    public string? Label { get; init; }

    public FeedId? Feed { get; init; }

    public string? Folder { get; init; }

    public string? Outlet { get; init; }

    public string? Speaker { get; init; }

    /// <summary>Those that could not be read.</summary>
    public bool OnlyFailed { get; init; }

    /// <summary>Of all, of a feed or of a folder: those that the reader's filters hide, and no others; else those are left out.</summary>
    public bool OnlyHidden { get; init; }

    /// <summary>Of all, of a feed or of a folder: those not read yet.</summary>
    public bool OnlyUnread { get; init; }

    /// <summary>Those that came before this place in the order of arrival: the last of the page before.</summary>
    public long Before { get; init; } = long.MaxValue;

    public int Limit { get; init; } = 50;
}
