namespace Stemma.Model;

/// <summary>A number with what it counts.</summary>
/// <param name="Span">The words: "$50 million", "eight groups".</param>
/// <param name="Low">Least value meant.</param>
/// <param name="High">Greatest value meant; equal to <paramref name="Low"/> for an exact number.</param>
/// <param name="Unit">Unit or noun counted, singular and lower case: <c>USD</c>, <c>percent</c>, <c>group</c>; null if none.</param>
/// <param name="IsApproximate">Whether the words hold it open: "about", "tens of thousands", "several".</param>
public sealed record Amount(TextSpan Span, double Low, double High, string? Unit, bool IsApproximate);
