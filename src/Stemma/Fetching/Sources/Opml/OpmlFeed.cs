namespace Stemma.Fetching;

/// <summary>A feed of an OPML list.</summary>
/// <param name="Url">Its address.</param>
/// <param name="Title">Its title as the list has it; null for none.</param>
/// <param name="SiteUrl">The page it belongs to; null for none.</param>
/// <param name="Folders">The folders it lies in, the outermost first; empty for none.</param>
public sealed record OpmlFeed(Uri Url, string? Title, Uri? SiteUrl, IReadOnlyList<string> Folders);
