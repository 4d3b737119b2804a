using Stemma.Storage;

namespace Stemma.App.Api;

/// <summary>An article as a line of a list, with the reader's marks.</summary>
internal sealed record ArticleLineJson
{
    public required string Id { get; init; }

    /// <summary>Its place in the order of arrival.</summary>
    public required long Seq { get; init; }

    public string? Url { get; init; }

    public string? Outlet { get; init; }

    public required string Title { get; init; }

    public string? Author { get; init; }

    public required string Excerpt { get; init; }

    public required string Lang { get; init; }

    public required int Words { get; init; }

    public string? Published { get; init; }

    public required string Taken { get; init; }

    public string? Feed { get; init; }

    public string? Story { get; init; }

    public required bool Read { get; init; }

    public required bool Starred { get; init; }

    /// <summary>Why it could not be read, in words.</summary>
    public string? Failure { get; init; }

    public static ArticleLineJson Of(ArticleLine line) => new()
    {
        Id = line.Id.ToString(),
        Seq = line.Seq,
        Url = line.Url?.AbsoluteUri,
        Outlet = line.Outlet,
        Title = line.Title,
        Author = line.Author,
        Excerpt = line.Excerpt,
        Lang = line.Language,
        Words = line.Words,
        Published = line.Published?.ToString(),
        Taken = StoryLineJson.Time(line.TakenAt),
        Feed = line.Feed?.ToString(),
        Story = line.Story?.ToString(),
        Read = line.IsRead,
        Starred = line.IsStarred,
        Failure = line.Failure,
    };
}
