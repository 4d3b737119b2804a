using Stemma.Model;

namespace Stemma.Fetching;

/// <summary>One thing a source holds: exactly one of document, link and failure is set.</summary>
public sealed record SourceItem
{
    /// <summary>Bytes at hand; null for a link or a failure.</summary>
    public FetchedDocument? Document { get; init; }

    /// <summary>The address of a page still to be fetched (as <see cref="FetchPurpose.FoundPage"/>); null for the others.</summary>
    public Uri? Link { get; init; }

    /// <summary>Why one entry was left out; null for the others.</summary>
    public ItemFailure? Failure { get; init; }

    /// <summary>What the source itself says of the article; empty where it says nothing.</summary>
    public ItemHints Hints { get; init; } = ItemHints.None;

    internal static SourceItem Failed(string source, FailureKind kind, string? detail = null) =>
        new() { Failure = new ItemFailure(source, kind, detail) };
}
