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

    public FeedTextOutput? Title { get; init; }

    public FeedTextOutput? Summary { get; init; }

    public IReadOnlyList<FeedTextOutput> Contents { get; init; } = [];

    public IReadOnlyList<FeedPersonOutput> Authors { get; init; } = [];

    public IReadOnlyList<FeedPersonOutput> Contributors { get; init; } = [];

    public FeedPersonOutput? Publisher { get; init; }

    public IReadOnlyList<FeedCategoryOutput> Categories { get; init; } = [];

    public FeedDateOutput? Published { get; init; }

    public FeedDateOutput? Updated { get; init; }

    public FeedDateOutput? Created { get; init; }

    public FeedDateOutput? Expired { get; init; }

    public string? Lang { get; init; }

    public FeedTextOutput? Rights { get; init; }

    public string? License { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FeedOriginOutput? Source { get; init; }

    public string? Image { get; init; }

    public IReadOnlyList<FeedMediaOutput> Media { get; init; } = [];

    public IReadOnlyList<FeedCreditOutput> Credits { get; init; } = [];

    public IReadOnlyList<string> Keywords { get; init; } = [];

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FeedEpisodeOutput? Podcast { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FeedPlaceOutput? Place { get; init; }

    /// <summary>The entry as it is written out.</summary>
    public static FeedEntryOutput Of(FeedEntry entry, HtmlSanitizer sanitizer) => new()
    {
        Key = entry.Key,
        Id = entry.Id,
        Link = entry.Link,
        Links = FeedLinkOutput.All(entry.Links),
        Enclosures = FeedLinkOutput.All([.. entry.Enclosures]),
        Comments = entry.Comments,
        Title = FeedTextOutput.Of(entry.Title, sanitizer),
        Summary = FeedTextOutput.Of(entry.Summary, sanitizer),
        Contents = [.. entry.Contents.Select(c => FeedTextOutput.Of(c, sanitizer)!)],
        Authors = FeedPersonOutput.All(entry.Authors),
        Contributors = FeedPersonOutput.All(entry.Contributors),
        Publisher = entry.Publisher is { } publisher ? FeedPersonOutput.Of(publisher) : null,
        Categories = FeedCategoryOutput.All(entry.Categories),
        Published = FeedDateOutput.Of(entry.Published),
        Updated = FeedDateOutput.Of(entry.Updated),
        Created = FeedDateOutput.Of(entry.Created),
        Expired = FeedDateOutput.Of(entry.Expired),
        Lang = entry.Language,
        Rights = FeedTextOutput.Of(entry.Rights, sanitizer),
        License = entry.License,
        Source = entry.Source is { } source
            ? new FeedOriginOutput(source.Title?.ToText(), source.SelfAddress, source.HomePage, source.Id)
            : null,
        Image = entry.Image,
        Media = [.. (entry.Media?.Files ?? []).Select(FeedMediaOutput.Of)],
        Credits = [.. (entry.Media?.Credits ?? []).Select(c => new FeedCreditOutput(c.Name, c.Role))],
        Keywords = entry.Media?.Keywords ?? [],
        Podcast = entry.Podcast is { } podcast ? FeedEpisodeOutput.Of(podcast) : null,
        Place = entry.Place is { } place ? new FeedPlaceOutput(place.Shape.ToLowerInvariant(), place.Points) : null,
    };
}
