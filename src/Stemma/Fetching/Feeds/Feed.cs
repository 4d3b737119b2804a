namespace Stemma.Fetching;

/// <summary>A feed as it was written, in one shape for all formats. Also what Atom's <c>source</c> tells of an entry's own feed.</summary>
public sealed record Feed
{
    public FeedFormat Format { get; init; }

    public string? Id { get; init; }

    public FeedText? Title { get; init; }

    /// <summary>Description, subtitle or tagline.</summary>
    public FeedText? Subtitle { get; init; }

    /// <summary>Atom 0.3's explanation of the feed format for people who see it raw.</summary>
    public FeedText? Info { get; init; }

    /// <summary>The page of the feed; null where it names none.</summary>
    public string? HomePage { get; init; }

    public IReadOnlyList<FeedLink> Links { get; init; } = [];

    /// <summary>The address the feed says it has.</summary>
    public string? SelfAddress => Links.FirstOrDefault(l => l.Rel == "self")?.Href;

    /// <summary>WebSub hubs that tell of changes.</summary>
    public IEnumerable<string> Hubs => Links.Where(l => l.Rel == "hub").Select(l => l.Href);

    /// <summary>Where the feed says it has moved to.</summary>
    public string? NewAddress { get; init; }

    public string? Language { get; init; }

    /// <summary>Small square picture.</summary>
    public string? Icon { get; init; }

    /// <summary>Larger picture, as Atom's <c>logo</c>.</summary>
    public string? Logo { get; init; }

    public FeedImage? Image { get; init; }

    public IReadOnlyList<FeedPerson> Authors { get; init; } = [];

    public IReadOnlyList<FeedPerson> Contributors { get; init; } = [];

    public FeedPerson? Publisher { get; init; }

    public IReadOnlyList<FeedCategory> Categories { get; init; } = [];

    public FeedText? Rights { get; init; }

    public string? License { get; init; }

    public FeedGenerator? Generator { get; init; }

    public string? Docs { get; init; }

    public FeedCloud? Cloud { get; init; }

    public FeedTextInput? TextInput { get; init; }

    public FeedSchedule Schedule { get; init; } = new();

    public FeedPodcast? Podcast { get; init; }

    public FeedDate? Updated { get; init; }

    public FeedDate? Published { get; init; }

    public FeedDate? Created { get; init; }

    public FeedDate? ValidFrom { get; init; }

    public FeedDate? ValidUntil { get; init; }

    /// <summary>Whether the feed says that it will never change again (JSON Feed's <c>expired</c>, feed history's <c>complete</c>).</summary>
    public bool IsFinished { get; init; }

    public IReadOnlyList<FeedExtension> Extensions { get; init; } = [];

    /// <summary>In the order of the document.</summary>
    public IReadOnlyList<FeedEntry> Entries { get; init; } = [];
}
