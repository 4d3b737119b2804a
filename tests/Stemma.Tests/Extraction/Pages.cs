using System.Text;
using Stemma.Extraction;
using Stemma.Model;
using Stemma.Outlets;

namespace Stemma.Tests.Extraction;

/// <summary>Extracts invented pages for tests.</summary>
internal static class Pages
{
    public static readonly DateTimeOffset Now = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly OutletRegistry Outlets = OutletRegistry.Read(new StringReader("""
        id,name,aliases,domains,country,language,kind,owner,family,ambiguous,common_word
        bay-courier,The Bay Courier,Bay Courier,baycourier.example,GB,en,newspaper,,,,
        norwire,Norwire,NW,norwire.example,NO,en,agency,,,,
        allpapers,AllPapers,,allpapers.example,GB,en,aggregator,,,,
        """));

    public static ExtractionResult Extract(string text, string? mediaType = null, string? url = null) =>
        Extract(Encoding.UTF8.GetBytes(text), mediaType, url);

    public static ExtractionResult Extract(byte[] bytes, string? mediaType = null, string? url = null, string? charset = null) =>
        new ArticleExtractor(Outlets).Extract(new FetchedDocument
        {
            Source = "page",
            Url = url is null ? null : new Uri(url),
            Content = bytes,
            MediaType = mediaType,
            Charset = charset,
            FetchedAt = Now,
        });

    /// <summary>The one article of a page.</summary>
    public static Article One(string text, string? mediaType = null, string? url = null) =>
        Assert.Single(Extract(text, mediaType, url).Articles);

    /// <summary>A page with the given article body, inside the usual furniture.</summary>
    public static string Html(string body, string head = "", string after = "") => $"""
        <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Tram to the old mill reopens | The Bay Courier</title>{head}</head>
        <body><header><nav><ul><li><a href="/">Home</a></li><li><a href="/town">Town</a></li><li><a href="/sea">Sea</a></li></ul></nav></header>
        <main><article><h1>Tram to the old mill reopens</h1>{body}</article>{after}</main>
        <footer><p><a href="/imprint">Imprint</a> <a href="/privacy">Privacy</a></p></footer></body></html>
        """;

    public const string ThreeParagraphs = """
        <p>The tram to the old mill runs again after eleven months of repairs, and the first car left the square on Monday with a brass band on board.</p>
        <p>Mayor Ines Falk said that the city had spent four million on the bridge alone. “It was that or a bus, and nobody loves a bus,” she told reporters.</p>
        <p>Cars will run every twelve minutes until midnight. The line carried some nine thousand people a day before the flood, according to the transport office.</p>
        """;
}
