namespace Stemma.Extraction;

/// <summary>What one article node of a page's structured data (JSON-LD) claims.</summary>
internal sealed record StructuredArticle
{
    public string Type { get; init; } = "";

    public string? Headline { get; init; }

    public string? Description { get; init; }

    public string? Published { get; init; }

    public string? Modified { get; init; }

    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>Whether the first author is said to be a person.</summary>
    public bool AuthorsArePersons { get; init; }

    /// <summary>Authors that are said to be organisations.</summary>
    public IReadOnlyList<string> Organisations { get; init; } = [];

    public string? Publisher { get; init; }

    public string? Section { get; init; }

    public string? Language { get; init; }

    public string? Url { get; init; }

    public string? Image { get; init; }

    public string? Body { get; init; }

    public bool? IsFree { get; init; }
}
