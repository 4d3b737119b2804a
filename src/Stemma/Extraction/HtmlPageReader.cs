using Stemma.Extraction.Html;
using Stemma.Extraction.Learning;
using Stemma.Model;
using Stemma.Outlets;

namespace Stemma.Extraction;

/// <summary>Reads a web page: its blocks, its metadata, the bodies of its articles.</summary>
internal sealed class HtmlPageReader(OutletRegistry outlets, BodyModel model, MetadataModel? metadata = null)
{
    private const int MinimumWords = 20;

    /// <summary>The page as blocks with all that is known of them.</summary>
    public static PageContext Parse(string html, FetchedDocument document, OutletRegistry outlets, MetadataModel? metadata = null)
    {
        var tree = HtmlParser.Parse(html);
        var blocks = BlockReader.Read(tree, document.Url);
        return new PageContext(tree, blocks, new MetadataReader(outlets, metadata).Read(tree, blocks, document));
    }

    /// <summary>Whether the page last read had more nodes than are read of any.</summary>
    public bool WasCut { get; private set; }

    /// <summary>The articles of the page in its order; empty if it holds none.</summary>
    public List<ArticleDraft> Read(string html, FetchedDocument document)
    {
        var page = Parse(html, document, outlets, metadata);
        WasCut = page.Tree.IsCut;
        if (page.Blocks.Count == 0)
        {
            return [];
        }
        var kinds = new HtmlBodyReader(model).Read(page);
        var live = new LivePageReader(outlets).Read(page, kinds, document.FetchedAt);
        if (live.Count > 0)
        {
            return live;
        }
        if (ListingPage.Is(page, kinds))
        {
            return [];
        }
        var several = new RoundUpReader(outlets).Read(page, kinds, document.FetchedAt);
        if (several.Count > 1)
        {
            return several;
        }
        var draft = new HtmlDraftReader(outlets).Read(page, kinds);
        return draft.Paragraphs.Sum(p => WordCounter.Count(p)) >= MinimumWords ? [draft] : [];
    }
}
