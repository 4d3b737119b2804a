namespace Stemma.Fetching;

/// <summary>Reads the lists of feeds that feed readers exchange (OPML 1.0 to 2.0), broken ones as far as they go.</summary>
public static class OpmlReader
{
    private const int MaxFeeds = 20_000;
    private const int MaxDepth = 64;

    /// <summary>The feeds of a list; none where it is no OPML at all. Never throws; linear in its length.</summary>
    /// <param name="bytes">The file.</param>
    public static OpmlList Read(ReadOnlySpan<byte> bytes)
    {
        var reading = new Reading();
        var scanner = new MarkupScanner(MarkupText.Decode(bytes, charset: null), isHtml: false);
        while (scanner.Next() && reading.Feeds.Count < MaxFeeds)
        {
            if (scanner.Is("outline"))
            {
                Outline(ref scanner, reading);
            }
            else if (scanner.Is("title") && scanner.IsEnd && reading.Feeds.Count == 0)
            {
                reading.Title ??= MarkupScanner.TextOf(scanner.Before) is { Length: > 0 } title ? title : null;
            }
        }
        return new OpmlList(reading.Title, reading.Feeds, reading.LeftOut);
    }

    private static void Outline(ref MarkupScanner scanner, Reading reading)
    {
        if (scanner.IsEnd)
        {
            if (reading.Open.Count > 0)
            {
                reading.Open.RemoveAt(reading.Open.Count - 1);
            }
            return;
        }
        var name = scanner.Attribute("title") is { Length: > 0 } title ? title : scanner.Attribute("text");
        var address = scanner.Attribute("xmlUrl");
        if (address is { Length: > 0 })
        {
            Feed(address, name, scanner.Attribute("htmlUrl"), scanner.Attribute("category"), reading);
        }
        if (!scanner.IsEmpty && reading.Open.Count < MaxDepth)
        {
            // A feed may hold outlines too; it is no folder.
            reading.Open.Add(address is { Length: > 0 } || string.IsNullOrEmpty(name) ? null : name);
        }
    }

    private static void Feed(string address, string? title, string? site, string? category, Reading reading)
    {
        if (WebAddress.Parse(address) is not { } url)
        {
            if (reading.LeftOut.Count < 1000)
            {
                reading.LeftOut.Add(address.Length > 300 ? address[..300] : address);
            }
            return;
        }
        if (!reading.Known.Add(url.AbsoluteUri))
        {
            return;
        }
        List<string> folders = [.. reading.Open.OfType<string>()];
        if (folders.Count == 0 && category is { Length: > 0 })
        {
            // Some lists name the folder in an attribute: "/News/World,/Other".
            folders.AddRange(category.Split(',')[0].Split('/', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        }
        reading.Feeds.Add(new OpmlFeed(url, title is { Length: > 0 } ? title : null, WebAddress.Parse(site), folders));
    }

    private sealed class Reading
    {
        public string? Title { get; set; }

        public List<OpmlFeed> Feeds { get; } = [];

        public List<string> LeftOut { get; } = [];

        public HashSet<string> Known { get; } = new(StringComparer.Ordinal);

        /// <summary>The outlines that are open; null for one that is no folder.</summary>
        public List<string?> Open { get; } = [];
    }
}
