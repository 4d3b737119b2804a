using Stemma.Extraction.Learning;
using Stemma.Model;
using Stemma.Outlets;

namespace Stemma.Extraction;

/// <summary>Puts the one article of a page together from its blocks and its metadata.</summary>
internal sealed class HtmlDraftReader(OutletRegistry outlets)
{
    private readonly OutletNames _names = new(outlets);

    /// <summary>The draft; without paragraphs if no block was kept.</summary>
    public ArticleDraft Read(PageContext page, string?[] kinds)
    {
        var metadata = page.Metadata;
        var draft = new ArticleDraft
        {
            Title = metadata.ArticleTitle,
            Outlet = metadata.Outlet,
            Via = metadata.Via,
            Published = metadata.Published,
            Updated = metadata.Updated,
            Language = metadata.Language,
            Url = metadata.Url,
            Section = metadata.Section,
            Kind = metadata.Kind,
            IsPaywalled = metadata.IsPaywalled,
        };
        draft.Bylines.AddRange(metadata.Bylines);
        for (var i = 0; i < kinds.Length; i++)
        {
            var text = page.Blocks[i].Text;
            if (kinds[i] is not { } kind)
            {
                draft.Paragraphs.Add(text);
            }
            else if (kind == "standfirst")
            {
                draft.Standfirst ??= text;
                draft.Drop(kind, text);
            }
            else if (kind != "title")
            {
                draft.Drop(kind, text);
            }
        }
        ReadSignOff(draft);
        ReadImages(page, kinds, draft);
        return draft;
    }

    /// <summary>"(Halyard)" after the last paragraph, or in the dateline, says whose text it is.</summary>
    private void ReadSignOff(ArticleDraft draft)
    {
        if (draft.Paragraphs.Count > 1 && draft.Paragraphs[^1] is { Length: < 45 } last && last[0] == '(' && last[^1] == ')' && IsName(last.Trim('(', ')')))
        {
            draft.Paragraphs.RemoveAt(draft.Paragraphs.Count - 1);
            draft.Drop("credit", last);
        }
        foreach (var dropped in draft.Dropped)
        {
            if (dropped.Text is { Length: < 45 and > 4 } text && text[0] == '(' && text[^1] == ')')
            {
                var name = text.Trim('(', ')');
                draft.Via ??= _names.Known(name)?.Name ?? (BylineReader.Default.IsPerson(name, isDeclared: true) ? name : null);
            }
        }
        if (draft.Paragraphs.Count > 0 && DatelineReader.Read(draft.Paragraphs[0]).Agency is { } agency
            && _names.Known(agency) is { Kind: OutletKind.Agency } known && known.Name != draft.Outlet)
        {
            draft.Via ??= known.Name;
        }
        draft.Bylines.RemoveAll(b => b.Equals(draft.Via, StringComparison.OrdinalIgnoreCase));
    }

    private bool IsName(string text) =>
        WordCounter.Count(text) <= 3 || _names.Known(text) is not null || BylineReader.Default.IsPerson(text, isDeclared: true);

    private static void ReadImages(PageContext page, string?[] kinds, ArticleDraft draft)
    {
        var lead = page.Metadata.Image;
        for (var i = 0; i < kinds.Length && draft.Images.Count < 20; i++)
        {
            if (kinds[i] != "caption" || page.Blocks[i].Words > 80)
            {
                continue;
            }
            var text = page.Blocks[i].Text;
            var (caption, credit) = CaptionShape.Read(text) ?? (text, "");
            if (!draft.Images.Any(d => d.Caption == caption))
            {
                draft.Images.Add(new ArticleImage(draft.Images.Count == 0 ? lead : null,
                    caption.Length > 0 ? caption : null, credit.Length > 0 ? credit : null));
            }
        }
        if (draft.Images.Count == 0 && lead is not null)
        {
            draft.Images.Add(new ArticleImage(lead, null, null));
        }
    }
}
