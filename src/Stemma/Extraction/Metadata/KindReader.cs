using System.Buffers;
using Stemma.Model;

namespace Stemma.Extraction;

/// <summary>
/// Tells what sort of text a page holds by what the page says of itself: its structured data, its section, its address, the
/// line over its headline. Paid goes before opinion, opinion before everything that only describes the form.
/// </summary>
internal static class KindReader
{
    private static readonly string[] OpinionSections =
    [
        "opinion", "opinions", "comment", "commentary", "comment is free", "op-ed", "op-eds", "editorial", "editorials", "columns", "columnists",
        "column", "guest essay", "letters", "viewpoint", "views", "perspective", "perspectives", "ideas", "meinung", "meinungen", "kommentar",
        "kommentare", "kolumne", "kolumnen", "leitartikel", "gastbeitrag", "opinión", "opinion y blogs", "columnas", "tribuna", "tribune",
        "tribunes", "débats", "idées", "chronique", "chroniques", "edito", "éditorial", "editoriali", "commenti", "opinioni", "opinião",
        "colunas", "colunistas", "opinie", "opinia", "opinie i komentarze", "мнения", "мнение", "колонка", "debatt", "ledare", "meninger", "mielipide",
    ];

    private static readonly string[] PaidSections =
    [
        "sponsored", "sponsored content", "sponsored post", "paid content", "paid post", "paid partner content", "partner content", "partnercontent",
        "brand content", "branded content", "brandvoice", "advertorial", "advertorials", "advertisement feature", "promoted", "promoted content",
        "anzeige", "werbung", "sponsored story", "contenido patrocinado", "publireportaje", "contenu sponsorisé", "publirédactionnel",
        "contenuto sponsorizzato", "publieditorial", "in partnership", "advertiser content", "presented by",
    ];

    private static readonly SearchValues<string> OpinionPaths = SearchValues.Create(
    [
        "/opinion/", "/opinions/", "/commentisfree/", "/comment/", "/commentary/", "/op-ed/", "/editorial/", "/editorials/", "/columns/", "/columnists/",
        "/meinung/", "/kommentare/", "/kolumnen/", "/tribunes/", "/columnas/", "/opiniao/", "/opinioni/", "/opinie/", "/mnenie/",
    ], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> PaidPaths = SearchValues.Create(
    [
        "/sponsored/", "/sponsored-content/", "/paid-post/", "/paidpost/", "/paid-content/", "/partner-content/", "/partnercontent/", "/brandvoice/",
        "/advertorial/", "/advertorials/", "/branded-content/", "/brand-content/", "/anzeige/", "/sponsor-content/", "/advertisement-feature/",
    ], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> LivePaths = SearchValues.Create(
        ["/live/", "/liveblog/", "/live-blog/", "/liveticker/", "/live-updates/", "/ticker/"], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> LiveWords = SearchValues.Create(["live", "ticker", "en direct", "en vivo", "diretta"], StringComparison.OrdinalIgnoreCase);

    // Words that also stand over advertisements ("Anzeige") say nothing where they stand alone over a headline.
    private static readonly string[] AdvertisementLabels = ["anzeige", "werbung", "promoted", "presented by", "advertisement feature"];

    private static readonly SearchValues<string> VideoPaths = SearchValues.Create(
        ["/video/", "/videos/", "/watch/", "/av/"], StringComparison.OrdinalIgnoreCase);

    /// <summary>The kind; news where nothing says otherwise.</summary>
    /// <param name="page">What the page says of itself.</param>
    /// <param name="section">Its section; null if it names none.</param>
    public static ArticleKind Read(PageSources page, string? section)
    {
        var path = page.Url?.AbsolutePath ?? "";
        var type = page.Structured?.Type;
        var label = LabelOver(page);
        if (type == "AdvertiserContentArticle" || Is(PaidSections, section) || Is(PaidSections, label) || path.AsSpan().ContainsAny(PaidPaths))
        {
            return ArticleKind.PaidContent;
        }
        if (type == "LiveBlogPosting" || (type is null && path.AsSpan().ContainsAny(LivePaths) && page.Headline.AsSpan().ContainsAny(LiveWords)))
        {
            return ArticleKind.Live;
        }
        if (type == "OpinionNewsArticle" || Is(OpinionSections, section) || Is(OpinionSections, label) || path.AsSpan().ContainsAny(OpinionPaths))
        {
            return ArticleKind.Opinion;
        }
        var social = page.Meta.First("og:type");
        var isFilmed = social?.StartsWith("video", StringComparison.Ordinal) == true || path.AsSpan().ContainsAny(VideoPaths);
        // News pages describe the film above their text and nothing else: its node alone makes no video of them.
        return (type is null or "WebPage" or "VideoObject") && isFilmed ? ArticleKind.Video : ArticleKind.News;
    }

    /// <summary>The short line right above the headline, or the one below it: where outlets put "Opinion" and "Sponsored".</summary>
    private static string? LabelOver(PageSources page)
    {
        for (var i = page.TitleBlock - 1; i >= Math.Max(0, page.TitleBlock - 2); i--)
        {
            if (page.Blocks[i] is { Words: <= 3 } block && (block.Regions & (PageRegions.Nav | PageRegions.Footer)) == 0
                && (IsPaidLabel(block.Text) || Is(OpinionSections, block.Text)))
            {
                return block.Text;
            }
        }
        return page.TitleBlock >= 0 && page.TitleBlock + 1 < page.Blocks.Count && page.Blocks[page.TitleBlock + 1] is { Words: <= 3 } below
            && IsPaidLabel(below.Text) ? below.Text : null;
    }

    private static bool IsPaidLabel(string text) => Is(PaidSections, text) && !Is(AdvertisementLabels, text);

    private static bool Is(string[] sections, string? text) =>
        text is { Length: <= 40 } && sections.Contains(text.Trim(' ', ':', '|').ToLowerInvariant(), StringComparer.Ordinal);
}
