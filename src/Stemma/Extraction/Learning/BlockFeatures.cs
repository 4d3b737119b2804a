using Stemma.Extraction.Html;

namespace Stemma.Extraction.Learning;

/// <summary>Describes each block of a page by numbers: its words, its place, its names, its neighbours, the page.</summary>
internal sealed class BlockFeatures
{
    private static readonly ClassHints[] HintGroups =
    [
        ClassHints.Nav | ClassHints.Head | ClassHints.Foot | ClassHints.Pager, ClassHints.Side, ClassHints.Related,
        ClassHints.Popular, ClassHints.Teaser, ClassHints.Share, ClassHints.Comment, ClassHints.Promo,
        ClassHints.Paywall | ClassHints.Ad, ClassHints.Caption, ClassHints.Media, ClassHints.Author,
        ClassHints.Date | ClassHints.Meta, ClassHints.Tags, ClassHints.Title, ClassHints.Standfirst, ClassHints.Body,
        ClassHints.Widget, ClassHints.Hidden | ClassHints.Form | ClassHints.Consent, ClassHints.Quote,
        ClassHints.Note, ClassHints.Live,
    ];

    private static readonly string[] FurnitureNames =
        ["related", "promo", "signup-wall", "ad", "share", "comments", "metadata", "caption", "author-note", "tags", "navigation", "correction"];

    private readonly PageContext _page;
    private readonly LineWords _words;
    private readonly PageSums _sums;
    private readonly ClaimedText _claimed;
    private readonly ClaimedBlocks _claims;
    private readonly EchoedLines _echoes;
    private readonly WordSet _title;
    private readonly WordSet _description;

    private BlockFeatures(PageContext page, LineWords words)
    {
        _words = words;
        _page = page;
        _sums = new PageSums(page);
        _claimed = new ClaimedText(page.Metadata.ClaimedBody);
        _claims = new ClaimedBlocks(_claimed, page.Blocks);
        _echoes = new EchoedLines(page);
        _title = new WordSet(page.Metadata.Title);
        _description = new WordSet(page.Metadata.Description ?? "");
    }

    /// <summary>How many numbers describe a block.</summary>
    public const int Count = 243;

    /// <summary>The numbers of all blocks, row after row.</summary>
    public static float[] Of(PageContext page, LineWords words)
    {
        var rows = new float[page.Blocks.Count * Count];
        var features = new BlockFeatures(page, words);
        for (var i = 0; i < page.Blocks.Count; i++)
        {
            var row = new FeatureRow(rows.AsSpan(i * Count, Count));
            features.Write(i, ref row);
            if (row.Count != Count)
            {
                throw new InvalidOperationException($"Could not describe a block: {row.Count} features where {Count} are declared.");
            }
        }
        return rows;
    }

    private void Write(int i, ref FeatureRow row)
    {
        var block = _page.Blocks[i];
        WriteWords(block, i, ref row);
        WritePlace(block, i, ref row);
        WriteHints(block.OwnHints, ref row);
        WriteHints(block.NearHints, ref row);
        WriteHints(block.AllHints, ref row);
        WritePage(block, i, ref row);
        for (var offset = -3; offset <= 3; offset++)
        {
            if (offset != 0)
            {
                WriteNeighbour(i, i + offset, ref row);
            }
        }
    }

    private void WriteWords(PageBlock block, int i, ref FeatureRow row)
    {
        var text = block.Text;
        int digits = 0, capitals = 0, commas = 0, marks = 0, bars = 0;
        foreach (var c in text)
        {
            digits += char.IsAsciiDigit(c) ? 1 : 0;
            capitals += char.IsUpper(c) ? 1 : 0;
            commas += c is ',' or '，' or '、' ? 1 : 0;
            marks += c is '.' or '!' or '?' or '。' or ';' or '…' ? 1 : 0;
            bars += c is '|' or '•' or '›' or '»' or '/' or '>' ? 1 : 0;
        }
        row.AddLog(block.Words);
        row.AddLog(text.Length);
        row.Add((double)text.Length / Math.Max(1, block.Words));
        row.Add(block.LinkShare);
        row.AddLog(block.Links);
        row.Add((double)block.StyledChars / text.Length);
        row.Add(SentenceEnds.At(text));
        row.Add(text[^1] == ':');
        row.Add(char.IsLower(text[0]));
        row.Add((double)digits / text.Length);
        row.Add((double)capitals / text.Length);
        row.Add((double)commas / Math.Max(1, block.Words));
        row.AddLog(marks);
        row.AddLog(bars);
        row.Add(text.Contains('©', StringComparison.Ordinal));
        row.Add(text.Contains('?', StringComparison.Ordinal));
        row.Add(text[0] is '"' or '“' or '„' or '«');
        row.Add(text[0] is '*' or '-' or '–' or '—' or '•' or '(' or '[');
        row.Add(text.Contains('@', StringComparison.Ordinal));
        row.Add(text.Contains("http", StringComparison.Ordinal) || text.Contains("www.", StringComparison.Ordinal));
        row.Add(text.Contains('!', StringComparison.Ordinal));
        row.Add(text.AsSpan(0, Math.Min(text.Length, 30)).IndexOf(':'));
        row.Add((double)block.FirstLinkAt / text.Length);
        row.Add((double)block.LastLinkEnd / text.Length);
        var (mean, least, greatest, first) = _words.Of(text, block.Words);
        row.Add(mean);
        row.Add(least);
        row.Add(greatest);
        row.Add(first);
        row.Add(_page.HasDate[i]);
        row.Add(_page.HasByline[i]);
        row.Add(CaptionShape.Read(text) is not null);
        row.Add(FurnitureKinds.LooksLikeAuthorNote(text, block.Words, _page.Metadata.Bylines));
        row.Add(PleaScore.Default.Of(text, block.Words));
        foreach (var kind in FurnitureNames)
        {
            row.Add(_page.Furniture[i] == kind);
        }
    }

