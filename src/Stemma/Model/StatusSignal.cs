namespace Stemma.Model;

/// <summary>A party's stand to a matter: denied, confirmed, declined to comment.</summary>
public sealed record StatusSignal
{
    public required StatusKind Kind { get; init; }

    /// <summary>The words that say so: "declined to comment".</summary>
    public required TextSpan Span { get; init; }

    /// <summary>Fullest name, or the describing words, of the party; null where unclear.</summary>
    public string? Party { get; init; }

    public TextSpan? PartySpan { get; init; }

    /// <summary>The outlet that asked, where the text says so ("declined to comment to Newsweek").</summary>
    public string? AskedBy { get; init; }

    /// <summary>What is denied or confirmed, as written; null where the text does not say.</summary>
    public TextSpan? Matter { get; init; }

    public required Explanation Explanation { get; init; }
}
