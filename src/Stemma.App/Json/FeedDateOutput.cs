using Stemma.Fetching;

namespace Stemma.App.Json;

/// <summary>A time of a feed: as written, and what it means in ISO 8601; a day alone where the feed tells no time.</summary>
internal sealed record FeedDateOutput(string Text, string? Time)
{
    public static FeedDateOutput? Of(FeedDate? date) => date is null ? null : new FeedDateOutput(date.Text, date.Moment?.ToString());
}
