namespace Stemma.Analyzing;

/// <summary>Words for a time as a range of tokens, resolved.</summary>
internal readonly record struct DateFound(int First, int Last, DateOnly From, DateOnly To, string How);