    private void WritePlace(PageBlock block, int i, ref FeatureRow row)
    {
        row.Add(block.Tag == Tag.P);
        row.Add(block.Tag == Tag.Li);
        row.Add(block.Tag == Tag.Div);
        row.Add(block.Tag is Tag.Td or Tag.Th);
        row.Add(TagKinds.IsHeading(block.Tag) ? block.Tag - Tag.H1 + 1 : 0);
        row.Add(block.Tag is Tag.Section or Tag.Article or Tag.Main);
        row.Add(_page.Tree[_page.ParentOf(i)].Tag is Tag.Li or Tag.Ul or Tag.Ol);
        for (var bit = 0; bit < 22; bit++)
        {
            row.Add(((int)block.Regions >> bit & 1) != 0);
        }
        row.Add(_page.Depths[i]);
        for (var bit = 0; bit < 8; bit++)
        {
            row.Add(((int)block.LinksTo >> bit & 1) != 0);
        }
        row.AddLog(block.Pictures);
        row.Add(_page.HeadDistance(i));
    }

    private static void WriteHints(ClassHints hints, ref FeatureRow row)
    {
        foreach (var group in HintGroups)
        {
            row.Add((hints & group) != 0);
        }
    }

    private void WritePage(PageBlock block, int i, ref FeatureRow row)
    {
        var count = _page.Blocks.Count;
        var tree = _page.Tree;
        var container = _page.Container;
        row.Add((double)i / count);
        row.AddLog(count);
        row.AddLog(_page.ProseWords);
        row.Add((double)_page.ProseWords / Math.Max(1, _page.TotalWords));
        row.Add(block.Node >= container && block.Node < tree[container].End);
        row.Add(_sums.LevelsTo(i, container));
        row.Add(_sums.LevelsTo(i, _page.MainParent));
        row.Add(_page.ParentOf(i) == _page.MainParent);
        row.AddLog(i - _sums.FirstProse);
        row.AddLog(i - _sums.LastProse);
        row.Add(_sums.ProseBefore[i]);
        row.Add(_sums.ProseAfter(i));
        row.AddLog(_page.TitleBlock < 0 ? 99 : i - _page.TitleBlock);
        row.Add(block.Words < 60 ? _title.Overlap(block.Text) : 0);
        row.Add(block.Words < 90 ? _description.Overlap(block.Text) : 0);
        row.Add(_claims.Own[i]);
        row.Add(_claimed.WordsPer(_page.ProseWords));
        row.Add(_claims.Before[i]);
        row.Add(_claims.After[i]);
        row.Add(_claims.Covered);
        row.Add(_echoes.Share(block.Text));
        row.AddLog(_sums.SinceHeadLine[i]);
        row.AddLog(_sums.Siblings[i].Before);
        row.AddLog(_sums.Siblings[i].After);
        row.Add(_page.Language == "en" ? 1 : _page.Language == "und" ? 0 : -1);
        row.AddLog(_page.Repeats[block.Text]);
        _sums.WriteGroup(_sums.ByParent[_page.ParentOf(i)], ref row);
        _sums.WriteGroup(_sums.ByGrandparent[_sums.GrandparentOf(i)], ref row);
        _sums.WriteGroup(_sums.BySignature[_page.Signatures[i]], ref row);
        var heading = _sums.HeadingAbove[i];
        row.AddLog(heading < 0 ? 99 : i - heading);
        row.Add(heading >= 0 && _page.Furniture[heading] is not null);
        row.Add(heading >= 0 && (_page.Blocks[heading].Regions & PageRegions.Heading) != 0
            ? _page.Blocks[heading].Tag - Tag.H1 + 1 : 0);
    }

    private void WriteNeighbour(int i, int other, ref FeatureRow row)
    {
        if (other < 0 || other >= _page.Blocks.Count)
        {
            for (var k = 0; k < 8; k++)
            {
                row.Add(-1);
            }
            return;
        }
        var block = _page.Blocks[other];
        row.AddLog(block.Words);
        row.Add(block.LinkShare);
        row.Add(block.IsHeading);
        row.Add(_page.IsProse[other]);
        row.Add(_page.Furniture[other] is not null);
        row.Add(_page.Signatures[other] == _page.Signatures[i]);
        row.Add(SentenceEnds.At(block.Text));
        row.Add(_page.ParentOf(other) == _page.ParentOf(i));
    }
}
