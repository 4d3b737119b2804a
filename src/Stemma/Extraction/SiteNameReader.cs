using Stemma.Extraction.Html;
using Stemma.Outlets;

namespace Stemma.Extraction;

/// <summary>
/// Finds the site's name where no metadata tell it: the words or picture that link to the front page, borne out by the
/// window title or by the shape of newspapers' names.
/// </summary>
internal sealed class SiteNameReader(OutletRegistry outlets)
{
    private const int MaxLength = 50;

    private static readonly string[] Separators = [" | ", " - ", " – ", " — ", " · ", " :: ", ": ", " » "];

    /// <summary>The name; null where nothing on the page is borne out.</summary>
    public string? Read(HtmlTree tree, MetaTags meta, Uri? url)
    {
        var links = HomeLinks(tree, url);
        var ends = TitleEnds(meta.PageTitle);
        foreach (var end in ends)
        {
            foreach (var link in links)
            {
                if (link.Equals(end, StringComparison.OrdinalIgnoreCase))
                {
                    return Usual(link);
                }
            }
        }
        foreach (var name in links.Concat(ends))
        {
            if (outlets.FindByName(name) is { Kind: not OutletKind.Aggregator } known)
            {
                return known.Name;
            }
        }
        foreach (var name in links.Concat(ends))
        {
            if (OutletNames.LooksLikeName(name))
            {
                return name;
            }
        }
        return null;
    }

    private string Usual(string name) => outlets.FindByName(name)?.Name ?? name;

    private static List<string> TitleEnds(string? title)
    {
        List<string> ends = [];
        foreach (var separator in title is null ? [] : Separators)
        {
            var first = title!.IndexOf(separator, StringComparison.Ordinal);
            if (first > 0)
            {
                ends.Add(title[(title.LastIndexOf(separator, StringComparison.Ordinal) + separator.Length)..].Trim());
                ends.Add(title[..first].Trim());
            }
        }
        return [.. ends.Where(e => e.Length is > 1 and <= MaxLength)];
    }

    /// <summary>What the links to the front page say, in page order, or what the pictures in them stand for.</summary>
    private static List<string> HomeLinks(HtmlTree tree, Uri? url)
    {
        List<string> names = [];
        for (var i = 0; i < tree.Count && names.Count < 6; i++)
        {
            if (tree[i].Tag != Tag.A || !tree.TryGetRaw(i, "href", out var address) || !IsHome(address, url))
            {
                continue;
            }
            var name = tree.TextOf(i);
            for (var inner = i + 1; inner < tree[i].End && name.Length == 0; inner++)
            {
                name = tree[inner].Tag == Tag.Img ? TextFolder.Fold(tree.Attribute(inner, "alt") ?? "") : "";
            }
            if (name.Length is > 2 and <= MaxLength && char.IsUpper(name[0]))
            {
                names.Add(name);
            }
        }
        return names;
    }

    private static bool IsHome(ReadOnlySpan<char> address, Uri? url) =>
        address is "/" or "./" or "/index.html"
        || (url is not null && address.TrimEnd('/').EndsWith(url.Host, StringComparison.OrdinalIgnoreCase) && !address.Contains('?'));
}
