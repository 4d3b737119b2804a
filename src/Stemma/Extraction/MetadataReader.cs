using Stemma.Extraction.Html;
using Stemma.Model;
using Stemma.Outlets;

namespace Stemma.Extraction;

/// <summary>Reads what a page says about its article: structured data first, then meta elements, then what is visible.</summary>
internal sealed class MetadataReader(OutletRegistry outlets, MetadataModel? model = null)
{
    private MetadataModel Model => model ?? MetadataModel.Default;

    /// <summary>The metadata of the page's main article. Nothing in it lies after the document was fetched.</summary>
    public PageMetadata Read(HtmlTree tree, IReadOnlyList<PageBlock> blocks, FetchedDocument document)
    {
        var page = Gather(tree, blocks, document.Url);
        var (meta, structured, url) = (page.Meta, page.Structured, page.Url);
        var credits = new CreditReader(outlets, Model).Read(page);
        var dates = new PublishedReader(document.FetchedAt, IsMonthFirst(tree, url)).Read(tree, blocks, page.Headline, meta, structured, url);
        var section = FirstOf(structured?.Section ?? meta.First("article:section", "parsely-section", "section", "og:section"));
        return new PageMetadata
        {
            Title = page.Headline,
            ArticleTitle = TitleReader.Choose(page, Model) ?? page.Headline,
            Outlet = page.Outlet,
            Via = credits.Via,
            Bylines = credits.Names,
            Published = dates.Published,
            Updated = dates.Updated,
            Language = tree.Attribute(0, "lang") ?? tree.Attribute(0, "xml:lang") ?? structured?.Language ?? meta.First("og:locale", "language"),
            Url = url,
            Section = section,
            Description = meta.First("og:description", "description", "twitter:description") ?? structured?.Description,
            Image = AbsoluteUrl(meta.First("og:image", "twitter:image", "og:image:url") ?? structured?.Image, url),
            IsPaywalled = structured?.IsFree == false
                || meta.First("article:content_tier") is { } tier && !tier.Equals("free", StringComparison.OrdinalIgnoreCase),
            Kind = KindReader.Read(page, section),
            ClaimedBody = structured?.Body,
        };
    }

    /// <summary>What the judgements rest on: the page's own words about itself, and where its headline stands.</summary>
    public PageSources Gather(HtmlTree tree, IReadOnlyList<PageBlock> blocks, Uri? told)
    {
        var meta = new MetaTags(tree);
        var nodes = StructuredData.Read(tree);
        var structured = Choose(nodes, meta);
        var url = ReadUrl(meta, told);
        var outlet = ReadOutlet(meta, structured, url) ?? new SiteNameReader(outlets).Read(tree, meta, url);
        var headline = TitleReader.Read(tree, meta, structured, outlet);
        return new PageSources
        {
            Tree = tree,
            Blocks = blocks,
            Meta = meta,
            Nodes = nodes,
            Structured = structured,
            Url = url,
            Outlet = outlet,
            Site = new SiteIdentity(outlet, meta, url),
            Headline = headline,
            TitleBlock = PageSources.FindTitleBlock(blocks, headline),
        };
    }

    /// <summary>"Software,Tech,Devices" is a list, of which the first is the section; "Law, Crime and Justice" is one.</summary>
    private static string? FirstOf(string? section) =>
        section?.IndexOf(',', StringComparison.Ordinal) is { } comma and > 0 && comma + 1 < section.Length && section[comma + 1] != ' ' ? section[..comma] : section;

    private static StructuredArticle? Choose(List<StructuredArticle> articles, MetaTags meta)
    {
        var title = meta.First("og:title", "twitter:title") ?? meta.PageTitle;
        return articles
            .Select((article, index) => (article, index))
            .OrderByDescending(a => Rank(a.article) + TitleReader.WordOverlap(a.article.Headline, title))
            .ThenBy(a => a.index)
            .Select(a => a.article)
            .FirstOrDefault();
    }

    private static double Rank(StructuredArticle article) => article.Type switch
    {
        "WebPage" or "CreativeWork" => 0,
        "VideoObject" or "Recipe" or "Review" => 0.6,
        _ => 1,
    };

    private static Uri? ReadUrl(MetaTags meta, Uri? told)
    {
        var canonical = AbsoluteUrl(meta.First("link:canonical", "og:url"), told);
        // A canonical address of the front page is a fault of the page, not its address.
        return canonical is not null && (told is null || canonical.AbsolutePath.Length > 1 || told.AbsolutePath.Length <= 1)
            ? canonical : told;
    }

    private static Uri? AbsoluteUrl(string? address, Uri? page)
    {
        if (string.IsNullOrWhiteSpace(address) || address.Length > 2000)
        {
            return null;
        }
        var isUrl = Uri.TryCreate(address, UriKind.Absolute, out var url)
            || (page is not null && Uri.TryCreate(page, address, out url));
        return isUrl && url!.Scheme is "http" or "https" ? url : null;
    }

    private string? ReadOutlet(MetaTags meta, StructuredArticle? structured, Uri? url)
    {
        if (url is not null && outlets.FindByHost(url.Host) is { } known)
        {
            return known.Name;
        }
        var name = meta.First("og:site_name") ?? structured?.Publisher
            ?? meta.First("application-name", "dc.publisher", "publisher", "copyright");
        if (name is null || name.Length > 80 || name.Contains("http", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }
        return outlets.FindByName(name)?.Name ?? name;
    }

    private static bool IsMonthFirst(HtmlTree tree, Uri? url)
    {
        var language = tree.Attribute(0, "lang");
        if (language is not null && !language.StartsWith("en", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }
        var host = url?.Host ?? "";
        return !(host.EndsWith(".uk", StringComparison.Ordinal) || host.EndsWith(".au", StringComparison.Ordinal)
            || host.EndsWith(".in", StringComparison.Ordinal) || host.EndsWith(".ie", StringComparison.Ordinal)
            || host.EndsWith(".nz", StringComparison.Ordinal) || host.EndsWith(".za", StringComparison.Ordinal))
            && !string.Equals(language, "en-GB", StringComparison.OrdinalIgnoreCase);
    }
}
