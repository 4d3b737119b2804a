namespace Stemma.App.Json;

/// <summary>What <c>--batch</c> writes for a page without an article, so that every input line has its answer.</summary>
internal sealed record ExtractedNothing(string Id, string Text);
