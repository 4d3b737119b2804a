using Stemma.Extraction.Learning;
using Stemma.Model;
using Stemma.Outlets;

namespace Stemma.Extraction;

/// <summary>Step 2: the article or articles in a document, without the page around them.</summary>
public sealed class ArticleExtractor
{
    private readonly OutletRegistry _outlets;
    private readonly Func<BodyModel> _model;
    private readonly MetadataModel? _metadata;

    /// <summary>An extractor with the model that ships with Stemma; it is read when the first page is.</summary>
    /// <param name="outlets">Names and hosts by which pages and texts are told whose they are.</param>
    public ArticleExtractor(OutletRegistry outlets)
        : this(outlets, () => BodyModel.Default)
    {
    }

    /// <summary>An extractor with other models: evaluation judges each page by ones that have not seen it.</summary>
    internal ArticleExtractor(OutletRegistry outlets, Func<BodyModel> model, MetadataModel? metadata = null) =>
        (_outlets, _model, _metadata) = (outlets, model, metadata);

    /// <summary>
    /// Finds the articles of a page or plain text. Time and memory are linear in the length of the document, which is
    /// refused above 12 MB.
    /// </summary>
    /// <returns>The articles in page order, or one failure that says why there is none. Never throws on any bytes.</returns>
    public ExtractionResult Extract(FetchedDocument document)
    {
        try
        {
            return Read(document);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // One item must not stop the rest, even where we are at fault.
            return Failure(document, FailureKind.Bug, e.GetType().Name + ": " + e.Message);
        }
    }

    /// <summary>
    /// The article that a feed's entry holds: all of its text, and no more than the text. What the feed tells beside it (title,
    /// time, author) is for the caller to add. A title alone is an article with an empty body. Never throws on any bytes.
    /// </summary>
    public static Article ExtractEntry(FetchedDocument document)
    {
        try
        {
            var text = PageDecoder.Decode(document.Content.Span, document.Charset ?? "utf-8");
            var draft = document.MediaType == "text/plain" ? EntryTextReader.ReadPlain(text, document) : EntryTextReader.Read(text, document);
            return ArticleAssembler.Assemble([draft], document)[0];
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return ArticleAssembler.Assemble([new ArticleDraft { Url = document.Url }], document)[0];
        }
    }

    private ExtractionResult Read(FetchedDocument document)
    {
        var bytes = document.Content.Span;
        if (ContentSniffer.Refuse(bytes, document.MediaType) is var (kind, detail))
        {
            return Failure(document, kind, detail);
        }
        var text = PageDecoder.Decode(bytes, document.Charset);
        List<ArticleDraft> drafts;
        if (ContentSniffer.IsHtml(text, document.MediaType))
        {
            var reader = new HtmlPageReader(_outlets, _model(), _metadata);
            drafts = reader.Read(text, document);
            if (drafts.Count == 0 && reader.WasCut)
            {
                return Failure(document, FailureKind.TooComplex, null);
            }
        }
        else if (ContentSniffer.NameOfMachineText(text) is { } machineText)
        {
            return Failure(document, FailureKind.UnsupportedType, machineText);
        }
        else
        {
            drafts = new TextPageReader(_outlets).Read(text, document.FetchedAt);
        }
        return drafts.Count == 0
            ? Failure(document, FailureKind.NoArticle, null)
            : new ExtractionResult(ArticleAssembler.Assemble(drafts, document), null);
    }

    private static ExtractionResult Failure(FetchedDocument document, FailureKind kind, string? detail) =>
        new([], new ItemFailure(document.Source, kind, detail));
}
