using System.Text.RegularExpressions;
using Stemma.Extraction.Learning;

namespace Stemma.Extraction;

/// <summary>Decides of each block of a page whether it belongs to the body, and as what it is dropped if not.</summary>
internal sealed partial class HtmlBodyReader(BodyModel model)
{
    // Out of fold .4 is best for wcxb_dev, .6 for trafi990, and scrapinghub is flat between them: F1 within .006
    // (stemma train extraction, 2026-11-24).
    private const float Threshold = 0.5f;

    // Words that tell of furniture were right in 60 of 150 lines that the model kept, nearly all of them below this; out of
    // fold, both labelled sets, 2026-11-24.
    private const float Sure = 0.8f;

    // A headline below so many words of text is that of another article, or stands a second time.
    private const int WordsAboveTitle = 60;

    /// <summary>The kind each block is dropped as, null for blocks of the body; in the order of the blocks.</summary>
    public string?[] Read(PageContext page)
    {
        var kinds = new string?[page.Blocks.Count];
        var scores = model.Score(page);
        var headEnd = HeadEnd(page, scores);
        for (var i = 0; i < kinds.Length; i++)
        {
            kinds[i] = scores[i] > Threshold && !(i < headEnd && IsHead(page, i)) && !(scores[i] < Sure && IsTelling(page, i))
                ? null : BlockKinds.OfDropped(page.Blocks[i], page.Metadata);
        }
        FaintBody.Find(page, scores, kinds);
        CutHead(page, kinds);
        CutTags(page, scores, kinds);
        CutTail(page, scores, kinds);
        KeepRules(page, kinds);
        return kinds;
    }

    /// <summary>A line of underscores belongs to the paragraph above it.</summary>
    private static void KeepRules(PageContext page, string?[] kinds)
    {
        for (var i = 0; i < kinds.Length; i++)
        {
            if (page.Blocks[i].IsRule)
            {
                kinds[i] = i > 0 && kinds[i - 1] is null && page.ParentOf(i) == page.ParentOf(i - 1) ? null : "other";
            }
        }
    }

    /// <summary>Just past the headline and the line below it; 0 if there is no headline above the text.</summary>
    private static int HeadEnd(PageContext page, float[] scores)
    {
        var above = 0;
        for (var i = 0; i < page.TitleBlock; i++)
        {
            above += scores[i] > Threshold ? page.Blocks[i].Words : 0;
        }
        return page.TitleBlock < 0 || above > WordsAboveTitle ? 0 : page.TitleBlock + 2;
    }

    /// <summary>The headline, and short lines above it.</summary>
    private static bool IsHead(PageContext page, int i) =>
        page.Blocks[i].Text == page.Metadata.Title || (i < page.TitleBlock && page.Blocks[i].Words <= 12);

    /// <summary>Short lines whose words betray furniture.</summary>
    private static bool IsTelling(PageContext page, int i)
    {
        var block = page.Blocks[i];
        return (block.Words <= 25 && page.Furniture[i] is "ad" or "signup-wall" or "share" or "consent" or "comments")
            || (block.Words <= 60 && page.Furniture[i] is "correction" && i > page.Blocks.Count / 4)
            || (block.Words <= 25 && (block.Regions & PageRegions.Aside) != 0 && ((block.OwnHints | block.NearHints) & ClassHints.Promo) != 0)
            || (block.Words <= 30 && page.Furniture[i] is "promo" && page.Metadata.Outlet is { } outlet && block.Text.Contains(outlet, StringComparison.OrdinalIgnoreCase))
            || (block.Words <= 60 && block.Pictures > 0 && (block.OwnHints & ClassHints.Caption) != 0)
            || (block.Words <= 14 && PlayingTime().IsMatch(block.Text))
            || (i > 0 && block.Words <= 25 && page.Furniture[i - 1] is "promo" or "signup-wall"
                && page.ParentOf(i) == page.ParentOf(i - 1) && page.ParentOf(i) != page.MainParent);
    }

