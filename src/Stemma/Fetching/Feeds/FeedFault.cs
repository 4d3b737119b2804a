namespace Stemma.Fetching;

/// <summary>Something wrong with a feed that was read all the same; of each kind the first is told.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Detail">What was found, such as the entity's name; null where the kind says it all.</param>
/// <param name="Line">Line of the document it stands in, from 1; null where it concerns the whole.</param>
public sealed record FeedFault(FeedFaultKind Kind, string? Detail = null, int? Line = null)
{
    /// <summary>One line for a person.</summary>
    public string Message =>
        Kind.Sentence() + (Detail is null ? "" : $" ({Detail})") + (Line is null ? "" : $", first in line {Line}");
}
