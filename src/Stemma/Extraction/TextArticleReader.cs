using Stemma.Model;
using Stemma.Outlets;

namespace Stemma.Extraction;

/// <summary>Reads one article out of its lines of plain text.</summary>
internal sealed class TextArticleReader(OutletRegistry outlets, OutletNames names, DateTimeOffset fetchedAt)
{
    private readonly ArticleDraft _draft = new();

    /// <summary>The article; null where the lines hold no running text.</summary>
    /// <param name="lines">Its lines, from the first line of the head to the last before the next article.</param>
    /// <param name="isAlone">Whether it is the only article of the page, so that the page's own words are its outlet's.</param>
    public ArticleDraft? Read(IReadOnlyList<TextLine> lines, bool isAlone)
    {
        var bodyStart = FindBody(lines);
        if (bodyStart < 0)
        {
            return null;
        }
        new TextHeadReader(names, fetchedAt).Read(lines, bodyStart, _draft);
        var bodyEnd = FindTail(lines, bodyStart);
        ReadBody(lines, bodyStart, bodyEnd);
        ReadTail(lines, bodyEnd);
        if (_draft.Paragraphs.Count == 0)
        {
            return null;
        }
        FinishCredits();
        if (isAlone)
        {
            _draft.Outlet ??= OutletFromText.FromPage(lines, bodyStart, bodyEnd, _draft.Bylines, names);
        }
        _draft.Outlet ??= OutletFromText.FromSelfReference(_draft.Paragraphs, names);
        if (_draft.Outlet is not null && outlets.FindByName(_draft.Outlet) is { Kind: OutletKind.Aggregator })
        {
            _draft.Outlet = null;
        }
        return _draft;
    }

    /// <summary>
    /// The first line of running text. Headlines and standfirsts may be whole sentences, so as long as a date, byline or
    /// credit is still to come before the first long paragraph, the head goes on.
    /// </summary>
    private static int FindBody(IReadOnlyList<TextLine> lines)
    {
        var first = -1;
        for (var i = 0; i < lines.Count; i++)
        {
            var kind = lines[i].Kind;
            if (kind == TextLineKind.Prose && first < 0 && IsBodyStart(lines, i))
            {
                first = i;
            }
            if (kind is TextLineKind.Date or TextLineKind.Byline or TextLineKind.Credit && first >= 0 && i - first <= 4)
            {
                first = -1;
            }
            if (kind == TextLineKind.Prose && first >= 0 && (lines[i].Words >= 25 || i - first > 4))
            {
                return first;
            }
        }
        return first;
    }

    /// <summary>Running text goes on: a single short sentence among stubs is a slogan of the page.</summary>
    private static bool IsBodyStart(IReadOnlyList<TextLine> lines, int at)
    {
        if (lines[at].Words >= 18)
        {
            return true;
        }
        var next = at + 1;
        while (next < lines.Count && lines[next].Kind == TextLineKind.Caption)
        {
            next++;
        }
        return next < lines.Count && lines[next].Kind == TextLineKind.Prose;
    }

    /// <summary>
    /// Where the article's tail begins: the first furniture line from which on at least half of the lines are furniture
    /// or stubs; but in any case after the last line of running text.
    /// </summary>
    private int FindTail(IReadOnlyList<TextLine> lines, int bodyStart)
    {
        var lastProse = bodyStart;
        for (var i = bodyStart; i < lines.Count; i++)
        {
            lastProse = lines[i].Kind == TextLineKind.Prose ? i : lastProse;
        }
        var (furniture, total, tail) = (0, 0, lastProse + 1);
        for (var i = lines.Count - 1; i > bodyStart; i--)
        {
            total++;
            var isStub = lines[i].Furniture is not null || (i > lastProse && lines[i].Kind == TextLineKind.Short)
                || FurnitureKinds.LooksLikeAuthorNote(lines[i].Text, lines[i].Words, []);
            furniture += isStub ? 1 : 0;
            if (isStub && furniture * 2 > total)
            {
                tail = Math.Min(tail, i);
            }
        }
        // The heading of a plea is a short line just above it.
        while (tail - 1 > bodyStart && lines[tail - 1].Kind != TextLineKind.Prose)
        {
            tail--;
        }
        while (tail - 1 > bodyStart && FurnitureKinds.LooksLikeAuthorNote(lines[tail - 1].Text, lines[tail - 1].Words, _draft.Bylines))
        {
            tail--;
        }
        return tail;
    }

