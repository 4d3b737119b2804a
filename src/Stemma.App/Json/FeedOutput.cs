using Stemma.Fetching;

namespace Stemma.App.Json;

/// <summary>A feed as <c>stemma parse-feed</c> writes it: one object a line, its entries in it.</summary>
internal sealed record FeedOutput
{
    public required string Source { get; init; }

    public string? Url { get; init; }

    /// <summary>rss20, atom10, json11 …; null where the document is no feed.</summary>
    public string? Format { get; init; }

    public string? Charset { get; init; }

    public bool WellFormed { get; init; }

    public IReadOnlyList<FeedFaultOutput> Faults { get; init; } = [];

    /// <summary>Why there is no feed; null where there is one.</summary>
    public string? Failure { get; init; }

    /// <summary>Feeds that a page names which is none itself.</summary>
    public IReadOnlyList<FeedLinkOutput> NamedFeeds { get; init; } = [];

    public string? Id { get; init; }

    /// <summary>As plain text.</summary>
    public string? Title { get; init; }

    public FeedTextOutput? TitleDetail { get; init; }

    /// <summary>As plain text.</summary>
    public string? Subtitle { get; init; }

    public FeedTextOutput? SubtitleDetail { get; init; }

    public string? Link { get; init; }

    public string? SelfUrl { get; init; }

    public IReadOnlyList<string> Hubs { get; init; } = [];

    public string? NewUrl { get; init; }

    public IReadOnlyList<FeedLinkOutput> Links { get; init; } = [];

    public string? Lang { get; init; }

    public string? Icon { get; init; }

    public string? Logo { get; init; }

    public FeedImageOutput? Image { get; init; }

    public IReadOnlyList<FeedPersonOutput> Authors { get; init; } = [];

    public IReadOnlyList<FeedPersonOutput> Contributors { get; init; } = [];

    public FeedPersonOutput? Publisher { get; init; }

    public IReadOnlyList<FeedCategoryOutput> Categories { get; init; } = [];

    public string? Rights { get; init; }

    public string? License { get; init; }

    public string? Info { get; init; }

    public string? Docs { get; init; }

    public FeedGeneratorOutput? Generator { get; init; }

    public FeedCloud? Cloud { get; init; }

    public FeedTextInput? TextInput { get; init; }

    /// <summary>ISO 8601; a day alone where the feed tells no time; null where it could not be understood.</summary>
    public string? Updated { get; init; }

    public string? Published { get; init; }

    public string? Created { get; init; }

    public string? ValidFrom { get; init; }

    public string? ValidUntil { get; init; }

    /// <summary>How often it says it changes, in minutes; null where it does not.</summary>
    public double? IntervalMinutes { get; init; }

    public int? TtlMinutes { get; init; }

    public IReadOnlyList<int> SkipHours { get; init; } = [];

    public IReadOnlyList<string> SkipDays { get; init; } = [];

    public bool Finished { get; init; }

    public bool? Explicit { get; init; }

    public bool? Blocked { get; init; }

    public IReadOnlyList<FeedExtensionOutput> Extensions { get; init; } = [];

    public IReadOnlyList<FeedEntryOutput> Entries { get; init; } = [];

    /// <summary>The result as it is written out.</summary>
    public static FeedOutput Of(FeedResult result, string source, Uri? url, HtmlSanitizer sanitizer)
    {
        var output = new FeedOutput
        {
            Source = source,
            Url = url?.AbsoluteUri,
            Charset = result.Charset.Length == 0 ? null : result.Charset,
            WellFormed = result.IsWellFormed,
            Faults = [.. result.Faults.Select(FeedFaultOutput.Of)],
            Failure = result.Failure?.Message,
            NamedFeeds = FeedLinkOutput.All(result.NamedFeeds),
        };
        return result.Feed is not { } feed ? output : output with
        {
            Format = NameOf(feed.Format),
            Id = feed.Id,
            Title = feed.Title?.ToText(),
            TitleDetail = FeedTextOutput.Of(feed.Title, sanitizer),
            Subtitle = feed.Subtitle?.ToText(),
            SubtitleDetail = FeedTextOutput.Of(feed.Subtitle, sanitizer),
            Link = feed.HomePage,
            SelfUrl = feed.SelfAddress,
            Hubs = [.. feed.Hubs],
            NewUrl = feed.NewAddress,
            Links = FeedLinkOutput.All(feed.Links),
            Lang = feed.Language,
            Icon = feed.Icon,
            Logo = feed.Logo,
            Image = FeedImageOutput.Of(feed.Image),
            Authors = FeedPersonOutput.All(feed.Authors),
            Contributors = FeedPersonOutput.All(feed.Contributors),
            Publisher = feed.Publisher is { } publisher ? FeedPersonOutput.Of(publisher) : null,
            Categories = FeedCategoryOutput.All(feed.Categories),
            Rights = feed.Rights?.ToText(),
            Generator = feed.Generator is { } generator ? new FeedGeneratorOutput(generator.Name, generator.Url, generator.Version) : null,
            License = feed.License,
            Info = feed.Info?.ToText(),
            Docs = feed.Docs,
            Cloud = feed.Cloud,
            TextInput = feed.TextInput,
            Created = feed.Created?.Moment?.ToString(),
            ValidFrom = feed.ValidFrom?.Moment?.ToString(),
            ValidUntil = feed.ValidUntil?.Moment?.ToString(),
            Updated = feed.Updated?.Moment?.ToString(),
            Published = feed.Published?.Moment?.ToString(),
            IntervalMinutes = feed.Schedule.Interval?.TotalMinutes,
            TtlMinutes = feed.Schedule.TtlMinutes,
            SkipHours = feed.Schedule.SkipHours,
            SkipDays = [.. feed.Schedule.SkipDays.Select(d => d.ToString().ToLowerInvariant())],
            Finished = feed.IsFinished,
            Explicit = feed.Podcast?.IsExplicit,
            Blocked = feed.Podcast?.IsBlocked,
            Extensions = FeedExtensionOutput.All(feed.Extensions),
            Entries = [.. feed.Entries.Select(e => FeedEntryOutput.Of(e, sanitizer))],
        };
    }

    private static string NameOf(FeedFormat format) => format switch
    {
        FeedFormat.Rss091Netscape => "rss091n",
        FeedFormat.Rss091Userland => "rss091u",
        FeedFormat.JsonFeed1 => "json1",
        FeedFormat.JsonFeed11 => "json11",
        _ => format.ToString().ToLowerInvariant(),
    };
}
