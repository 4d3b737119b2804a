using Stemma.Model;
using Stemma.Outlets;

namespace Stemma.Extraction;

/// <summary>Step 2: the article or articles in a document, without the page around them.</summary>
public sealed class ArticleExtractor(OutletRegistry outlets)
{
    /// <summary>Finds the articles of a page or plain text. Never throws on any bytes.</summary>
    public ExtractionResult Extract(FetchedDocument document)
    {
        _ = outlets;
        return new ExtractionResult([], new ItemFailure(document.Source, FailureKind.NoArticle));
    }
}
