using System.Net;
using Stemma.Model;

namespace Stemma.Fetching;

/// <summary>
/// Asks http(s) addresses: politely (<see cref="HostGate"/>), conditionally (validators in, validators back), safely
/// (<see cref="AddressGuard"/> at every connection and redirect; every answer bounded in bytes, time, headers and redirects).
/// Safe for use by many at once.
/// </summary>
public sealed class WebFetcher : IDisposable
{
    private readonly FetchOptions _options;
    private readonly TimeProvider _clock;
    private readonly WebConnector _connector;
    private readonly HttpMessageInvoker _network;
    private readonly PacedBody _body;
    private readonly RobotsCache _robots;

    /// <summary>Over the network.</summary>
    /// <param name="options">Limits, politeness, proxies.</param>
    /// <param name="clock">Tells when something was fetched, and measures every time.</param>
    public WebFetcher(FetchOptions options, TimeProvider clock)
        : this(options, clock, new WebConnector(AddressGuard.Of(options), options))
    {
    }

    /// <summary>Over connections made by another resolver or connector, or a handler that needs none; for tests.</summary>
    internal WebFetcher(FetchOptions options, TimeProvider clock, WebConnector connector, HttpMessageHandler? handler = null)
    {
        (_options, _clock, _connector) = (options, clock, connector);
        _network = new HttpMessageInvoker(handler ?? connector.CreateHandler(), disposeHandler: true);
        _body = new PacedBody(options, clock);
        Gate = new HostGate(options, clock);
        _robots = new RobotsCache(FetchAsync, Gate, options.UserAgent, clock);
    }

    /// <summary>The politeness of this fetcher.</summary>
    public HostGate Gate { get; }

