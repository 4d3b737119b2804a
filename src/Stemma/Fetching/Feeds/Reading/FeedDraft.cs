namespace Stemma.Fetching;

/// <summary>A feed or entry while it is read. Where a thing is said twice, the better place wins, whatever the order.</summary>
internal sealed class FeedDraft
{
    private readonly Dictionary<string, int> _ranks = new(StringComparer.Ordinal);

    public string? Id { get; set; }

    public bool? IdIsPermanentLink { get; set; }

    public FeedText? Title { get; set; }

    public FeedText? Subtitle { get; set; }

    public FeedText? Summary { get; set; }

    public FeedText? Info { get; set; }

    public List<FeedText> Contents { get; } = [];

    public List<FeedLink> Links { get; } = [];

    public List<FeedPerson> Authors { get; } = [];

    /// <summary>Authors of a module, which count where there are no others.</summary>
    public List<FeedPerson> OtherAuthors { get; } = [];

    public List<FeedPerson> Contributors { get; } = [];

    public FeedPerson? Publisher { get; set; }

    public List<FeedCategory> Categories { get; } = [];

    public FeedDate? Published { get; set; }

    public FeedDate? Updated { get; set; }

    public FeedDate? Created { get; set; }

    public FeedDate? Expired { get; set; }

    public FeedDate? ValidFrom { get; set; }

    public FeedDate? ValidUntil { get; set; }

    public FeedText? Rights { get; set; }

    public string? License { get; set; }

    public string? Language { get; set; }

    public string? Comments { get; set; }

    public string? Icon { get; set; }

    public string? Logo { get; set; }

    public FeedImage? Image { get; set; }

    public FeedGenerator? Generator { get; set; }

    public string? Docs { get; set; }

    public string? NewAddress { get; set; }

    public FeedCloud? Cloud { get; set; }

    public FeedTextInput? TextInput { get; set; }

    public FeedSchedule Schedule { get; set; } = new();

    public FeedPodcast? Podcast { get; set; }

    public FeedMedia? Media { get; set; }

    public FeedPlace? Place { get; set; }

    public double? Latitude { get; set; }

    public double? Longitude { get; set; }

    public Feed? Source { get; set; }

    public bool IsFinished { get; set; }

    public List<FeedExtension> Extensions { get; } = [];

    /// <summary>Whether something of this rank may replace what is there: lower is better, the same rank does not.</summary>
    public bool Beats(string field, int rank)
    {
        if (_ranks.TryGetValue(field, out var before) && before <= rank)
        {
            return false;
        }
        _ranks[field] = rank;
        return true;
    }

    /// <summary>Whether what is there has this very rank.</summary>
    public bool Has(string field, int rank) => _ranks.TryGetValue(field, out var before) && before == rank;

    public void Add(FeedCategory category)
    {
        if (Categories.Count < FeedLimits.Items && category.Term.Length > 0 && !Categories.Contains(category))
        {
            Categories.Add(category);
        }
    }

    public void Add(FeedLink? link)
    {
        if (link is not null && Links.Count < FeedLimits.Items)
        {
            Links.Add(link);
        }
    }

    public static void Add(List<FeedPerson> persons, FeedPerson? person)
    {
        if (person is not null && persons.Count < FeedLimits.Items && !persons.Contains(person))
        {
            persons.Add(person);
        }
    }

    /// <summary>The draft as a feed.</summary>
    public Feed ToFeed(FeedFormat format, IReadOnlyList<FeedEntry> entries) => new()
    {
        Format = format,
        Id = Id,
        Title = Title,
        Subtitle = Subtitle ?? Summary,
        Info = Info,
        HomePage = FeedLinks.Page(Links),
        Links = Links,
        NewAddress = NewAddress,
        Language = Language,
        Icon = Icon,
        Logo = Logo,
        Image = Image,
        Authors = Authors.Count > 0 ? Authors : OtherAuthors,
        Contributors = Contributors,
        Publisher = Publisher,
        Categories = Categories,
        Rights = Rights,
        License = License ?? FeedLinks.First(Links, "license"),
        Generator = Generator,
        Docs = Docs,
        Cloud = Cloud,
        TextInput = TextInput,
        Schedule = Schedule,
        Podcast = Podcast,
        Updated = Updated,
        Published = Published,
        Created = Created,
        ValidFrom = ValidFrom,
        ValidUntil = ValidUntil,
        IsFinished = IsFinished,
        Extensions = Extensions,
        Entries = entries,
    };

    /// <summary>The draft as an entry, without its key.</summary>
    public FeedEntry ToEntry()
    {
        var page = FeedLinks.Page(Links);
        var idIsLink = false;
        if (IdIsPermanentLink == true && Id is not null && page is null && Id.StartsWith("http", StringComparison.OrdinalIgnoreCase))
        {
            page = FeedAddresses.Resolve(Id, null);
            idIsLink = page is not null;
        }
        return new FeedEntry
        {
            Id = Id,
            IdIsLink = idIsLink,
            Link = page,
            Links = Links,
            Comments = Comments,
            Title = Title,
            Subtitle = Subtitle,
            Summary = Summary,
            Contents = Contents,
            Authors = Authors.Count > 0 ? Authors : OtherAuthors,
            Contributors = Contributors,
            Publisher = Publisher,
            Categories = Categories,
            Published = Published,
            Updated = Updated,
            Created = Created,
            Expired = Expired,
            Language = Language,
            Rights = Rights,
            License = License ?? FeedLinks.First(Links, "license"),
            Source = Source,
            Image = Image?.Url,
            Media = Media,
            Podcast = Podcast,
            Place = Place ?? (Latitude is { } latitude && Longitude is { } longitude
                ? new FeedPlace("Point", [[longitude, latitude]])
                : null),
            Extensions = Extensions,
        };
    }
}
