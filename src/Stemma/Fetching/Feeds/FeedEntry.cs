namespace Stemma.Fetching;

/// <summary>One entry of a feed.</summary>
public sealed record FeedEntry
{
    /// <summary>
    /// What the entry is known by from one fetch to the next, whatever happens to its title: its id, else its address,
    /// else a hash of what does not change. Unique within its feed but for entries that are the same one.
    /// </summary>
    public string Key { get; init; } = "";

    /// <summary>Id or guid as written; null where it has none.</summary>
    public string? Id { get; init; }

    /// <summary>Whether the id is the entry's address too, and the only one.</summary>
    public bool IdIsLink { get; init; }

    /// <summary>The page of the entry; null where it names none.</summary>
    public string? Link { get; init; }

    /// <summary>All links, enclosures among them, in order.</summary>
    public IReadOnlyList<FeedLink> Links { get; init; } = [];

    public IEnumerable<FeedLink> Enclosures => Links.Where(l => l.Rel == "enclosure");

    /// <summary>Where the text was first published, as Atom's <c>via</c> says.</summary>
    public string? Via => Links.FirstOrDefault(l => l.Rel == "via")?.Href;

    /// <summary>The page with readers' comments.</summary>
    public string? Comments { get; init; }

    public FeedText? Title { get; init; }

    public FeedText? Subtitle { get; init; }

    public FeedText? Summary { get; init; }

    /// <summary>Full texts, in order; often none.</summary>
    public IReadOnlyList<FeedText> Contents { get; init; } = [];

    public IReadOnlyList<FeedPerson> Authors { get; init; } = [];

    public IReadOnlyList<FeedPerson> Contributors { get; init; } = [];

    public FeedPerson? Publisher { get; init; }

    public IReadOnlyList<FeedCategory> Categories { get; init; } = [];

    public FeedDate? Published { get; init; }

    public FeedDate? Updated { get; init; }

    public FeedDate? Created { get; init; }

    public FeedDate? Expired { get; init; }

    /// <summary>The time to sort it by: when it was published, else changed, else made; null where it tells none.</summary>
    public FeedDate? When => Published ?? Updated ?? Created;

    public string? Language { get; init; }

    public FeedText? Rights { get; init; }

    public string? License { get; init; }

    /// <summary>The feed the entry was taken from, where it was.</summary>
    public Feed? Source { get; init; }

    /// <summary>The entry's own picture, where it names one apart.</summary>
    public string? Image { get; init; }

    public FeedMedia? Media { get; init; }

    public FeedPodcast? Podcast { get; init; }

    public FeedPlace? Place { get; init; }

    public IReadOnlyList<FeedExtension> Extensions { get; init; } = [];
}
