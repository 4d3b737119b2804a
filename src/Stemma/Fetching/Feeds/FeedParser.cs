using Stemma.Model;

namespace Stemma.Fetching;

/// <summary>
/// Reads feeds of all formats: RSS 0.90 to 2.0, RDF, Atom 0.3 and 1.0, CDF, JSON Feed, with the modules that matter. What
/// is broken is read as far as it goes and told in the result's faults. Never throws; time and memory are linear in the
/// length of the document; nothing outside it is ever asked for.
/// </summary>
/// <param name="maxBytes">Largest feed read. Feeds of podcasts with their whole past reach 8 MB.</param>
public sealed class FeedParser(int maxBytes = FeedLimits.Bytes)
{
    /// <summary>Reads a document as a feed.</summary>
    public FeedResult Parse(FetchedDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var bytes = document.Content.Span;
        if (bytes.Length > maxBytes)
        {
            return Failed(document, FailureKind.TooLarge, $"{bytes.Length / 1_048_576} MB, at most {maxBytes / 1_048_576}");
        }
        if (bytes.Trim(" \t\r\n\0"u8).Length == 0)
        {
            return Failed(document, FailureKind.Empty, null);
        }
        var faults = new FeedFaultList();
        if (!FeedContentType.MayBeFeed(document.MediaType))
        {
            faults.Add(FeedFaultKind.WrongMediaType, document.MediaType);
        }
        var (text, charset) = FeedDecoder.Decode(bytes, document.MediaType, document.Charset, faults);
        text = FeedCharacters.Clean(text, faults);
        var start = text.AsSpan().TrimStart(" \t\r\n\ufeff");
        if (start is ['{', ..])
        {
            return JsonFeedReader.Read(start.ToString(), document, faults) is { } json
                ? new FeedResult { Feed = json, Faults = faults.Faults, Charset = charset }
                : Failed(document, FailureKind.NoFeed, "JSON of another kind") with { Charset = charset };
        }
        var markup = FeedMarkupParser.Parse(text, faults);
        if (FeedReader.Read(markup, document, faults) is { } feed)
        {
            return new FeedResult { Feed = feed, Faults = faults.Faults, Charset = charset };
        }
        var (what, named) = NotAFeed.Describe(text, markup, document);
        return Failed(document, FailureKind.NoFeed, what) with { Charset = charset, NamedFeeds = named };
    }

    private static FeedResult Failed(FetchedDocument document, FailureKind kind, string? detail) =>
        new() { Failure = new ItemFailure(document.Source, kind, detail) };
}
