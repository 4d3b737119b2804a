using System.Text.Json.Serialization;
using Stemma.Fetching;

namespace Stemma.App.Json;

/// <summary>An entry as <c>stemma parse-feed</c> writes it.</summary>
internal sealed record FeedEntryOutput
{
    /// <summary>What it is known by from one fetch to the next.</summary>
    public required string Key { get; init; }

    public string? Id { get; init; }

    public string? Link { get; init; }

    public IReadOnlyList<FeedLinkOutput> Links { get; init; } = [];

    public IReadOnlyList<FeedLinkOutput> Enclosures { get; init; } = [];

    public string? Comments { get; init; }

    /// <summary>As plain text.</summary>
    public string? Title { get; init; }

    public FeedTextOutput? TitleDetail { get; init; }

    /// <summary>As plain text.</summary>
    public string? Summary { get; init; }

    public string? Subtitle { get; init; }

    public FeedTextOutput? SummaryDetail { get; init; }

    public IReadOnlyList<FeedTextOutput> Content { get; init; } = [];

    public IReadOnlyList<FeedPersonOutput> Authors { get; init; } = [];

    public IReadOnlyList<FeedPersonOutput> Contributors { get; init; } = [];

    public FeedPersonOutput? Publisher { get; init; }

    public IReadOnlyList<FeedCategoryOutput> Categories { get; init; } = [];

    /// <summary>ISO 8601; a day alone where the feed tells no time; null where it could not be understood.</summary>
    public string? Published { get; init; }

    public string? Updated { get; init; }

    public string? Created { get; init; }

    public string? Expired { get; init; }

    /// <summary>The dates as the feed writes them.</summary>
    public FeedDatesOutput DatesAsWritten { get; init; } = new(null, null, null, null);

    public string? Lang { get; init; }

    public string? Rights { get; init; }

    public string? License { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FeedOriginOutput? Source { get; init; }

    public string? Image { get; init; }

    public IReadOnlyList<FeedMediaOutput> Media { get; init; } = [];

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FeedRightsOutput? MediaRights { get; init; }

    public IReadOnlyList<FeedCreditOutput> Credits { get; init; } = [];

    public IReadOnlyList<string> Keywords { get; init; } = [];

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FeedEpisodeOutput? Podcast { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FeedPlaceOutput? Place { get; init; }

    public IReadOnlyList<FeedExtensionOutput> Extensions { get; init; } = [];

    /// <summary>The entry as it is written out.</summary>
    public static FeedEntryOutput Of(FeedEntry entry, HtmlSanitizer sanitizer) => new()
    {
        Key = entry.Key,
        Id = entry.Id,
        Link = entry.Link,
        Links = FeedLinkOutput.All(entry.Links),
        Enclosures = FeedLinkOutput.All([.. entry.Enclosures]),
        Comments = entry.Comments,
        Title = entry.Title?.ToText(),
        TitleDetail = FeedTextOutput.Of(entry.Title, sanitizer),
        Summary = entry.Summary?.ToText(),
        Subtitle = entry.Subtitle?.ToText(),
        SummaryDetail = FeedTextOutput.Of(entry.Summary, sanitizer),
        Content = [.. entry.Contents.Select(c => FeedTextOutput.Of(c, sanitizer)!)],
        Authors = FeedPersonOutput.All(entry.Authors),
        Contributors = FeedPersonOutput.All(entry.Contributors),
        Publisher = entry.Publisher is { } publisher ? FeedPersonOutput.Of(publisher) : null,
        Categories = FeedCategoryOutput.All(entry.Categories),
        Published = entry.Published?.Moment?.ToString(),
        Updated = entry.Updated?.Moment?.ToString(),
        Created = entry.Created?.Moment?.ToString(),
        Expired = entry.Expired?.Moment?.ToString(),
        DatesAsWritten = new FeedDatesOutput(entry.Published?.Text, entry.Updated?.Text, entry.Created?.Text, entry.Expired?.Text),
        Lang = entry.Language,
        Rights = entry.Rights?.ToText(),
        License = entry.License,
        Source = entry.Source is { } source
            ? new FeedOriginOutput(source.Title?.ToText(), source.SelfAddress, source.HomePage, source.Id)
            : null,
        Image = entry.Image,
        Media = [.. (entry.Media?.Files ?? []).Select(FeedMediaOutput.Of)],
        MediaRights = FeedRightsOutput.Of(entry.Media),
        Credits = [.. (entry.Media?.Credits ?? []).Select(c => new FeedCreditOutput(c.Name, c.Role))],
        Keywords = entry.Media?.Keywords ?? [],
        Podcast = entry.Podcast is { } podcast ? FeedEpisodeOutput.Of(podcast) : null,
        Place = entry.Place is { } place ? new FeedPlaceOutput(place.Shape.ToLowerInvariant(), place.Points) : null,
        Extensions = FeedExtensionOutput.All(entry.Extensions),
    };
}
