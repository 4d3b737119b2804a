using System.Text;
using Stemma.Model;
using Stemma.Text;

namespace Stemma.Extraction;

/// <summary>Turns drafts into articles: joins the paragraphs, numbers the articles of one page, tells the language.</summary>
internal static class ArticleAssembler
{
    /// <summary>The articles in page order. A page's only article keeps the page's name; several are numbered from 1.</summary>
    public static List<Article> Assemble(IReadOnlyList<ArticleDraft> drafts, FetchedDocument document)
    {
        List<Article> articles = [];
        for (var i = 0; i < drafts.Count; i++)
        {
            var source = drafts.Count == 1 ? document.Source : $"{document.Source}#{i + 1}";
            articles.Add(Assemble(drafts[i], source, document));
        }
        return articles;
    }

    /// <summary>An article with other paragraphs, and so with another text and id; all else as it was.</summary>
    public static Article WithParagraphs(Article article, IReadOnlyList<string> paragraphs)
    {
        var (body, spans) = Join(paragraphs);
        return article with
        {
            Id = new ArticleId(ContentId.Of(article.Url?.AbsoluteUri ?? "", article.Outlet ?? "", article.Title, body)),
            Text = body,
            Paragraphs = spans,
        };
    }

    private static (string Text, List<TextSpan> Spans) Join(IReadOnlyList<string> lines)
    {
        var text = new StringBuilder();
        List<TextSpan> paragraphs = new(lines.Count);
        foreach (var paragraph in lines)
        {
            if (text.Length > 0)
            {
                text.Append("\n\n");
            }
            paragraphs.Add(new TextSpan(text.Length, text.Length + paragraph.Length));
            text.Append(paragraph);
        }
        return (text.ToString(), paragraphs);
    }

    private static Article Assemble(ArticleDraft draft, string source, FetchedDocument document)
    {
        var (body, paragraphs) = Join(draft.Paragraphs);
        var url = draft.Url ?? document.Url;
        draft.Dateline ??= draft.Paragraphs.Count > 0 ? DatelineReader.Read(draft.Paragraphs[0]).Place : null;
        return new Article
        {
            Id = new ArticleId(ContentId.Of(url?.AbsoluteUri ?? "", draft.Outlet ?? "", draft.Title, body)),
            Source = source,
            Url = url,
            Outlet = draft.Outlet,
            Title = draft.Title,
            Standfirst = draft.Standfirst,
            Bylines = draft.Bylines,
            Published = draft.Published,
            Updated = draft.Updated,
            Language = LanguageOf(draft, body),
            Dateline = draft.Dateline,
            Section = draft.Section,
            Via = draft.Via == draft.Outlet ? null : draft.Via,
            Kind = draft.Kind,
            IsPaywalled = draft.IsPaywalled,
            Text = body,
            Paragraphs = paragraphs,
            Images = draft.Images,
            Dropped = draft.Dropped,
        };
    }

    /// <summary>The text's own language; what the page declares only where the text is too short to tell.</summary>
    private static string LanguageOf(ArticleDraft draft, string body)
    {
        var detected = LanguageDetector.Default.Detect(body);
        if (detected != "und")
        {
            return detected;
        }
        var declared = draft.Language?.Trim().ToLowerInvariant();
        return declared is { Length: >= 2 } && (declared.Length == 2 || declared[2] is '-' or '_')
            && char.IsAsciiLetter(declared[0]) && char.IsAsciiLetter(declared[1]) ? declared[..2] : "und";
    }
}
