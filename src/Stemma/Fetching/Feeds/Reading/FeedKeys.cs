using Stemma.Model;

namespace Stemma.Fetching;

/// <summary>Gives entries the key they are known by: what stays when an outlet edits a title.</summary>
internal static class FeedKeys
{
    // An id that so many entries with addresses of their own share is a constant of the program that wrote it, not an id.
    private const int RepeatedIds = 3;

    private static readonly string[] Tracking =
        ["utm_", "fbclid", "gclid", "mc_cid", "mc_eid", "at_medium", "at_campaign", "cmp", "ocid", "ns_mchannel", "ns_source", "ns_campaign", "xtor", "wt_mc", "cmpid"];

    /// <summary>The entries with their keys.</summary>
    public static List<FeedEntry> Assign(List<FeedEntry> entries, FeedFaultList faults)
    {
        var addresses = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            if (entry.Id is not null && entry.Link is not null)
            {
                addresses.TryAdd(entry.Id, new HashSet<string>(StringComparer.Ordinal));
                addresses[entry.Id].Add(entry.Link);
            }
        }
        var lasting = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var entry in entries.Where(e => e.Link is null))
        {
            var stays = Lasting(entry);
            lasting[stays] = lasting.GetValueOrDefault(stays) + 1;
        }
        var pages = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var entry in entries.Where(e => e.Link is not null))
        {
            var page = Page(entry.Link!);
            pages[page] = pages.GetValueOrDefault(page) + 1;
        }
        List<FeedEntry> keyed = new(entries.Count);
        foreach (var entry in entries)
        {
            var isRepeated = entry.Id is not null && addresses.TryGetValue(entry.Id, out var links) && links.Count >= RepeatedIds;
            if (isRepeated)
            {
                faults.Add(FeedFaultKind.RepeatedId, entry.Id!.Length > 60 ? entry.Id[..60] : entry.Id);
            }
            var key = entry.Id is not null && !isRepeated ? Numbered(entry, pages) ?? entry.Id
                : entry.Link is not null ? Canonical(entry.Link)
                : Hash(entry, lasting);
            keyed.Add(entry with { Key = key });
        }
        return keyed;
    }

    /// <summary>An address without what differs between ways to the same page: scheme, case of the host, marks of campaigns.</summary>
    public static string Canonical(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
        {
            return address;
        }
        var query = url.Query.Length <= 1 ? "" : string.Join('&', url.Query[1..].Split('&').Where(p => !IsTracking(p)));
        var host = url.IsDefaultPort ? url.Host : url.Authority;
        return $"//{host}{url.AbsolutePath}{(query.Length > 0 ? "?" + query : "")}{url.Fragment}";
    }

    private static string Page(string address) => Canonical(address.Split('#')[0]);

    /// <summary>
    /// The address of an entry whose id is just that with a number behind it, <c>…#2</c>: some outlets count the editions of
    /// a text so. Null for other ids, and where several entries share the page, which the numbers may then tell apart.
    /// </summary>
    private static string? Numbered(FeedEntry entry, Dictionary<string, int> pages)
    {
        var id = entry.Id!;
        var mark = id.LastIndexOf('#');
        if (mark < 8 || mark + 1 == id.Length || id.Length - mark > 4 || entry.Link is null || id.AsSpan(mark + 1).ContainsAnyExceptInRange('0', '9'))
        {
            return null;
        }
        var page = Page(id);
        return page == Page(entry.Link) && pages[page] == 1 ? page : null;
    }

    private static bool IsTracking(string parameter) => Tracking.Any(t => parameter.StartsWith(t, StringComparison.OrdinalIgnoreCase)
        && (t.EndsWith('_') || parameter.Length == t.Length || parameter[t.Length] == '='));

    /// <summary>What stays of an entry without id and address: its time and its file. Empty where it has neither.</summary>
    private static string Lasting(FeedEntry entry)
    {
        var time = entry.Published?.Text ?? entry.Created?.Text ?? "";
        var file = entry.Enclosures.FirstOrDefault()?.Href ?? (entry.Media is { Files: [var first, ..] } ? first.Url : null) ?? "";
        return time.Length + file.Length == 0 ? "" : $"{time}\n{file}";
    }

    /// <summary>A hash of what stays; of the title too only where nothing stays, or where several entries have the same.</summary>
    private static string Hash(FeedEntry entry, Dictionary<string, int> lasting)
    {
        var stays = Lasting(entry);
        if (stays.Length > 0 && lasting[stays] == 1)
        {
            return "#" + ContentId.Write(ContentId.Of(stays));
        }
        var title = entry.Title?.Value ?? "";
        var text = title.Length > 0 ? title : entry.Summary?.Value ?? (entry.Contents is [var content, ..] ? content.Value : "");
        return "#" + ContentId.Write(ContentId.Of(stays, text));
    }
}
