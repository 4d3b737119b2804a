using Stemma.Model;

namespace Stemma.Storage;

/// <summary>An article as a line of a list.</summary>
public sealed record ArticleLine
{
    /// <summary>Its place in the order of arrival.</summary>
    public required long Seq { get; init; }

    public required ArticleId Id { get; init; }

    public Uri? Url { get; init; }

    public string? Outlet { get; init; }

    public string Title { get; init; } = "";

    public string? Author { get; init; }

    /// <summary>How it begins.</summary>
    public string Excerpt { get; init; } = "";

    public string Language { get; init; } = "und";

    public int Words { get; init; }

    public Moment? Published { get; init; }

    public required DateTimeOffset TakenAt { get; init; }

    public FeedId? Feed { get; init; }

    public ArticleState State { get; init; }

    /// <summary>What went wrong, in words.</summary>
    public string? Failure { get; init; }

    public StoryId? Story { get; init; }

    /// <summary>Whether the reader who asked has read it.</summary>
    public bool IsRead { get; init; }

    public bool IsStarred { get; init; }
}
