using System.Globalization;

namespace Stemma.Fetching;

/// <summary>The answer to a hub that asks whether a subscription is meant (section 5.3).</summary>
/// <param name="Status">The HTTP status to answer with: 200, or 404 for what was never asked for.</param>
/// <param name="Body">The body, as plain text.</param>
/// <param name="Subscription">The subscription as it stands now; null where it is ended or was denied.</param>
/// <param name="Why">What happened, in a sentence.</param>
public sealed record WebSubVerification(int Status, string Body, WebSubSubscription? Subscription, string Why)
{
    private const int MaxChallengeChars = 2_048;

    // A hub that names none, or an absurd one, is asked again after this.
    private static readonly TimeSpan LongestLease = TimeSpan.FromDays(30);
    private static readonly TimeSpan DefaultLease = TimeSpan.FromDays(5);

    /// <summary>Answers a request to a callback. Pure.</summary>
    /// <param name="query">Its parameters.</param>
    /// <param name="subscription">The subscription the callback belongs to; null where there is none.</param>
    /// <param name="now">The time.</param>
    public static WebSubVerification Answer(
        IReadOnlyDictionary<string, string> query, WebSubSubscription? subscription, DateTimeOffset now)
    {
        var topic = query.GetValueOrDefault("hub.topic");
        if (subscription is null || topic != subscription.Hub.Topic.AbsoluteUri && topic != subscription.Hub.Topic.OriginalString)
        {
            return new WebSubVerification(404, "", subscription, "the hub asks about a feed that is not subscribed to here");
        }
        var challenge = query.GetValueOrDefault("hub.challenge");
        var hasChallenge = challenge is { Length: > 0 and <= MaxChallengeChars };
        return (query.GetValueOrDefault("hub.mode"), subscription.Pending) switch
        {
            ("denied", _) => new WebSubVerification(200, "", null, $"the hub refuses: {Reason(query)}"),
            ("subscribe", WebSubMode.Subscribe) when hasChallenge => new WebSubVerification(
                200, challenge!, subscription with { Pending = null, Until = now + Lease(query) }, "the subscription is in force"),
            ("unsubscribe", WebSubMode.Unsubscribe) when hasChallenge => new WebSubVerification(
                200, challenge!, null, "the subscription is ended"),
            _ => new WebSubVerification(404, "", subscription, "the hub asks about something that was not asked of it"),
        };
    }

    private static TimeSpan Lease(IReadOnlyDictionary<string, string> query) =>
        long.TryParse(query.GetValueOrDefault("hub.lease_seconds"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds > 0
            ? TimeSpan.FromSeconds(Math.Min(seconds, (long)LongestLease.TotalSeconds))
            : DefaultLease;

    private static string Reason(IReadOnlyDictionary<string, string> query) =>
        query.GetValueOrDefault("hub.reason") is { Length: > 0 } reason ? reason[..Math.Min(reason.Length, 200)] : "no reason given";
}
