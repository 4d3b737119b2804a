using System.Globalization;
using System.Net;
using Stemma.Fetching;

namespace Stemma.Alerting;

/// <summary>
/// Posts small bodies to addresses that readers gave, through the guard that keeps feeds out of private networks too. Of the answer
/// only the status is looked at, and only it is ever shown: an answer's words could come from a place its reader may not see.
/// </summary>
public sealed class GuardedPost : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly WebConnector _connector;
    private readonly HttpMessageInvoker _network;
    private readonly string _userAgent;

    /// <summary>Over the network.</summary>
    public GuardedPost(FetchOptions options)
        : this(options, new WebConnector(AddressGuard.Of(options), options))
    {
    }

    /// <summary>Over another connector; for tests.</summary>
    internal GuardedPost(FetchOptions options, WebConnector connector)
    {
        ArgumentNullException.ThrowIfNull(options);
        (_connector, _userAgent) = (connector, options.UserAgent);
        _network = new HttpMessageInvoker(connector.CreateHandler(), disposeHandler: true);
    }

    /// <summary>Posts once. Redirects are not followed: the address given is the one meant. Throws only when cancelled.</summary>
    /// <param name="url">Where to.</param>
    /// <param name="body">What.</param>
    /// <param name="mediaType">What it is.</param>
    /// <param name="headers">Headers to send besides.</param>
    /// <param name="notFoundIsFinal">Whether "not found" says that the address is over; "gone" always does.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<DeliveryOutcome> PostAsync(
        Uri url,
        byte[] body,
        string mediaType,
        IReadOnlyList<(string Name, string Value)> headers,
        bool notFoundIsFinal,
        CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            if (await _connector.RefusalAsync(url, patience.Token).ConfigureAwait(false) is { } refusal)
            {
                return Refused(refusal);
            }
            using var content = new ByteArrayContent(body);
            content.Headers.TryAddWithoutValidation("Content-Type", mediaType);
            using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = content };
            request.Headers.TryAddWithoutValidation("User-Agent", _userAgent);
            foreach (var (name, value) in headers)
            {
                _ = request.Headers.TryAddWithoutValidation(name, value) || content.Headers.TryAddWithoutValidation(name, value);
            }
            using var answer = await _network.SendAsync(request, patience.Token).ConfigureAwait(false);
            return OutcomeOf(answer, notFoundIsFinal);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new DeliveryOutcome("did not answer in time");
        }
        catch (HttpRequestException e) when (e.InnerException is RefusedAddressException refused)
        {
            return Refused(refused.Message);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or FormatException or InvalidOperationException)
        {
            return new DeliveryOutcome(e is HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError }
                ? "its name could not be found" : e is HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError }
                ? "its certificate is not trusted" : "could not be reached");
        }
    }

    public void Dispose() => _network.Dispose();

    private static DeliveryOutcome Refused(string why) => new($"may not be asked: {why}", IsFinal: true);

    private static DeliveryOutcome OutcomeOf(HttpResponseMessage answer, bool notFoundIsFinal)
    {
        if (answer.IsSuccessStatusCode)
        {
            return DeliveryOutcome.Arrived;
        }
        var status = string.Create(CultureInfo.InvariantCulture, $"answered {(int)answer.StatusCode}");
        return answer.StatusCode switch
        {
            HttpStatusCode.Gone => new DeliveryOutcome(status + ": it is gone for good", IsFinal: true),
            HttpStatusCode.NotFound => new DeliveryOutcome(status, IsFinal: notFoundIsFinal),
            HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable => new DeliveryOutcome(status, Wait: answer.Headers.RetryAfter?.Delta),
            _ => new DeliveryOutcome(status),
        };
    }
}
