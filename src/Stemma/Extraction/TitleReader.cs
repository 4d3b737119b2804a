using System.Buffers;
using Stemma.Extraction.Html;

namespace Stemma.Extraction;

/// <summary>Chooses the headline among what the page offers: its top headings, social titles and window title.</summary>
internal static class TitleReader
{
    private static readonly string[] Separators = [" | ", " - ", " – ", " — ", " :: ", " » ", " « ", " · ", " • ", " / ", " ‹ ", " > ", ": "];

    private static readonly SearchValues<string> KickerWords = SearchValues.Create(
    [
        "kicker", "overline", "dachzeile", "eyebrow", "topline", "pretitle", "supertitle", "overtitle", "roofline", "preheadline", "spitzmarke",
        "antetitulo", "volanta", "surtitre", "surtitle", "occhiello", "preheading", "pre-title", "pre-head",
    ], StringComparison.OrdinalIgnoreCase);

    /// <summary>The headline; empty if the page has none.</summary>
    /// <param name="tree">The page.</param>
    /// <param name="meta">Its meta elements.</param>
    /// <param name="structured">Its structured data; null for none.</param>
    /// <param name="outlet">The outlet's name, which window titles append; null if unknown.</param>
    public static string Read(HtmlTree tree, MetaTags meta, StructuredArticle? structured, string? outlet)
    {
        var social = meta.First("og:title", "twitter:title", "dc.title", "DC.title", "parsely-title", "sailthru.title");
        var window = meta.PageTitle;
        var headings = Headings(tree);
        var best = "";
        var bestScore = 0.5;
        foreach (var (heading, level) in headings)
        {
            if (level == Tag.H2 && best.Length > 0)
            {
                break;
            }
            var score = Math.Max(
                Math.Max(WordOverlap(heading, social), WordOverlap(heading, window)), WordOverlap(heading, structured?.Headline));
            if (score > bestScore)
            {
                (best, bestScore) = (heading, score);
            }
        }
        if (best.Length > 0)
        {
            return best;
        }
        var claimed = structured?.Headline ?? social ?? window;
        if (claimed is null)
        {
            return headings.Count > 0 ? headings[0].Text : "";
        }
        return WithoutOutlet(claimed, outlet);
    }

    /// <summary>
    /// The title that the page itself treats as its article's: the surest of all that its headings, meta elements,
    /// structured data and window title offer, whole or without what they append; null if they offer none.
    /// </summary>
    public static string? Choose(PageSources page, MetadataModel model)
    {
        var candidates = new TitleCandidates(page.Tree, page.Meta, page.Structured).Read();
        var features = new TitleFeatures(page, candidates);
        var (best, bestScore) = ((string?)null, 0.0);
        foreach (var candidate in candidates)
        {
            if (model.Title(features.Of(candidate)) is var score && score > bestScore)
            {
                (best, bestScore) = (candidate.Text, score);
            }
        }
        return best;
    }

    /// <summary>A window title without the outlet's name before or after it.</summary>
    public static string WithoutOutlet(string title, string? outlet)
    {
        foreach (var separator in Separators)
        {
            var last = title.LastIndexOf(separator, StringComparison.Ordinal);
            if (last > 0 && IsOutletPart(title[(last + separator.Length)..], title[..last], outlet, separator != ": "))
            {
                return WithoutOutlet(title[..last], outlet);
            }
            var first = title.IndexOf(separator, StringComparison.Ordinal);
            if (first > 0 && IsOutletPart(title[..first], title[(first + separator.Length)..], outlet, false))
            {
                return title[(first + separator.Length)..].Trim();
            }
        }
        return title.Trim();
    }

    /// <summary>Share of the words of the two that they have in common, in [0, 1].</summary>
    public static double WordOverlap(string? a, string? b) =>
        a is null || b is null ? 0 : new WordSet(a).Overlap(b);

    private static bool IsOutletPart(string part, string rest, string? outlet, bool byLength)
    {
        part = part.Trim();
        if (outlet is not null && (part.Equals(outlet, StringComparison.OrdinalIgnoreCase)
            || WordOverlap(part, outlet) > 0.8))
        {
            return true;
        }
        return byLength && outlet is null && WordCounter.Count(part) <= 3 && WordCounter.Count(rest) >= 4;
    }

    /// <summary>A heading's words, without those of an element before them that its class calls a kicker.</summary>
    public static string HeadingText(HtmlTree tree, int heading)
    {
        var whole = tree.TextOf(heading);
        for (var i = heading + 1; i < tree[heading].End; i++)
        {
            if (tree[i].Tag != Tag.Text && tree.TryGetRaw(i, "class", out var names) && (names.Length > 300 ? names[..300] : names).ContainsAny(KickerWords)
                && tree.TextOf(i) is { Length: > 0 } kicker && whole.Length > kicker.Length && whole.StartsWith(kicker, StringComparison.Ordinal))
            {
                var rest = whole[kicker.Length..].TrimStart(' ', ':', '-', '–', '—', '|', '·', '•', '/', '+');
                return rest.Length > 0 ? rest : whole;
            }
        }
        return whole;
    }

    private static List<(string Text, Tag Level)> Headings(HtmlTree tree)
    {
        List<(string Text, Tag Level)> headings = [];
        for (var tag = Tag.H1; tag <= Tag.H2; tag++)
        {
            for (var i = 0; i < tree.Count && headings.Count < 40; i++)
            {
                if (tree[i].Tag == tag && tree[i].End - i < 200 && HeadingText(tree, i) is { Length: > 0 and < 400 } text)
                {
                    headings.Add((text, tag));
                }
            }
        }
        return headings;
    }
}
