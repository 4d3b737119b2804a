using Stemma.Model;

namespace Stemma.Tests.Extraction;

public sealed class ArticleKindTests
{
    [Theory]
    [InlineData("<script type=\"application/ld+json\">{\"@type\":[\"NewsArticle\",\"OpinionNewsArticle\"],\"headline\":\"x\"}</script>", "/town/tram", ArticleKind.Opinion)]
    [InlineData("<script type=\"application/ld+json\">{\"@type\":\"LiveBlogPosting\",\"headline\":\"x\"}</script>", "/town/tram", ArticleKind.Live)]
    [InlineData("<script type=\"application/ld+json\">{\"@type\":\"AdvertiserContentArticle\",\"headline\":\"x\"}</script>", "/opinion/tram", ArticleKind.PaidContent)]
    [InlineData("<meta property=\"article:section\" content=\"Leitartikel\">", "/town/tram", ArticleKind.Opinion)]
    [InlineData("<meta property=\"article:section\" content=\"Sponsored content\">", "/town/tram", ArticleKind.PaidContent)]
    [InlineData("<script type=\"application/ld+json\">{\"@type\":\"VideoObject\",\"name\":\"x\"}</script>", "/town/tram", ArticleKind.News)]
    [InlineData("<script type=\"application/ld+json\">{\"@type\":\"VideoObject\",\"name\":\"x\"}</script>", "/video/tram", ArticleKind.Video)]
    [InlineData("", "/opinion/2026/tram", ArticleKind.Opinion)]
    [InlineData("", "/partner-content/tram", ArticleKind.PaidContent)]
    [InlineData("<meta property=\"og:type\" content=\"video.other\">", "/town/tram", ArticleKind.Video)]
    [InlineData("<meta property=\"og:type\" content=\"video.other\"><script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"x\"}</script>", "/town/tram", ArticleKind.News)]
    [InlineData("", "/town/opinion-poll-on-the-tram", ArticleKind.News)]
    [InlineData("", "/town/tram", ArticleKind.News)]
    public void A_page_says_what_sort_of_text_it_holds(string head, string path, ArticleKind expected) =>
        Assert.Equal(expected, Pages.One(Pages.Html(Pages.ThreeParagraphs, head), "text/html", "https://www.baycourier.example" + path).Kind);

    [Fact]
    public void A_line_over_the_headline_tells_paid_content()
    {
        var page = Pages.Html(Pages.ThreeParagraphs).Replace("<h1>", "<p class=\"label\">Sponsored</p><h1>", StringComparison.Ordinal);
        Assert.Equal(ArticleKind.PaidContent, Pages.One(page, "text/html").Kind);
    }

    [Fact]
    public void The_label_of_an_advertisement_over_the_headline_tells_nothing()
    {
        var page = Pages.Html(Pages.ThreeParagraphs).Replace("<h1>", "<p>Anzeige</p><h1>", StringComparison.Ordinal);
        Assert.Equal(ArticleKind.News, Pages.One(page, "text/html").Kind);
    }

    [Fact]
    public void A_page_of_endless_markup_without_an_article_is_too_complex()
    {
        var result = Pages.Extract(string.Concat(Enumerable.Repeat("<i></i>", 600_000)), "text/html");
        Assert.Equal(FailureKind.TooComplex, result.Failure?.Kind);
    }
}
