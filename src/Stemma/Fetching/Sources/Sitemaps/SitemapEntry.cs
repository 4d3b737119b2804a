namespace Stemma.Fetching;

/// <summary>A line of a sitemap.</summary>
/// <param name="Url">The page, or in an index the sitemap.</param>
/// <param name="Hints">What the sitemap says of it: the news tags, and the last change as <see cref="ItemHints.Updated"/>.</param>
public sealed record SitemapEntry(Uri Url, ItemHints Hints);
