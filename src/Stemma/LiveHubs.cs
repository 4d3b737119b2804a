using System.Security.Cryptography;
using Stemma.Fetching;
using Stemma.Model;
using Stemma.Storage;

namespace Stemma;

/// <summary>
/// News sent by WebSub hubs (W3C Recommendation of 2018): where a feed names a hub and the server can be reached from outside, its
/// news come within seconds and the feed is asked only as a safety net. What a hub sends is taken like an answer of the feed, once
/// its signature is right.
/// </summary>
public sealed class LiveHubs
{
    private const int AtATime = 20;
    private static readonly TimeSpan Lease = TimeSpan.FromDays(10);
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(30);

    // A hub may verify minutes later; one that does not within this is asked again.
    private static readonly TimeSpan Unverified = TimeSpan.FromHours(1);
    private static readonly TimeSpan LongestBackOff = TimeSpan.FromDays(1);

    private readonly IStore _store;
    private readonly WebFetcher _web;
    private readonly LiveFetching _fetching;
    private readonly TimeProvider _clock;
    private readonly Uri _public;

    internal LiveHubs(IStore store, WebFetcher web, LiveFetching fetching, TimeProvider clock, Uri publicUrl) =>
        (_store, _web, _fetching, _clock, _public) = (store, web, fetching, clock, new Uri(publicUrl.AbsoluteUri.TrimEnd('/') + "/"));

    /// <summary>Told of a hub that failed through a fault of ours; the rest goes on.</summary>
    internal Action<string, Exception>? Fault { get; init; }

    /// <summary>Asks hubs for as long as it runs.</summary>
    internal async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await AskDueAsync(stop).ConfigureAwait(false);
                await Task.Delay(LookEvery, _clock, stop).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
        }
    }

    /// <summary>Asks the hubs that are due for a subscription, or for a new lease. How many were asked.</summary>
    public async Task<int> AskDueAsync(CancellationToken cancellationToken)
    {
        var due = await _store.HubsDueAsync(_clock.GetUtcNow(), AtATime, cancellationToken).ConfigureAwait(false);
        await Task.WhenAll(due.Select(d => AskAsync(d.Feed, d.Hub, d.Kept, cancellationToken))).ConfigureAwait(false);
        return due.Count;
    }

    /// <summary>Answers a hub that asks whether a subscription is meant.</summary>
    /// <param name="token">The last part of the address asked.</param>
    /// <param name="query">The parameters of the request.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<WebSubVerification> VerifyAsync(string token, IReadOnlyDictionary<string, string> query, CancellationToken cancellationToken)
    {
        var now = _clock.GetUtcNow();
        var kept = await _store.SubscriptionAsync(token, cancellationToken).ConfigureAwait(false);
        var answer = WebSubVerification.Answer(query, kept is null ? null : ToWebSub(kept), now);
        if (kept is null || answer.Status != 200)
        {
            return answer;
        }
        var next = answer.Subscription is { Until: { } until } verified
            ? kept with { Pending = verified.Pending, Until = until, NextAt = until - ((until - now) / 4), Failures = 0, Failure = null }
            : kept with { Pending = null, Until = null, NextAt = now + LongestBackOff, Failures = kept.Failures + 1, Failure = answer.Why };
        await _store.SaveSubscriptionAsync(next, cancellationToken).ConfigureAwait(false);
        return answer;
    }

    /// <summary>
    /// Takes what a hub sends. Null where nobody has subscribed under this token; false where the signature is wrong and nothing was
    /// taken (the hub is not told: section 8 of the recommendation).
    /// </summary>
    /// <param name="token">The last part of the address asked.</param>
    /// <param name="signature">The header X-Hub-Signature; null for none.</param>
    /// <param name="mediaType">The type of the body; null where it does not say.</param>
    /// <param name="charset">The encoding it names; null for none.</param>
    /// <param name="body">The body as it came.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<bool?> TakeAsync(
        string token, string? signature, string? mediaType, string? charset, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        if (await _store.SubscriptionAsync(token, cancellationToken).ConfigureAwait(false) is not { } kept
            || await _store.FeedAsync(kept.Feed, cancellationToken).ConfigureAwait(false) is not { } feed)
        {
            return null;
        }
        if (!WebSubSignature.IsRight(signature, body.Span, kept.Secret))
        {
            return false;
        }
        await _fetching.TakeSentAsync(
            feed,
            new FetchedDocument
            {
                Source = feed.Address.AbsoluteUri,
                Url = feed.Address,
                Content = body,
                MediaType = mediaType,
                Charset = charset,
                FetchedAt = _clock.GetUtcNow(),
            },
            cancellationToken).ConfigureAwait(false);
        return true;
    }

    private async Task AskAsync(FeedId feed, WebSubHub hub, HubSubscription? kept, CancellationToken cancellationToken)
    {
        var now = _clock.GetUtcNow();
        // A new hub gets an address and a key of its own; for a new lease both stay, so that nothing is lost in between.
        var asked = (kept is not null && kept.Hub == hub ? kept : new HubSubscription { Feed = feed, Hub = hub, Token = NewSecret(), Secret = NewSecret() })
            with { Pending = WebSubMode.Subscribe, NextAt = now + Unverified };
        try
        {
            // Kept first: the hub may verify while it is still being asked.
            if (!await _store.SaveSubscriptionAsync(asked, cancellationToken).ConfigureAwait(false))
            {
                return;
            }
            var answer = await _web.FetchAsync(
                new FetchRequest(hub.Hub, FetchPurpose.Feed) { Form = ToWebSub(asked).Form(WebSubMode.Subscribe, Lease) }, cancellationToken).ConfigureAwait(false);
            if (answer.Failure is not { } failure)
            {
                return;
            }
            var failures = asked.Failures + 1;
            var wait = BackOff.After(failures, Unverified, 2, LongestBackOff);
            await _store.SaveSubscriptionAsync(
                asked with { Failures = failures, Failure = failure.Kind.Sentence(failure.Detail), NextAt = now + wait }, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Asked again after the restart.
        }
        catch (Exception e) when (e is not (OutOfMemoryException or StorageException))
        {
            Fault?.Invoke($"hub {hub.Hub}", e);
        }
    }

    private WebSubSubscription ToWebSub(HubSubscription kept) =>
        new(kept.Hub, new Uri(_public, $"websub/{kept.Token}"), kept.Secret) { Pending = kept.Pending, Until = kept.Until };

    private static string NewSecret() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20));
}
