namespace Stemma.Fetching;

/// <summary>Finds the element a feed begins with and tells its format.</summary>
internal static class FeedRoot
{
    // A feed wrapped in something else begins soon; a page that merely shows feeds is not searched to its end.
    private const int Searched = 2000;

    /// <summary>Number of the root element; -1 where there is none.</summary>
    public static int Find(FeedMarkup markup)
    {
        for (var i = 1; i < Math.Min(markup.Count, Searched); i++)
        {
            if (markup[i].Name is "rss" or "rdf" or "feed" || (markup[i].Name is "channel" && markup[i].Vocabulary == FeedVocabulary.Core))
            {
                return i;
            }
        }
        return -1;
    }

    /// <summary>Local name of the first element; null where there is none.</summary>
    public static string? FirstElement(FeedMarkup markup)
    {
        for (var i = 1; i < markup.Count; i++)
        {
            if (markup[i].Name is { } name)
            {
                return name;
            }
        }
        return null;
    }

    /// <summary>Notes what stands before and after the feed.</summary>
    public static void NoteJunk(FeedMarkup markup, int root, FeedFaultList faults)
    {
        for (var i = 1; i < root; i++)
        {
            if (markup[i].Name is not null || markup.TextNode(i, trim: true).Trim('\ufeff', '\0').Length > 0)
            {
                faults.Add(FeedFaultKind.JunkBefore);
                break;
            }
        }
        for (var i = markup[root].End; i < markup.Count; i++)
        {
            if (markup[i].Name is not null || markup.TextNode(i, trim: true).Trim('\0').Length > 0)
            {
                faults.Add(FeedFaultKind.JunkAfter);
                break;
            }
        }
    }

    public static FeedFormat FormatOf(FeedMarkup markup, int root)
    {
        var version = markup.Attribute(root, "version")?.Trim();
        switch (markup[root].Name)
        {
            case "feed":
                return version == "0.3" || Declares(markup, root, "purl.org/atom/ns") ? FeedFormat.Atom03
                    : Declares(markup, root, "www.w3.org/2005/Atom") ? FeedFormat.Atom10
                    : FeedFormat.Atom;
            case "rdf":
                return Declares(markup, root, "/rdf/simple/0.9") ? FeedFormat.Rss090 : FeedFormat.Rss10;
            case "channel":
                return FeedFormat.Cdf;
        }
        return version switch
        {
            "0.90" or "0.9" => FeedFormat.Rss090,
            "0.91" => markup.HasDoctype && markup.Source.AsSpan(0, Math.Min(600, markup.Source.Length)).Contains("netscape", StringComparison.OrdinalIgnoreCase)
                ? FeedFormat.Rss091Netscape
                : FeedFormat.Rss091Userland,
            "0.92" => FeedFormat.Rss092,
            "0.93" => FeedFormat.Rss093,
            "0.94" => FeedFormat.Rss094,
            "1.0" => FeedFormat.Rss10,
            not null when version.StartsWith('2') => FeedFormat.Rss20,
            _ => FeedFormat.Rss,
        };
    }

    /// <summary>
    /// The address a feed says it has, else that of its page, where they are whole: what its other addresses are most
    /// likely relative to when nobody tells where it came from. Null where it says neither.
    /// </summary>
    public static string? OwnAddress(FeedMarkup markup, int root)
    {
        string? page = null;
        for (var i = root + 1; i < markup[root].End; i++)
        {
            switch (markup[i].Name)
            {
                case "item" or "entry" or "image" or "textinput":
                    i = markup[i].End - 1;
                    break;
                case "link":
                    var href = markup.Attribute(i, "href") ?? markup.OwnText(i);
                    if (!href.StartsWith("http", StringComparison.OrdinalIgnoreCase))
                    {
                        break;
                    }
                    if (markup.Attribute(i, "rel") is "self")
                    {
                        return href;
                    }
                    page ??= markup.Attribute(i, "rel") is null or "alternate" ? href : null;
                    break;
            }
        }
        return page;
    }

    private static bool Declares(FeedMarkup markup, int root, string part) =>
        markup.Namespaces(root).Any(n => n.Contains(part, StringComparison.OrdinalIgnoreCase));
}
