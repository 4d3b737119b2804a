namespace Stemma.App.Json;

/// <summary>A block of the page that is not the article's text, and what it was taken for.</summary>
internal sealed record ExtractedDrop(string Kind, string Text);
