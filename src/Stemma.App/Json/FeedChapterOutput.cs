namespace Stemma.App.Json;

/// <summary>A chapter of a sound file.</summary>
internal sealed record FeedChapterOutput(double? StartSeconds, string? Title, string? Link, string? Image);
