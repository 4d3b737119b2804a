namespace Stemma.Model;

/// <summary>Bytes as they came from a file, standard input or the network, and when.</summary>
public sealed record FetchedDocument
{
    /// <summary>The path, the address asked for, or <c>-</c>.</summary>
    public required string Source { get; init; }

    /// <summary>The address it finally came from, after redirects; or the one the caller says it has; null for files.</summary>
    public Uri? Url { get; init; }

    public required ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>Media type as the server told it, without parameters, lower case; null where nobody told.</summary>
    public string? MediaType { get; init; }

    /// <summary>Character set as the server told it; null where nobody told.</summary>
    public string? Charset { get; init; }

    /// <summary>Address the server says the content has, whole or relative to <see cref="Url"/>; null where nobody told.</summary>
    public string? ContentLocation { get; init; }

    /// <summary>Language as the server told it; null where nobody told.</summary>
    public string? ContentLanguage { get; init; }

    /// <summary>When it was read. Nothing in it may be later than this.</summary>
    public required DateTimeOffset FetchedAt { get; init; }
}
