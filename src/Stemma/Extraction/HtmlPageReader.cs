using Stemma.Extraction.Html;
using Stemma.Model;
using Stemma.Outlets;

namespace Stemma.Extraction;

/// <summary>Reads a web page: its blocks, its metadata, the bodies of its articles.</summary>
internal sealed class HtmlPageReader(OutletRegistry outlets)
{
    private const int MinimumWords = 20;

    /// <summary>The articles of the page in its order; empty if it holds none.</summary>
    public List<ArticleDraft> Read(string html, FetchedDocument document)
    {
        var tree = HtmlParser.Parse(html);
        var blocks = BlockReader.Read(tree);
        var metadata = new MetadataReader(outlets).Read(tree, blocks, document);
        var kinds = HtmlBodyReader.Read(tree, blocks, metadata);
        var draft = DraftOf(blocks, kinds, metadata);
        return draft.Paragraphs.Sum(p => WordCounter.Count(p)) >= MinimumWords ? [draft] : [];
    }

    private static ArticleDraft DraftOf(List<PageBlock> blocks, string?[] kinds, PageMetadata metadata)
    {
        var draft = new ArticleDraft
        {
            Title = metadata.Title,
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
        for (var i = 0; i < blocks.Count; i++)
        {
            if (kinds[i] is not { } kind)
            {
                draft.Paragraphs.Add(blocks[i].Text);
            }
            else if (kind != "title")
            {
                draft.Drop(kind == "other" ? BlockKinds.OfDropped(blocks[i], metadata) : kind, blocks[i].Text);
            }
        }
        return draft;
    }
}
