using System.Globalization;
using Stemma.Fetching;

namespace Stemma.App.Evals.Feeds;

/// <summary>
/// Our result in the shape the suite's expectations speak of, aliases and all. Only here: the product has its own shape.
/// Values are strings, numbers, truth values, <see cref="ShownHtml"/>, lists and dictionaries.
/// </summary>
internal static class FeedShape
{
    public static Dictionary<string, object?> Of(FeedResult result, FeedCase of)
    {
        var shape = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["bozo"] = !result.IsWellFormed,
            ["encoding"] = result.Charset,
            ["version"] = result.Feed is { } f ? VersionOf(f.Format) : "",
            ["headers"] = of.Headers.ToDictionary(h => h.Key.ToLowerInvariant(), h => (object?)h.Value, StringComparer.Ordinal),
            ["feed"] = result.Feed is { } feed ? FrameOf(feed) : [],
            ["entries"] = result.Feed?.Entries.Select(e => (object?)FeedEntryShape.Of(e)).ToList() ?? [],
        };
        if (of.Headers.TryGetValue("Last-Modified", out var modified) && modified.Length > 0)
        {
            shape["modified"] = modified;
            shape["modified_parsed"] = FeedDateReader.Read(modified) is { } at ? Utc(at.At) : null;
        }
        return shape;
    }

    /// <summary>What a feed says of itself, also where it is the source of an entry.</summary>
    public static Dictionary<string, object?> FrameOf(Feed feed)
    {
        var shape = new Dictionary<string, object?>(StringComparer.Ordinal);
        AddText(shape, feed.Title, "title");
        AddText(shape, feed.Subtitle, "subtitle", "description", "tagline");
        AddText(shape, feed.Info, "info");
        AddText(shape, feed.Rights, "rights", "copyright");
        Add(shape, feed.Id, "id", "guid");
        Add(shape, feed.HomePage, "link");
        Add(shape, feed.SelfAddress, "href");
        Add(shape, feed.Language, "language");
        Add(shape, feed.Icon, "icon");
        Add(shape, feed.Logo, "logo");
        Add(shape, feed.Docs, "docs");
        Add(shape, feed.NewAddress, "newlocation");
        Add(shape, feed.Schedule.Ttl, "ttl");
        Add(shape, feed.License, "license");
        AddPersons(shape, feed.Authors, feed.Contributors, feed.Publisher);
        AddLinks(shape, feed.Links);
        AddTags(shape, feed.Categories);
        AddDate(shape, feed.Updated, "updated");
        AddDate(shape, feed.Published, "published");
        AddDate(shape, feed.Created, "created");
        AddDate(shape, feed.ValidFrom, "validity_start");
        AddDate(shape, feed.ValidUntil, "validity_end");
        AddPodcast(shape, feed.Podcast);
        AddExtensions(shape, feed.Extensions);
        if (feed.Generator is { } generator)
        {
            Add(shape, generator.Name ?? generator.Url, "generator");
            shape["generator_detail"] = Named(("name", generator.Name), ("href", generator.Url), ("url", generator.Url), ("version", generator.Version));
        }
        if (feed.Image is { } image)
        {
            shape["image"] = Named(
                ("href", image.Url), ("url", image.Url), ("title", image.Title), ("link", image.Link), ("description", image.Description),
                ("width", (double?)image.Width), ("height", (double?)image.Height));
        }
        if (feed.Cloud is { } cloud)
        {
            shape["cloud"] = Named(("domain", cloud.Domain), ("port", cloud.Port), ("path", cloud.Path), ("protocol", cloud.Protocol));
        }
        if (feed.TextInput is { } input)
        {
            shape["textinput"] = Named(("title", input.Title), ("name", input.Name), ("link", input.Link), ("description", input.Description));
        }
        return shape;
    }

    public static void Add(Dictionary<string, object?> shape, object? value, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (value is not null)
            {
                shape[name] = value;
            }
        }
    }

    public static void AddText(Dictionary<string, object?> shape, FeedText? text, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (text is not null)
            {
                shape[name] = Shown(text);
                shape[name + "_detail"] = Detail(text);
            }
        }
    }

    public static Dictionary<string, object?> Detail(FeedText text) => new(StringComparer.Ordinal)
    {
        ["value"] = Shown(text),
        ["type"] = text.MediaType,
        ["language"] = text.Language,
        ["base"] = text.Base ?? "",
        ["src"] = text.Source,
    };

    private static object Shown(FeedText text) => text.IsHtml ? new ShownHtml(text.ToHtml(new HtmlSanitizer()), text.Value) : text.Value;

    public static void AddDate(Dictionary<string, object?> shape, FeedDate? date, string name)
    {
        if (date is not null)
        {
            shape[name] = date.Text;
            shape[name + "_parsed"] = date.Moment is { } moment ? Utc(moment.At) : null;
        }
    }

    /// <summary>An instant as the expectations write it.</summary>
    public static string Utc(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static void AddPersons(
        Dictionary<string, object?> shape, IReadOnlyList<FeedPerson> authors, IReadOnlyList<FeedPerson> contributors, FeedPerson? publisher)
    {
        if (authors.Count > 0)
        {
            shape["author"] = Line(authors[^1]);
            shape["author_detail"] = Person(authors[^1]);
            shape["authors"] = authors.Select(a => (object?)Person(a)).ToList();
        }
        if (contributors.Count > 0)
        {
            shape["contributors"] = contributors.Select(a => (object?)Person(a)).ToList();
        }
        if (publisher is not null)
        {
            shape["publisher"] = Line(publisher);
            shape["publisher_detail"] = Person(publisher);
        }
    }

    private static string Line(FeedPerson person) =>
        person is { Name: not null, Email: not null } ? $"{person.Name} ({person.Email})" : person.Name ?? person.Email ?? person.Url ?? "";

    private static Dictionary<string, object?> Person(FeedPerson person) =>
        Named(("name", person.Name), ("email", person.Email), ("href", person.Url), ("url", person.Url));

    public static void AddLinks(Dictionary<string, object?> shape, IReadOnlyList<FeedLink> links)
    {
        // Links of the comment module are elements of their own there.
        shape["links"] = links.Where(l => l.Rel != "comment-api" && !IsCommentFeed(l)).Select(l => (object?)Link(l)).ToList();
        shape["enclosures"] = links.Where(l => l.Rel == "enclosure").Select(l => (object?)Link(l)).ToList();
        Add(shape, links.FirstOrDefault(IsCommentFeed)?.Href, "wfw_commentrss");
        Add(shape, links.FirstOrDefault(l => l.Rel == "comment-api")?.Href, "wfw_comment");
    }

    private static bool IsCommentFeed(FeedLink link) => link is { Rel: "replies", Type: "application/rss+xml" };

    private static Dictionary<string, object?> Link(FeedLink link) => Named(
        ("rel", link.Rel), ("href", link.Href), ("url", link.Href), ("type", link.Type), ("title", link.Title), ("hreflang", link.HrefLang), ("length", link.Length));

    public static void AddTags(Dictionary<string, object?> shape, IReadOnlyList<FeedCategory> categories)
    {
        if (categories.Count > 0)
        {
            shape["tags"] = categories.Select(c => (object?)Named(("term", c.Term), ("scheme", c.Scheme), ("label", c.Label))).ToList();
            shape["category"] = categories[0].Term;
        }
    }

    public static void AddPodcast(Dictionary<string, object?> shape, FeedPodcast? podcast)
    {
        if (podcast is null)
        {
            return;
        }
        Add(shape, podcast.IsBlocked is { } isBlocked ? isBlocked ? 1.0 : 0.0 : null, "itunes_block");
        Add(shape, podcast.Duration, "itunes_duration");
        if (podcast.Explicit is not null)
        {
            shape["itunes_explicit"] = podcast.IsExplicit;
        }
        if (podcast.ChaptersVersion is not null)
        {
            shape["psc_chapters"] = Named(
                ("version", podcast.ChaptersVersion),
                ("chapters", podcast.Chapters.Select(c => (object?)Named(
                    ("title", c.Title), ("image", c.Image), ("start_parsed", c.Start?.TotalSeconds))).ToList()));
        }
    }

    public static void AddExtensions(Dictionary<string, object?> shape, IReadOnlyList<FeedExtension> extensions)
    {
        foreach (var extension in extensions)
        {
            shape[$"{extension.Prefix.ToLowerInvariant()}_{extension.Name}"] = extension.Attributes.Count > 0
                ? extension.Attributes.ToDictionary(a => a.Key, a => (object?)a.Value, StringComparer.Ordinal)
                : extension.Text;
        }
    }

    public static Dictionary<string, object?> Named(params ReadOnlySpan<(string Name, object? Value)> members)
    {
        var shape = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (name, value) in members)
        {
            Add(shape, value, name);
        }
        return shape;
    }

    private static string VersionOf(FeedFormat format) => format switch
    {
        FeedFormat.Rss091Netscape => "rss091n",
        FeedFormat.Rss091Userland => "rss091u",
        FeedFormat.JsonFeed1 => "json1",
        FeedFormat.JsonFeed11 => "json11",
        _ => format.ToString().ToLowerInvariant(),
    };
}
