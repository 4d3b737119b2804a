using Stemma.Model;

namespace Stemma.Fetching;

/// <summary>
/// What came of a request. Exactly one of three holds: <see cref="Document"/> is set, <see cref="NotModified"/> is true,
/// or <see cref="Failure"/> is set.
/// </summary>
public sealed record FetchResult
{
    /// <summary>The bytes, decompressed; null where there are none.</summary>
    public FetchedDocument? Document { get; init; }

    /// <summary>Why there is no document; null where there is one or nothing changed.</summary>
    public ItemFailure? Failure { get; init; }

    /// <summary>The server says that nothing changed since the validators of the request.</summary>
    public bool NotModified { get; init; }

    /// <summary>The HTTP status of the last answer; null where none came.</summary>
    public int? Status { get; init; }

    /// <summary>The address of the last answer.</summary>
    public required Uri FinalUrl { get; init; }

    /// <summary>
    /// The address to ask from now on: the end of the 301 and 308 redirects the chain began with; null where it began with none,
    /// failed, or left https.
    /// </summary>
    public Uri? PermanentUrl { get; init; }

    /// <summary>To be given back in the next request; null where the server gave none.</summary>
    public string? ETag { get; init; }

    /// <summary>To be given back in the next request; null where the server gave none.</summary>
    public string? LastModified { get; init; }

    /// <summary>How long the answer stays fresh by Cache-Control or Expires; null where the server did not say.</summary>
    public TimeSpan? FreshFor { get; init; }

    /// <summary>When the server wants to be asked again (Retry-After of 429 and 503), never before now; null where it did not say.</summary>
    public DateTimeOffset? RetryAt { get; init; }

    /// <summary>The Link headers, such as those to a WebSub hub.</summary>
    public IReadOnlyList<WebLink> Links { get; init; } = [];

    /// <summary>Bytes of the body as received, before decompression.</summary>
    public int BytesReceived { get; init; }

    /// <summary>The server says that the address will not come back (410); it is to be asked no more.</summary>
    public bool IsGone => Failure?.Kind == FailureKind.Gone;

    /// <summary>The document or the failure alone, for callers that ask without validators.</summary>
    internal FetchOutcome ToOutcome(string source) => Document is { } document
        ? FetchOutcome.Of(document)
        : new FetchOutcome(null, Failure ?? new ItemFailure(source, FailureKind.BadResponse, "status 304, unasked"));
}