    private void ReadBody(IReadOnlyList<TextLine> lines, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            var line = lines[i];
            switch (line.Kind)
            {
                case TextLineKind.Prose:
                    _draft.Paragraphs.Add(line.Text);
                    break;
                case TextLineKind.Short when IsSubhead(lines, i, end):
                    _draft.Paragraphs.Add(line.Text);
                    break;
                case TextLineKind.Short:
                    _draft.Drop("other", line.Text);
                    break;
                default:
                    DropLine(line);
                    break;
            }
        }
    }

    /// <summary>A short line that running text follows, with at most a caption or another short line between.</summary>
    private static bool IsSubhead(IReadOnlyList<TextLine> lines, int at, int end)
    {
        for (var i = at + 1; i < Math.Min(end, at + 3); i++)
        {
            if (lines[i].Kind == TextLineKind.Prose)
            {
                return true;
            }
            if (lines[i].Kind == TextLineKind.Furniture)
            {
                return false;
            }
        }
        return false;
    }

    private void ReadTail(IReadOnlyList<TextLine> lines, int start)
    {
        for (var i = start; i < lines.Count; i++)
        {
            var line = lines[i];
            if (line.Kind == TextLineKind.Byline)
            {
                var people = BylineReader.Default.Read(line.Text, isDeclared: false);
                if (_draft.Bylines.Count == 0)
                {
                    people.ForEach(_draft.AddByline);
                }
            }
            if (line.Kind == TextLineKind.Date && _draft.Published is null && i < start + 3)
            {
                var moment = DateReader.Read(line.Text);
                _draft.Published = moment is { } m && m.At <= fetchedAt ? m : null;
            }
            if (FurnitureKinds.LooksLikeAuthorNote(line.Text, line.Words, _draft.Bylines))
            {
                _draft.Drop("author-note", line.Text);
            }
            else
            {
                DropLine(line);
            }
        }
    }

    private void DropLine(TextLine line)
    {
        switch (line.Kind)
        {
            case TextLineKind.Caption:
                var caption = CaptionShape.Read(line.Text) ?? (line.Text, "");
                if (!_draft.Images.Any(i => i.Caption == caption.Caption && i.Credit == caption.Credit))
                {
                    _draft.Images.Add(new ArticleImage(
                        null, caption.Caption.Length > 0 ? caption.Caption : null, caption.Credit.Length > 0 ? caption.Credit : null));
                }
                _draft.Drop("caption", line.Text);
                break;
            case TextLineKind.Furniture:
                _draft.Drop(line.Furniture ?? "other", line.Text);
                break;
            case TextLineKind.Credit:
                _draft.Drop("credit", line.Text);
                break;
            case TextLineKind.Date or TextLineKind.Byline:
                _draft.Drop("metadata", line.Text);
                break;
            default:
                _draft.Drop(line.Furniture ?? "related", line.Text);
                break;
        }
    }

    private void FinishCredits()
    {
        var last = _draft.Paragraphs[^1];
        if (last.Length < 45 && last[0] == '(' && last[^1] == ')')
        {
            var (outlet, via) = names.ReadCredit(last.Trim('(', ')'));
            _draft.Via ??= via ?? outlet;
            _draft.Paragraphs.RemoveAt(_draft.Paragraphs.Count - 1);
            _draft.Drop("credit", last);
        }
        if (_draft.Paragraphs.Count > 0 && DatelineReader.Read(_draft.Paragraphs[0]).Agency is { } agency)
        {
            _draft.Via ??= names.Known(agency)?.Name;
        }
    }
}
