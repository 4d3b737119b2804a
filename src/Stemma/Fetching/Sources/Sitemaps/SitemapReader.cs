namespace Stemma.Fetching;

/// <summary>Reads sitemaps (sitemaps.org 0.9, with the news tags), indexes of them, and plain lists of addresses.</summary>
public static class SitemapReader
{
    // The protocol's own limit.
    private const int MaxEntries = 50_000;
    private const int MaxFieldChars = 4_096;

    /// <summary>The entries. Never throws; linear in the length.</summary>
    /// <param name="bytes">The file, unpacked.</param>
    /// <param name="charset">The server's word on its encoding; null for none.</param>
    public static Sitemap Read(ReadOnlySpan<byte> bytes, string? charset)
    {
        var text = MarkupText.Decode(bytes, charset);
        return FeedSniffer.Kind(text) == ListKind.Sitemap ? ReadXml(text) : ReadLines(text);
    }

    private static Sitemap ReadXml(string text)
    {
        var reading = new Reading();
        var scanner = new MarkupScanner(text, isHtml: false);
        while (scanner.Next() && reading.Entries.Count < MaxEntries)
        {
            if (scanner.Is("sitemapindex"))
            {
                reading.IsIndex = true;
            }
            else if (scanner.Is("url") || scanner.Is("sitemap"))
            {
                // The end of one and the start of the next say the same, so a missing end loses nothing.
                reading.Close();
                reading.IsOpen = !scanner.IsEnd;
            }
            else if (scanner.Prefix is "image" or "video" || !reading.IsOpen || !scanner.IsEnd)
            {
                continue;
            }
            else if (reading.Fields.Count < 8 && scanner.Before.Length <= MaxFieldChars && Field(ref scanner) is { } name)
            {
                reading.Fields.TryAdd(name, MarkupScanner.TextOf(scanner.Before));
            }
        }
        reading.Close();
        return new Sitemap(reading.IsIndex, reading.Entries, reading.Failed);
    }

    private static string? Field(ref MarkupScanner scanner)
    {
        foreach (var name in (ReadOnlySpan<string>)["loc", "lastmod", "title", "name", "language", "publication_date"])
        {
            if (scanner.Is(name))
            {
                return name;
            }
        }
        return null;
    }

    private static Sitemap ReadLines(string text)
    {
        List<SitemapEntry> entries = [];
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (entries.Count < MaxEntries && line.Length <= MaxFieldChars
                && line.TrimStart().StartsWith("http", StringComparison.OrdinalIgnoreCase)
                && WebAddress.Parse(line.ToString()) is { } url)
            {
                entries.Add(new SitemapEntry(url, ItemHints.None));
            }
        }
        return new Sitemap(IsIndex: false, entries, Failed: 0);
    }

    private sealed class Reading
    {
        public bool IsIndex { get; set; }

        public bool IsOpen { get; set; }

        public List<SitemapEntry> Entries { get; } = [];

        public int Failed { get; private set; }

        public Dictionary<string, string> Fields { get; } = new(StringComparer.Ordinal);

        public void Close()
        {
            if (!IsOpen)
            {
                return;
            }
            IsOpen = false;
            if (WebAddress.Parse(Fields.GetValueOrDefault("loc")) is { } url)
            {
                Entries.Add(new SitemapEntry(url, new ItemHints
                {
                    Title = Fields.GetValueOrDefault("title"),
                    Outlet = Fields.GetValueOrDefault("name"),
                    Language = Fields.GetValueOrDefault("language"),
                    Published = Fields.GetValueOrDefault("publication_date"),
                    Updated = Fields.GetValueOrDefault("lastmod"),
                }));
            }
            else
            {
                Failed++;
            }
            Fields.Clear();
        }
    }
}
