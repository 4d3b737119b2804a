namespace Stemma.Fetching;

/// <summary>An attribute as ranges of the source.</summary>
internal readonly record struct FeedAttribute(int NameStart, int NameLength, int ValueStart, int ValueLength);
