using Stemma.Storage;

namespace Stemma.App.Api;

/// <summary>A feed and how it stands.</summary>
internal sealed record FeedJson
{
    public required string Id { get; init; }

    public required string Address { get; init; }

    public required string Title { get; init; }

    public required string Folder { get; init; }

    public string? HomePage { get; init; }

    public required int Unread { get; init; }

    public string? Next { get; init; }

    public double? IntervalMinutes { get; init; }

    public string? IntervalReason { get; init; }

    public string? Ok { get; init; }

    public required int Failures { get; init; }

    public string? Failure { get; init; }

    public static FeedJson Of(FeedRecord feed, int unread) => new()
    {
        Id = feed.Id.ToString(),
        Address = feed.Address.AbsoluteUri,
        Title = feed.Label,
        Folder = feed.Folder,
        HomePage = feed.HomePage?.AbsoluteUri,
        Unread = unread,
        Next = feed.NextAt is { } next ? StoryLineJson.Time(next) : null,
        IntervalMinutes = feed.Interval?.TotalMinutes,
        IntervalReason = feed.IntervalReason,
        Ok = feed.OkAt is { } ok ? StoryLineJson.Time(ok) : null,
        Failures = feed.Failures,
        Failure = feed.Failure,
    };
}
