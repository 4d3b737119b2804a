namespace Stemma.Fetching;

/// <summary>Where the news of a feed can be subscribed to.</summary>
/// <param name="Hub">The hub.</param>
/// <param name="Topic">The address the hub knows the feed by.</param>
public sealed record WebSubHub(Uri Hub, Uri Topic)
{
    /// <summary>
    /// The hub of a feed (WebSub, section 4): the first the Link headers name, else the first the feed itself names; null for none.
    /// The topic is what is called <c>self</c> in the same place, else the address asked.
    /// </summary>
    /// <param name="headers">The links of the answer's headers.</param>
    /// <param name="feedHubs">The hubs the feed names.</param>
    /// <param name="feedSelf">The address the feed calls its own; null for none.</param>
    /// <param name="asked">The address asked.</param>
    public static WebSubHub? Find(IReadOnlyList<WebLink> headers, IReadOnlyList<Uri> feedHubs, Uri? feedSelf, Uri asked)
    {
        var headerSelf = headers.FirstOrDefault(l => l.Relation == "self")?.Target;
        if (headers.FirstOrDefault(l => l.Relation == "hub") is { } link)
        {
            return new WebSubHub(link.Target, headerSelf ?? feedSelf ?? asked);
        }
        return feedHubs.FirstOrDefault(h => h.Scheme is "http" or "https") is { } hub
            ? new WebSubHub(hub, feedSelf ?? headerSelf ?? asked)
            : null;
    }
}
