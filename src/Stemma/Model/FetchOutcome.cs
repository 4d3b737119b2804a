namespace Stemma.Model;

/// <summary>A document, or why there is none: exactly one of the two is set.</summary>
public sealed record FetchOutcome(FetchedDocument? Document, ItemFailure? Failure)
{
    public static FetchOutcome Of(FetchedDocument document) => new(document, null);

    public static FetchOutcome Failed(string source, FailureKind kind, string? detail = null) =>
        new(null, new ItemFailure(source, kind, detail));
}
