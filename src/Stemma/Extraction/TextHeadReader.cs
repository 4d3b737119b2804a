using Stemma.Model;

namespace Stemma.Extraction;

/// <summary>Reads the lines above an article's body: site, section, headline, standfirst, byline, date, place.</summary>
internal sealed class TextHeadReader(OutletNames names, DateTimeOffset fetchedAt)
{
    private static readonly Lazy<HashSet<string>> Sections = new(() => new HashSet<string>(
        EmbeddedTable.Read("Extraction/section-names.tsv").SelectMany(r => r[0].Split(' ')), StringComparer.OrdinalIgnoreCase));

    /// <summary>Fills the draft from the lines before <paramref name="bodyStart"/>.</summary>
    public void Read(IReadOnlyList<TextLine> lines, int bodyStart, ArticleDraft draft)
    {
        var title = FindTitle(lines, bodyStart);
        draft.Title = title < 0 ? "" : lines[title].Text;
        for (var i = 0; i < bodyStart; i++)
        {
            if (i != title)
            {
                ReadLine(lines, i, title, draft);
            }
        }
    }

    /// <summary>
    /// The headline: the first line above the body whose words return in the body's opening; where none does, the first
    /// that is long enough to say something. Names of sections, roles and outlets are passed over, and lines in capitals
    /// (slogans and kickers shout) yield to others.
    /// </summary>
    private int FindTitle(IReadOnlyList<TextLine> lines, int bodyStart)
    {
        var opening = OpeningWords(lines, bodyStart);
        var (best, bestScore) = (-1, 0.0);
        for (var i = 0; i < bodyStart; i++)
        {
            var line = lines[i];
            if (line.Kind is not (TextLineKind.Short or TextLineKind.Prose) || line.Words is < 2 or > 40
                || IsName(lines, i, bodyStart))
            {
                continue;
            }
            var score = 0.2 + ShareIn(line.Text, opening)
                - (IsShouted(line.Text) ? 0.15 : 0) - (line.Words < 4 ? 0.1 : 0) - (line.Text[^1] == '.' ? 0.15 : 0);
            // The standfirst often shares more words with the opening than the headline does; the first good line wins.
            if (best < 0 || score > bestScore * 1.5 + 0.1)
            {
                (best, bestScore) = (i, score);
            }
        }
        return best;
    }

    private static HashSet<string> OpeningWords(IReadOnlyList<TextLine> lines, int bodyStart)
    {
        HashSet<string> words = new(StringComparer.OrdinalIgnoreCase);
        for (var i = bodyStart; i < Math.Min(lines.Count, bodyStart + 6); i++)
        {
            words.UnionWith(LongWords(lines[i].Text));
        }
        return words;
    }

    private static double ShareIn(string line, HashSet<string> words)
    {
        var own = LongWords(line).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return own.Count == 0 ? 0 : (double)own.Count(words.Contains) / own.Count;
    }

    private static IEnumerable<string> LongWords(string line) =>
        line.Length > 4000 ? [] : line.Split(' ').Select(w => w.Trim('.', ',', ':', ';', '"', '“', '”', '’', '\'', '(', ')', '?', '!'))
            .Where(w => w.Length >= 4);

    private bool IsName(IReadOnlyList<TextLine> lines, int at, int bodyStart)
    {
        var text = lines[at].Text;
        if (Sections.Value.Contains(text) || names.Known(text) is not null || IsRole(text)
            || (at >= bodyStart - 2 && DatelineReader.IsPlaceLine(text) && at > 0))
        {
            return true;
        }
        for (var i = 0; i < bodyStart; i++)
        {
            if (i != at && lines[i].Words <= 5 && lines[i].Text == text)
            {
                // A short line that stands twice is the site's name, in its menu and above the article.
                return true;
            }
        }
        return OutletNames.LooksLikeName(text);
    }

    private static bool IsRole(string line) =>
        line.Split(' ').Length <= 5 && !BylineReader.Default.IsPerson(line, isDeclared: false)
        && BylineReader.Default.HoldsRole(line);

    private static bool IsShouted(string text) => !text.Any(char.IsLower) && text.Any(char.IsUpper);

