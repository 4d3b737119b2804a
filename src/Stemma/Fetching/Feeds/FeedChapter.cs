namespace Stemma.Fetching;

/// <summary>A chapter of a sound file (Podlove Simple Chapters).</summary>
public sealed record FeedChapter(string? Title, TimeSpan? Start, string? Link = null, string? Image = null);
