using Stemma.Extraction.Html;
using Stemma.Outlets;

namespace Stemma.Extraction;

/// <summary>Finds the authors of a page's article, and the agency where the byline names one instead.</summary>
internal sealed class CreditReader(OutletRegistry outlets)
{
    // A byline stands within so many blocks of the headline; farther down it is a commenter's or another article's.
    private const int Reach = 14;

    private readonly BylineReader _bylines = BylineReader.Default;

    public Credits Read(
        HtmlTree tree, IReadOnlyList<PageBlock> blocks, string title, MetaTags meta, StructuredArticle? structured, string? outlet)
    {
        string? via = null;
        foreach (var claim in Declared(meta, structured))
        {
            via ??= ViaOf(claim, outlet);
            if (Names([claim], isDeclared: true, outlet) is { Count: > 0 } names)
            {
                return new Credits(Names(Declared(meta, structured), isDeclared: true, outlet), via);
            }
        }
        var near = NearTitle(blocks, title);
        foreach (var block in near)
        {
            if (block.Words <= 30 && IsByline(block))
            {
                via ??= ViaOf(block.Text, outlet);
                var names = Names([block.Text], (block.Regions & PageRegions.AuthorProperty) != 0, outlet);
                if (names.Count > 0)
                {
                    return new Credits(names, via);
                }
            }
        }
        return new Credits([], via);
    }

    /// <summary>The agency that a byline names: "By The Associated Press", "Reuters"; null if it names none.</summary>
    public string? ViaOf(string byline, string? outlet)
    {
        foreach (var part in byline.Split([',', ';', '|', '/', '&'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var name = part;
            foreach (var lead in (ReadOnlySpan<string>)["By ", "by ", "From ", "Von ", "with "])
            {
                name = name.StartsWith(lead, StringComparison.Ordinal) ? name[lead.Length..] : name;
            }
            if (outlets.FindByName(name) is { } known && known.Kind == OutletKind.Agency && known.Name != outlet)
            {
                return known.Name;
            }
        }
        return null;
    }

    private static IEnumerable<string> Declared(MetaTags meta, StructuredArticle? structured)
    {
        if (structured is { Authors.Count: > 0 })
        {
            return structured.Authors;
        }
        foreach (var name in (ReadOnlySpan<string>)["author", "article:author", "parsely-author", "sailthru.author", "dc.creator",
            "dcterms.creator", "byl", "citation_author", "og:article:author", "article:author_name", "twitter:data1"])
        {
            if (meta.All(name) is { Count: > 0 } values
                && (name != "twitter:data1" || (meta.First("twitter:label1") ?? "").Contains("ritten", StringComparison.Ordinal))
                && !values[0].StartsWith("http", StringComparison.OrdinalIgnoreCase))
            {
                return values;
            }
        }
        return [];
    }

    private List<string> Names(IEnumerable<string> claims, bool isDeclared, string? outlet)
    {
        List<string> names = [];
        foreach (var claim in claims)
        {
            foreach (var name in _bylines.Read(claim, isDeclared))
            {
                if (!IsOutlet(name, outlet) && !names.Contains(name, StringComparer.OrdinalIgnoreCase))
                {
                    names.Add(name);
                }
            }
        }
        return names;
    }

    private bool IsOutlet(string name, string? outlet) =>
        outlets.FindByName(name) is not null
        || (outlet is not null && (TitleReader.WordOverlap(name, outlet) > 0.9
            || name.Replace(" ", "", StringComparison.Ordinal).Equals(outlet.Replace(" ", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase)));

    private bool IsByline(PageBlock block) =>
        (block.Regions & PageRegions.AuthorProperty) != 0
        || ((block.OwnHints | block.NearHints) & ClassHints.Author) != 0
        || (block.Words <= 14 && _bylines.HasLead(block.Text));

    private static IEnumerable<PageBlock> NearTitle(IReadOnlyList<PageBlock> blocks, string title)
    {
        var at = 0;
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i].Text == title)
            {
                at = i;
                break;
            }
        }
        for (var i = Math.Max(0, at - 3); i < Math.Min(blocks.Count, at + Reach); i++)
        {
            yield return blocks[i];
        }
    }
}
