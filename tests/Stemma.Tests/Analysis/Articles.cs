using Stemma.Analyzing;
using Stemma.Model;
using Stemma.Outlets;

namespace Stemma.Tests.Analyzing;

/// <summary>Invented articles for the tests of the analysis.</summary>
internal static class Articles
{
    private const string Outlets = """
        id,name,aliases,domains,country,language,kind,owner,family,ambiguous,common_word
        harbour-times,The Harbour Times,,harbourtimes.example,GB,en,newspaper,,,the Times,
        nordwire,Nordwire,,nordwire.example,SE,en,agency,,,,
        kuestenbote,Küstenbote,Der Küstenbote,kuestenbote.example,DE,de,newspaper,,,,
        bay-post,The Bay Post,,baypost.example,US,en,newspaper,,,the Post,
        """;

    private static readonly ArticleAnalyzer Analyzer = new(OutletRegistry.Read(new StringReader(Outlets)));

    public static Article Make(string text, string? outlet = null, string language = "en", string? published = "2025-03-14") => new()
    {
        Id = new ArticleId(1),
        Source = "test",
        Text = text,
        Outlet = outlet,
        Language = language,
        Published = published is null ? null : Moment.OfDay(DateOnly.Parse(published, System.Globalization.CultureInfo.InvariantCulture)),
        Paragraphs = Paragraphs(text),
    };

    public static (string Text, Analysis Analysis) Analyze(string text, string? outlet = null, string language = "en") =>
        (text, Analyzer.Analyze(Make(text, outlet, language)));

    public static Analysis Analyze(Article article) => Analyzer.Analyze(article);

    private static List<TextSpan> Paragraphs(string text)
    {
        List<TextSpan> paragraphs = [];
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf("\n\n", start, StringComparison.Ordinal);
            end = end < 0 ? text.Length : end;
            if (end > start)
            {
                paragraphs.Add(new TextSpan(start, end));
            }
            start = end + 2;
        }
        return paragraphs;
    }
}
