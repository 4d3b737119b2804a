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
            if (block.Words <= 30 && (IsByline(block) || IsDatedName(block)))
            {
                via ??= ViaOf(block.Text, outlet);
                var names = Names([WithoutDate(block.Text)], (block.Regions & PageRegions.AuthorProperty) != 0, outlet);
                if (names.Count > 0)
                {
                    return new Credits(names, via);
                }
            }
        }
        return new Credits(FromAuthorLinks(tree, blocks, title, outlet), via);
    }

    /// <summary>
    /// Names on links to author pages: those near the headline, or the only name that such links on the page bear.
    /// </summary>
    private List<string> FromAuthorLinks(HtmlTree tree, IReadOnlyList<PageBlock> blocks, string title, string? outlet)
    {
        var at = TitleBlock(blocks, title);
        var from = at < 0 ? 0 : blocks[Math.Max(0, at - 6)].FirstNode;
        var to = at < 0 || at + 25 >= blocks.Count ? tree.Count : blocks[at + 25].FirstNode;
        List<string> near = [];
        List<string> all = [];
        var lastNear = int.MaxValue - 40;
        for (var i = 0; i < tree.Count && all.Count < 50; i++)
        {
            if (tree[i].Tag == Tag.A && tree.TryGetRaw(i, "href", out var address) && LinkReader.IsAuthor(address))
            {
                var names = Names([tree.TextOf(i)], isDeclared: false, outlet);
                all.AddRange(names.Where(n => !all.Contains(n, StringComparer.OrdinalIgnoreCase)));
                // Farther links are those of other authors: of related pieces, of reviewers.
                if (i >= from && i < to && i - 40 < lastNear && names.Count > 0)
                {
                    lastNear = i;
                    near.AddRange(names.Where(n => !near.Contains(n, StringComparer.OrdinalIgnoreCase)));
                }
            }
        }
        return near.Count is > 0 and <= 4 ? near : all.Count == 1 ? all : [];
    }

    private static string WithoutDate(string byline) =>
        DateReader.Find(byline) is { } date ? byline[..date.Start] + " | " + byline[date.End..] : byline;

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

    /// <summary>"Ada Lund | Senior Writer | July 2, 2025": a name parted from a date by a bar, dot or comma.</summary>
    private bool IsDatedName(PageBlock block) =>
        block.Words <= 14 && block.Text.AsSpan().ContainsAny("|•·,") && DateReader.Find(block.Text) is not null
        && _bylines.Read(WithoutDate(block.Text), isDeclared: false).Count == 1;

    private static int TitleBlock(IReadOnlyList<PageBlock> blocks, string title)
    {
        var at = -1;
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i].Text == title && (at < 0 || (blocks[i].IsHeading && !blocks[at].IsHeading)))
            {
                at = i;
            }
        }
        return at;
    }

    private static IEnumerable<PageBlock> NearTitle(IReadOnlyList<PageBlock> blocks, string title)
    {
        var at = Math.Max(0, TitleBlock(blocks, title));
        for (var i = Math.Max(0, at - 3); i < Math.Min(blocks.Count, at + Reach); i++)
        {
            yield return blocks[i];
        }
    }
}