    /// <summary>What the address gives, or why it gives nothing. Never throws but on cancellation by the caller.</summary>
    public async Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellationToken)
    {
        var exchange = new Exchange(request, new RedirectChain(request.Url));
        HostLease? lease = null;
        try
        {
            while (true)
            {
                if (!exchange.Chain.Url.IsAbsoluteUri)
                {
                    return exchange.Failed(FailureKind.BadAddress, null);
                }
                var url = exchange.Chain.Url;
                if (lease is not null && exchange.LeasedFor != url.Authority)
                {
                    lease.Dispose();
                    lease = null;
                }
                if (await CheckAsync(exchange, cancellationToken).ConfigureAwait(false) is { } refused)
                {
                    return refused;
                }
                // A redirect within the host is the same visit and need not wait again.
                if (lease is null)
                {
                    lease = await Gate.EnterAsync(url, cancellationToken).ConfigureAwait(false);
                    exchange.LeasedFor = url.Authority;
                    if (Held(exchange) is { } held)
                    {
                        // While this one waited for its turn, another was told that it is asked too often.
                        return held;
                    }
                }
                if (await AskAsync(exchange, cancellationToken).ConfigureAwait(false) is { } result)
                {
                    return result;
                }
            }
        }
        finally
        {
            lease?.Dispose();
        }
    }

    public void Dispose()
    {
        _network.Dispose();
        Gate.Dispose();
    }

    // Before anything is sent, for the first address and for every redirect.
    private async Task<FetchResult?> CheckAsync(Exchange exchange, CancellationToken cancellationToken)
    {
        var url = exchange.Chain.Url;
        if (url.Scheme is not ("http" or "https") || url.Host.Length == 0)
        {
            return exchange.Failed(FailureKind.BadAddress, exchange.Chain.Hops > 0 ? $"redirected to {Short(url.OriginalString)}" : null);
        }
        if (exchange.Chain.Hops > _options.MaxRedirects)
        {
            return exchange.Failed(FailureKind.TooManyRedirects, $"{_options.MaxRedirects} redirects");
        }
        if (await _connector.RefusalAsync(url, cancellationToken).ConfigureAwait(false) is { } why)
        {
            return exchange.Failed(FailureKind.PrivateAddress, $"{Short(url.Host)} is {why}");
        }
        if (Held(exchange) is { } held)
        {
            return held;
        }
        if (exchange.Request.Purpose == FetchPurpose.FoundPage)
        {
            // Asked once for each host of the chain, and never while holding a place at that host: there may be one only.
            if (exchange.RobotsFor != url.Authority)
            {
                exchange.Robots = await _robots.ForAsync(url, cancellationToken).ConfigureAwait(false);
                exchange.RobotsFor = url.Authority;
            }
            if (!exchange.Robots!.Allows(url))
            {
                // What cannot be known now may be allowed tomorrow, so that is no refusal of the site's.
                return ReferenceEquals(exchange.Robots, RobotsTxt.DisallowAll)
                    ? exchange.Failed(FailureKind.ServerError, "its robots.txt cannot be had")
                    : exchange.Failed(FailureKind.RobotsDisallowed, null);
            }
        }
        return null;
    }

    private FetchResult? Held(Exchange exchange) => Gate.HeldFor(exchange.Chain.Url) is var hold && hold > TimeSpan.Zero
        ? exchange.Failed(FailureKind.TooManyRequests, $"{Short(exchange.Chain.Url.Host)} is left alone for a while") with
        {
            RetryAt = _clock.GetUtcNow() + hold,
        }
        : null;

    // Null: to be asked again, at the address the chain is now at.
    private async Task<FetchResult?> AskAsync(Exchange exchange, CancellationToken cancellationToken)
    {
        var limit = exchange.Request.Timeout ?? _options.Timeout;
        var remaining = limit - exchange.Spent;
        var started = _clock.GetTimestamp();
        using var total = new CancellationTokenSource(remaining > TimeSpan.Zero ? remaining : TimeSpan.Zero, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, total.Token);
        using var firstByte = new CancellationTokenSource(_options.FirstByteTimeout, _clock);
        var inBody = false;
        try
        {
            using var message = Compose(exchange);
            using var sending = CancellationTokenSource.CreateLinkedTokenSource(either.Token, firstByte.Token);
            using var response = await _network.SendAsync(message, sending.Token).ConfigureAwait(false);
            inBody = true;
            return await ReadAsync(exchange, response, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return exchange.Failed(
                FailureKind.TimedOut,
                inBody || total.IsCancellationRequested ? $"not done within {limit.TotalSeconds:0.#} s"
                    : firstByte.IsCancellationRequested ? $"no answer within {_options.FirstByteTimeout.TotalSeconds:0.#} s"
                    : $"no connection within {_options.ConnectTimeout.TotalSeconds:0.#} s");
        }
        catch (HttpRequestException e) when (!inBody && !exchange.HasRetried && exchange.Request.Form is null && NetworkFault.IsStaleConnection(e))
        {
            exchange.HasRetried = true;
            return null;
        }
        catch (Exception e) when (e is UriFormatException or ArgumentException or NotSupportedException)
        {
            // Addresses that can be written but not asked.
            return exchange.Failed(FailureKind.BadAddress, Short(e.Message));
        }
        catch (Exception e) when (NetworkFault.Is(e))
        {
            var (kind, detail) = NetworkFault.Of(e, inBody);
            return exchange.Failed(kind, detail);
        }
        finally
        {
            exchange.Spent += _clock.GetElapsedTime(started);
        }
    }

    private HttpRequestMessage Compose(Exchange exchange)
    {
        var (request, url) = (exchange.Request, exchange.Chain.Url);
        var message = new HttpRequestMessage(request.Form is null ? HttpMethod.Get : HttpMethod.Post, url)
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
            Content = request.Form is null ? null : new FormUrlEncodedContent(request.Form),
        };
        Add("User-Agent", _options.UserAgent);
        Add("Accept-Encoding", "gzip, deflate, br");
        Add("Accept", request.Purpose switch
        {
            FetchPurpose.Feed => "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml, "
                + "application/xml;q=0.9, text/xml;q=0.9, text/html;q=0.5, */*;q=0.4",
            FetchPurpose.Robots => "text/plain, */*;q=0.5",
            FetchPurpose.Picture => "image/avif, image/webp, image/jpeg, image/png, image/gif",
            _ => "text/html, application/xhtml+xml, text/plain;q=0.9, */*;q=0.5",
        });
        Add("If-None-Match", exchange.ETag);
        Add("If-Modified-Since", exchange.LastModified);
        Add("Cookie", exchange.Chain.CookieHeader);
        return message;

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                message.Headers.TryAddWithoutValidation(name, value);
            }
        }
    }

    private async Task<FetchResult?> ReadAsync(Exchange exchange, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var (status, now) = ((int)response.StatusCode, _clock.GetUtcNow());
        exchange.Status = status;
        if (AnswerHeaders.Count(response) is var count && count > _options.MaxHeaders)
        {
            return exchange.Failed(FailureKind.HeadersTooLarge, $"{count} headers");
        }
        if (status is 301 or 302 or 303 or 307 or 308)
        {
            return Redirect(exchange, response);
        }
        var result = new FetchResult
        {
            FinalUrl = exchange.Chain.Url,
            PermanentUrl = exchange.Chain.PermanentUrl,
            Status = status,
            ETag = AnswerHeaders.Validator(AnswerHeaders.First(response, "ETag")),
            LastModified = AnswerHeaders.Validator(AnswerHeaders.First(response, "Last-Modified")),
            FreshFor = AnswerHeaders.FreshFor(response, now),
            Links = AnswerHeaders.Links(response, exchange.Chain.Url),
        };
        if (status == 304 && exchange.HasAsked)
        {
            // The body some servers send with it is none; the connection is thrown away with it.
            return result with
            {
                NotModified = true,
                ETag = result.ETag ?? exchange.Request.ETag,
                LastModified = result.LastModified ?? exchange.Request.LastModified,
            };
        }
        if (StatusFailure(status, exchange.Chain.IsPermanent) is { } kind)
        {
            var retryAt = status is 429 or 503 ? AnswerHeaders.RetryAt(response, now) : null;
            if (status == 429)
            {
                Gate.HoldOff(exchange.Chain.Url, retryAt is { } at ? at - now : TimeSpan.FromSeconds(30));
            }
            return exchange.Failed(kind, $"status {status}") with { RetryAt = retryAt, FreshFor = result.FreshFor };
        }
        var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            var raw = await _body.ReadAsync(stream, response.Content.Headers.ContentLength, cancellationToken).ConfigureAwait(false);
            return Finish(exchange, result, raw, response, now);
        }
    }

    private FetchResult Finish(
        Exchange exchange, FetchResult result, DecodedBody raw, HttpResponseMessage response, DateTimeOffset now)
    {
        var body = raw.Failure is null
            ? ContentDecoder.Decode(raw.Content, AnswerHeaders.Codings(response), _options.MaxBytes, _options.MaxExpansion)
            : raw;
        if (body.Failure is { } kind)
        {
            return exchange.Failed(kind, body.Detail);
        }
        if (body.Content.IsEmpty && exchange.Request.Form is null)
        {
            return exchange.Failed(FailureKind.Empty, null);
        }
        var (mediaType, charset) = AnswerHeaders.ContentType(AnswerHeaders.First(response, "Content-Type"));
        return result with
        {
            BytesReceived = raw.Content.Length,
            Document = new FetchedDocument
            {
                Source = exchange.Request.Name,
                Url = exchange.Chain.Url,
                Content = body.Content,
                MediaType = mediaType,
                Charset = charset,
                FetchedAt = now,
            },
        };
    }

    private static FetchResult? Redirect(Exchange exchange, HttpResponseMessage response)
    {
        var status = (int)response.StatusCode;
        if (exchange.Request.Form is not null && status is not (307 or 308))
        {
            // The others turn a form into a question (RFC 9110, 15.4).
            return exchange.Failed(FailureKind.BadResponse, $"status {status} to a form");
        }
        if (AnswerHeaders.First(response, "Location") is not { } location)
        {
            return exchange.Failed(FailureKind.BadResponse, $"status {status} without an address");
        }
        if (!Uri.TryCreate(exchange.Chain.Url, location, out var next))
        {
            return exchange.Failed(FailureKind.BadResponse, $"redirected to {Short(location)}");
        }
        if (next.Scheme is not ("http" or "https"))
        {
            return exchange.Failed(FailureKind.BadAddress, $"redirected to {Short(location)}");
        }
        IEnumerable<string> cookies = response.Headers.NonValidated.TryGetValues("Set-Cookie", out var values) ? values : [];
        return exchange.Chain.Follow(next, status, cookies)
            ? null
            : exchange.Failed(FailureKind.TooManyRedirects, $"in a circle, at {Short(next.AbsoluteUri)}");
    }

    // 410 speaks of the address that gave it; behind a temporary redirect that is not the one asked for.
    private static FailureKind? StatusFailure(int status, bool isPermanent) => status switch
    {
        206 => FailureKind.Truncated,
        >= 200 and < 300 => null,
        304 => FailureKind.BadResponse,
        401 or 402 or 403 or 407 or 451 => FailureKind.Denied,
        410 when isPermanent => FailureKind.Gone,
        429 => FailureKind.TooManyRequests,
        >= 500 and < 600 => FailureKind.ServerError,
        _ => FailureKind.HttpStatus,
    };

    private static string Short(string text) => text.Length > 120 ? text[..120] + "…" : text;

    /// <summary>The state of one request on its way.</summary>
    private sealed class Exchange(FetchRequest request, RedirectChain chain)
    {
        public FetchRequest Request { get; } = request;

        public RedirectChain Chain { get; } = chain;

        public string? LeasedFor { get; set; }

        public string? RobotsFor { get; set; }

        public RobotsTxt? Robots { get; set; }

        public int? Status { get; set; }

        public bool HasRetried { get; set; }

        /// <summary>Time spent asking, waiting for one's turn left out.</summary>
        public TimeSpan Spent { get; set; }

        /// <summary>The tag to ask the current address with: a tag names one content, whichever address of the chain gave it.</summary>
        public string? ETag => Request.ValidatedAt is { } given && given != Chain.Url && given != Request.Url
            ? null
            : AnswerHeaders.Validator(Request.ETag);

        /// <summary>The date to ask the current address with: a date means something to the address that gave it alone.</summary>
        public string? LastModified => Request.ValidatedAt is { } given && given != Chain.Url
            ? null
            : AnswerHeaders.Validator(Request.LastModified);

        /// <summary>Whether the last message carried validators.</summary>
        public bool HasAsked => (ETag ?? LastModified) is not null;

        public FetchResult Failed(FailureKind kind, string? detail) => new()
        {
            FinalUrl = Chain.Url,
            Status = Status,
            Failure = new ItemFailure(Request.Name, kind, detail),
        };
    }
}
