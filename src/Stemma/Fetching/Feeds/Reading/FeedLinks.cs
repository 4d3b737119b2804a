namespace Stemma.Fetching;

/// <summary>Picks links by what they are for.</summary>
internal static class FeedLinks
{
    /// <summary>The page for people: the first alternate that is HTML or does not say, else the first alternate.</summary>
    public static string? Page(List<FeedLink> links)
    {
        FeedLink? any = null;
        foreach (var link in links)
        {
            if (link.Rel != "alternate")
            {
                continue;
            }
            if (link.Type is null or "text/html" or "application/xhtml+xml")
            {
                return link.Href;
            }
            any ??= link;
        }
        return any?.Href;
    }

    public static string? First(List<FeedLink> links, string relation) => links.Find(l => l.Rel == relation)?.Href;
}
