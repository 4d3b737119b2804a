using Stemma.Extraction.Learning;
using Stemma.Model;
using Stemma.Outlets;

namespace Stemma.Extraction;

/// <summary>
/// Tells the articles of a round-up page apart: by headings that a date, byline or credit follows before the next prose,
/// as <see cref="TextPageReader"/> does for plain text.
/// </summary>
internal sealed class RoundUpReader(OutletRegistry outlets)
{
    // What stands so many blocks above the first prose may be the first article's head.
    private const int HeadBlocks = 10;
    private const int MinimumWords = 50;

    private readonly OutletNames _names = new(outlets);

    /// <summary>The articles in page order; empty for a page that holds one or none.</summary>
    /// <param name="page">The page.</param>
    /// <param name="kinds">As what each block is dropped; null for blocks of a body.</param>
    /// <param name="fetchedAt">Nothing may be dated later.</param>
    public List<ArticleDraft> Read(PageContext page, string?[] kinds, DateTimeOffset fetchedAt)
    {
        var first = Array.FindIndex(kinds, k => k is null);
        var last = Array.FindLastIndex(kinds, k => k is null);
        if (last - first < 5)
        {
            return [];
        }
        List<TextLine> lines = [];
        for (var i = Math.Max(0, first - HeadBlocks); i <= Math.Min(kinds.Length - 1, last + 2); i++)
        {
            lines.Add(new TextLine(page.Blocks[i].Text, page.Blocks[i].Words, true));
        }
        new TextLineClassifier(_names).Classify(lines);
        for (var i = 0; i < lines.Count; i++)
        {
            var block = Math.Max(0, first - HeadBlocks) + i;
            Settle(lines[i], page.Blocks[block], kinds[block]);
        }
        var starts = TextPageReader.FindStarts(lines);
        if (starts.Count < 2)
        {
            return [];
        }
        starts[0] = FirstHeadline(page, lines, Math.Max(0, first - HeadBlocks), starts[1]);
        List<ArticleDraft> drafts = [];
        for (var i = 0; i < starts.Count; i++)
        {
            var end = i + 1 < starts.Count ? starts[i + 1] : lines.Count;
            var draft = new TextArticleReader(outlets, _names, fetchedAt).Read(lines[starts[i]..end], isAlone: false);
            if (draft is null || draft.Paragraphs.Sum(p => WordCounter.Count(p)) < MinimumWords)
            {
                // One part that is no article means that the headings mean something else.
                return [];
            }
            draft.Url = page.Metadata.Url;
            draft.Language = page.Metadata.Language;
            draft.Kind = ArticleKind.RoundUp;
            drafts.Add(draft);
        }
        return AreArticles(drafts, [.. starts.Select(s => Math.Max(0, first - HeadBlocks) + s)], page) ? drafts : [];
    }

    /// <summary>
    /// Sections of one article have headings too, and sometimes a credit or a date below one of them. Articles have each a
    /// headline, of one make from the second on, and each its own day, or each its own outlet. Looser rules parted 37 of 1,960 labelled
    /// pages, of which three at most hold several articles.
    /// </summary>
    private static bool AreArticles(List<ArticleDraft> drafts, List<int> starts, PageContext page)
    {
        if (drafts.Any(d => d.Title.Length == 0 || (d.Published is null && d.Outlet is null))
            || drafts.Select(d => d.Title).Distinct(StringComparer.OrdinalIgnoreCase).Count() < drafts.Count)
        {
            return false;
        }
        var make = page.Signatures[starts[1]];
        var isOneMake = starts.Skip(1).All(s => page.Signatures[s] == make && page.Blocks[s].IsHeading
            && ((page.Blocks[s].OwnHints | page.Blocks[s].NearHints) & (ClassHints.Comment | ClassHints.Related | ClassHints.Popular)) == 0);
        return isOneMake && ((drafts.Count > 2 && drafts.All(d => d.Published is not null))
            || drafts.Select(d => d.Outlet).OfType<string>().Distinct().Count() == drafts.Count);
    }

    /// <summary>
    /// Where the first article begins: at the last heading above its body that is of one make with the other articles'
    /// headlines, so that the page's own title is not taken for its headline.
    /// </summary>
    private static int FirstHeadline(PageContext page, List<TextLine> lines, int offset, int secondStart)
    {
        var body = lines.FindIndex(l => l.Kind == TextLineKind.Prose);
        var make = page.Blocks[offset + secondStart].Tag;
        for (var i = Math.Min(body, secondStart) - 1; i >= 0; i--)
        {
            if (lines[i].Kind == TextLineKind.Short && page.Blocks[offset + i].Tag == make)
            {
                return i;
            }
        }
        return 0;
    }

    /// <summary>Lets the page's own evidence overrule what the line looks like alone.</summary>
    private static void Settle(TextLine line, PageBlock block, string? kind)
    {
        if (block.IsHeading && line.Kind is TextLineKind.Prose or TextLineKind.Short or TextLineKind.Furniture)
        {
            line.Kind = TextLineKind.Short;
            line.Furniture = null;
        }
        else if (kind is null && line.Kind is TextLineKind.Furniture or TextLineKind.Short)
        {
            line.Kind = TextLineKind.Prose;
            line.Furniture = null;
        }
        else if (kind is not null && line.Kind is TextLineKind.Prose or TextLineKind.Short)
        {
            line.Kind = TextLineKind.Furniture;
            line.Furniture = kind;
        }
    }
}
