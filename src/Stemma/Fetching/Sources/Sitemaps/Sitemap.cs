namespace Stemma.Fetching;

/// <summary>What a sitemap holds.</summary>
/// <param name="IsIndex">Whether its entries are sitemaps themselves.</param>
/// <param name="Entries">In its own order.</param>
/// <param name="Failed">Number of entries that have no readable address.</param>
public sealed record Sitemap(bool IsIndex, IReadOnlyList<SitemapEntry> Entries, int Failed);
