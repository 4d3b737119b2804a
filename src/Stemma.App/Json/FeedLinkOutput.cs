using Stemma.Fetching;

namespace Stemma.App.Json;

/// <summary>A link of a feed or entry.</summary>
internal sealed record FeedLinkOutput(string Href, string Rel, string? Type, string? Title, string? Hreflang, string? Length)
{
    public static IReadOnlyList<FeedLinkOutput> All(IReadOnlyList<FeedLink> links) =>
        [.. links.Select(l => new FeedLinkOutput(l.Href, l.Rel, l.Type, l.Title, l.HrefLang, l.Length))];
}