    /// <summary>
    /// The one line between the headline and a byline or date that was dropped is the standfirst; so is a line that its
    /// class calls one. Only the first line that was kept can be it. English pages alone: there it sums the article up, and
    /// labelled texts leave it out (45 of 66); elsewhere it is the first paragraph, which the next one goes on from (38 of 40), unless it is a short second headline.
    /// </summary>
    private static void CutHead(PageContext page, string?[] kinds)
    {
        var first = Array.FindIndex(kinds, k => k is null);
        if (first < 0 || page.TitleBlock < 0 || first <= page.TitleBlock || first > page.TitleBlock + 4
            || page.Blocks[first].Words is > 45 or < 4 || !IsApart(page, page.Blocks[first]) || !HoldsMore(page, kinds, first))
        {
            return;
        }
        var block = page.Blocks[first];
        var isCalled = (block.OwnHints & ClassHints.Standfirst) != 0 && (block.OwnHints & ClassHints.Body) == 0;
        var isBeforeByline = false;
        for (var i = first + 1; i < Math.Min(kinds.Length, first + 5) && kinds[i] is not null; i++)
        {
            var next = page.Blocks[i];
            isBeforeByline |= next.Words <= 14 && (page.HasByline[i] || page.HasDate[i]);
        }
        var isDescription = page.Metadata.Description is { } description && TitleReader.WordOverlap(block.Text, description) > 0.85;
        // Text that repeats the make of the first line is body text, whatever stands below it.
        var isAlone = !Enumerable.Range(first + 1, kinds.Length - first - 1)
            .Any(i => kinds[i] is null && page.Signatures[i] == page.Signatures[first]);
        var isNamed = isCalled || block.Tag == Html.Tag.H2;
        if (isAlone && ((isBeforeByline && (isNamed || isDescription)) || (isDescription && (isNamed || first == page.TitleBlock + 1))))
        {
            kinds[first] = "standfirst";
        }
    }

    private static bool IsApart(PageContext page, PageBlock block) =>
        page.Language == "en" || (block.Words < 9 && !SentenceEnds.At(block.Text));

    private static bool HoldsMore(PageContext page, string?[] kinds, int first)
    {
        var words = 0;
        for (var i = first + 1; i < kinds.Length; i++)
        {
            words += kinds[i] is null ? page.Blocks[i].Words : 0;
        }
        return words >= FaintBody.EnoughWords;
    }

    /// <summary>Lines at the end that tell of the author, or where to write to, are no text of the article.</summary>
    private static void CutTail(PageContext page, float[] scores, string?[] kinds)
    {
        for (var i = kinds.Length - 1; i > 0; i--)
        {
            if (kinds[i] is null)
            {
                var block = page.Blocks[i];
                kinds[i] = FurnitureKinds.LooksLikeAuthorNote(block.Text, block.Words, page.Metadata.Bylines) && block.Words <= 60 ? "author-note"
                    : block.Words <= 40 && IsAddress(block.Text) ? "promo"
                    : block.Words <= 40 && page.Furniture[i] is "promo" or "related" ? page.Furniture[i]
                    : null;
                if (kinds[i] is null || scores[i] >= Sure)
                {
                    kinds[i] = null;
                    return;
                }
            }
        }
    }

    private static bool IsAddress(string text) =>
        text.IndexOf('@', StringComparison.Ordinal) is var at && at > 0 && at + 3 < text.Length && char.IsLetterOrDigit(text[at - 1])
        && char.IsLetterOrDigit(text[at + 1]);

    /// <summary>Lone words after the text that link to topics are its tags.</summary>
    private static void CutTags(PageContext page, float[] scores, string?[] kinds)
    {
        for (var i = Array.FindLastIndex(kinds, k => k is null); i > 0; i--)
        {
            var block = page.Blocks[i];
            var isTag = (block.LinksTo & LinkHints.Topic) != 0 && block.LinkShare > 0.8 && block.Words / Math.Max(1, block.Links) <= 4;
            if (kinds[i] is null && (!isTag || scores[i] >= Sure))
            {
                break;
            }
            kinds[i] ??= "tags";
        }
    }

    // "(2 Min.)", "(3:40)": a line that ends so is the label of a video.
    [GeneratedRegex(@"\((\d{1,2}:\d\d|\d{1,3}\s?(min|mins|minutes|minuten|sek|sec)\.?)\)$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PlayingTime();
}
