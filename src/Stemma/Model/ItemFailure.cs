namespace Stemma.Model;

/// <summary>One item that could not be taken in. The rest goes on.</summary>
/// <param name="Source">The path or address.</param>
/// <param name="Kind">What went wrong.</param>
/// <param name="Detail">What was found there, such as the status code; null where the kind says it all.</param>
public sealed record ItemFailure(string Source, FailureKind Kind, string? Detail = null)
{
    /// <summary>One line for a person: what failed, on what, and what to do next.</summary>
    public string Message => $"{Source}: {Kind.Sentence(Detail)}";
}