    private void ReadLine(IReadOnlyList<TextLine> lines, int at, int title, ArticleDraft draft)
    {
        var line = lines[at];
        switch (line.Kind)
        {
            case TextLineKind.Date:
                ReadDateLine(line, at > title, draft);
                break;
            case TextLineKind.Byline:
                ReadPeople(line.Text, draft);
                ReadCredit(line.Text[(line.Text.IndexOf(' ', StringComparison.Ordinal) + 1)..], isByline: true, draft);
                draft.Drop("metadata", line.Text);
                break;
            case TextLineKind.Credit:
                ReadCredit(line.Text, isByline: false, draft);
                draft.Drop("credit", line.Text);
                break;
            case TextLineKind.Caption:
                var caption = CaptionShape.Read(line.Text) ?? (line.Text, "");
                if (!draft.Images.Any(i => i.Caption == caption.Caption))
                {
                    draft.Images.Add(new ArticleImage(
                        null, caption.Caption.Length > 0 ? caption.Caption : null, caption.Credit.Length > 0 ? caption.Credit : null));
                }
                draft.Drop("caption", line.Text);
                break;
            case TextLineKind.Furniture:
                draft.Drop(line.Furniture ?? "other", line.Text);
                break;
            default:
                ReadShort(lines, at, title, draft);
                break;
        }
    }

    private void ReadShort(IReadOnlyList<TextLine> lines, int at, int title, ArticleDraft draft)
    {
        var text = lines[at].Text;
        if (Sections.Value.Contains(text))
        {
            draft.Section ??= text;
            draft.Drop("navigation", text);
        }
        else if (at > title && DatelineReader.IsPlaceLine(text))
        {
            draft.Dateline = text;
            draft.Drop("metadata", text);
        }
        else if (at > title && lines[at].Words <= 6 && BylineReader.Default.IsPerson(text, isDeclared: false) && draft.Bylines.Count == 0
            && at + 1 < lines.Count && title >= 0)
        {
            draft.AddByline(text);
            draft.Drop("metadata", text);
        }
        else if (at == title + 1 && title >= 0 && lines[at].Words >= 6)
        {
            draft.Standfirst ??= text;
            draft.Drop("standfirst", text);
        }
        else
        {
            if (at < title && lines[at].Words <= 5 && IsSiteName(lines, at, title))
            {
                draft.Outlet ??= names.Known(text)?.Name ?? text;
            }
            draft.Drop(IsRole(text) ? "author-note" : "navigation", text);
        }
    }

    private bool IsSiteName(IReadOnlyList<TextLine> lines, int at, int title) =>
        names.Known(lines[at].Text) is not null || OutletNames.LooksLikeName(lines[at].Text)
        || lines.Take(title).Count(l => l.Text == lines[at].Text) > 1;

    /// <summary>Author, date and credit often share a line: <c>Ada Lund | 3 March 2026 - Packet/Reuters</c>.</summary>
    private void ReadDateLine(TextLine line, bool isBelowTitle, ArticleDraft draft)
    {
        draft.Drop("metadata", line.Text);
        if (DateReader.Find(line.Text) is not { } date)
        {
            return;
        }
        if (date.Moment.At <= fetchedAt && (draft.Published is null || isBelowTitle))
        {
            draft.Published = draft.Published is { HasTime: true } kept && kept.Day == date.Moment.Day ? kept : date.Moment;
        }
        var rest = line.Text[..date.Start] + "|" + line.Text[date.End..];
        foreach (var part in rest.Split(['|', '•', '·', '–', '—'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(p => p.Split(" - ", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)))
        {
            var trimmed = part.Trim('-', ' ', ',', '(', ')');
            if (trimmed.Length > 1 && !ReadCredit(trimmed, isByline: false, draft))
            {
                ReadPeople(trimmed, draft);
            }
        }
    }

    /// <summary>People, and after a comma perhaps their outlet: <c>By Ada Lund, The Bay Courier</c>.</summary>
    private void ReadPeople(string part, ArticleDraft draft)
    {
        List<string> people = [];
        foreach (var piece in part.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (names.ReadCredit(piece).Outlet is { } outlet)
            {
                draft.Outlet ??= outlet;
            }
            else
            {
                people.AddRange(BylineReader.Default.Read(piece, isDeclared: false));
            }
        }
        if (draft.Bylines.Count == 0)
        {
            people.ForEach(draft.AddByline);
        }
    }

    /// <summary>Takes outlet and agency from a credit. In a byline a single agency is whose text it is, not the outlet.</summary>
    private bool ReadCredit(string credit, bool isByline, ArticleDraft draft)
    {
        var (outlet, via) = names.ReadCredit(credit);
        if (outlet is null)
        {
            return false;
        }
        if (isByline && via is null)
        {
            draft.Via ??= outlet;
        }
        else
        {
            draft.Outlet ??= outlet;
            draft.Via ??= via;
        }
        return true;
    }
}
