namespace Stemma.Fetching;

/// <summary>What to ask of an address, and what is known from the last time.</summary>
/// <param name="Url">An absolute http or https address.</param>
/// <param name="Purpose">What it is asked for.</param>
public sealed record FetchRequest(Uri Url, FetchPurpose Purpose)
{
    /// <summary>The address as the caller wrote it, for messages; null for <see cref="Url"/>.</summary>
    public string? Source { get; init; }

    /// <summary>The ETag of the last answer, as it came; null for none.</summary>
    public string? ETag { get; init; }

    /// <summary>The Last-Modified of the last answer, as it came; null for none.</summary>
    public string? LastModified { get; init; }

    /// <summary>
    /// The address that gave <see cref="ETag"/> and <see cref="LastModified"/>, or <see cref="Url"/> itself where that led to it:
    /// another address is not asked with them, for it may call its own, unseen content unchanged. Null asks every address of a
    /// chain with them.
    /// </summary>
    public Uri? ValidatedAt { get; init; }

    /// <summary>The longest this one may take; null for <see cref="FetchOptions.Timeout"/>.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Fields to send as a form, with POST, as to a WebSub hub; null asks with GET. An empty answer is none of failure then.</summary>
    public IReadOnlyList<KeyValuePair<string, string>>? Form { get; init; }

    internal string Name => Source ?? Url.OriginalString;
}
