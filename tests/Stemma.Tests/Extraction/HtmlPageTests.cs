using Stemma.Model;

namespace Stemma.Tests.Extraction;

public sealed class HtmlPageTests
{
    private const string Furniture = """
        <aside class="related"><h3>Related</h3><ul><li><a href="/a-long-story-about-ferries">A long story about ferries</a></li><li><a href="/b-b-b-b">Bread is dearer again</a></li></ul></aside>
        <div class="newsletter-signup"><p>Sign up for our newsletter and get the news of the bay in your inbox.</p></div>
        <section class="comments"><h3>Comments</h3><p>Be the first to comment.</p></section>
        """;

    [Fact]
    public void The_body_is_the_article_without_the_page_around_it()
    {
        var article = Pages.One(Pages.Html(Pages.ThreeParagraphs, after: Furniture), "text/html");
        Assert.Equal(3, article.Paragraphs.Count);
        Assert.StartsWith("The tram to the old mill", article.Text, StringComparison.Ordinal);
        Assert.EndsWith("according to the transport office.", article.Text, StringComparison.Ordinal);
        Assert.Equal("Tram to the old mill reopens", article.Title);
        Assert.Equal("The Bay Courier", article.Outlet);
        Assert.Equal("en", article.Language);
        Assert.Contains(article.Dropped, d => d is { Kind: "promo" });
    }

    [Fact]
    public void Structured_data_tell_authors_times_section_and_wall()
    {
        const string Head = """
            <script type="application/ld+json">{"@graph":[{"@type":"Person","@id":"#a","name":"Ada Lund"},{"@type":"NewsArticle",
            "headline":"Tram to the old mill reopens","datePublished":"2026-05-12T08:00:00+02:00","dateModified":"2026-05-12T09:30:00+02:00",
            "author":[{"@id":"#a"},{"@type":"Person","name":"Ole Krag"},{"@type":"Organization","name":"Bay Courier"}],
            "articleSection":"Town","isAccessibleForFree":false,"publisher":{"name":"Bay Courier"}}]}</script>
            <link rel="canonical" href="https://www.baycourier.example/town/tram">
            """;
        var article = Pages.One(Pages.Html(Pages.ThreeParagraphs, Head), "text/html", "https://baycourier.example/town/tram?from=rss");
        Assert.Equal(["Ada Lund", "Ole Krag"], article.Bylines);
        Assert.Equal("2026-05-12T08:00:00+02:00", article.Published?.ToString());
        Assert.Equal("2026-05-12T09:30:00+02:00", article.Updated?.ToString());
        Assert.Equal("Town", article.Section);
        Assert.True(article.IsPaywalled);
        Assert.Equal("https://www.baycourier.example/town/tram", article.Url?.AbsoluteUri);
    }

    [Fact]
    public void A_time_after_the_page_was_fetched_is_not_taken()
    {
        var article = Pages.One(Pages.Html(Pages.ThreeParagraphs, "<meta property=\"article:published_time\" content=\"2031-05-12\">"), "text/html");
        Assert.Null(article.Published);
    }

    [Fact]
    public void An_agency_in_the_byline_is_whose_text_it_is_and_no_author()
    {
        var article = Pages.One(Pages.Html("<p class=\"byline\">By Norwire</p>" + Pages.ThreeParagraphs), "text/html");
        Assert.Empty(article.Bylines);
        Assert.Equal("Norwire", article.Via);
    }

    [Fact]
    public void A_visible_byline_and_date_are_read()
    {
        var article = Pages.One(Pages.Html("<p class=\"by\">By <a href=\"/people/ada-lund\">Ada Lund</a> <time datetime=\"2026-05-12T08:00:00Z\">12 May 2026</time></p>" + Pages.ThreeParagraphs), "text/html");
        Assert.Equal(["Ada Lund"], article.Bylines);
        Assert.Equal("2026-05-12T08:00:00+00:00", article.Published?.ToString());
    }

    [Fact]
    public void Nobody_is_named_where_the_page_names_nobody()
    {
        var article = Pages.One(Pages.Html("<p class=\"byline\">Link copied</p><p class=\"byline\">3 min read</p>" + Pages.ThreeParagraphs + Furniture,
            "<meta property=\"og:site_name\" content=\"The Bay Courier\"><meta name=\"author\" content=\"Bay Courier\">"), "text/html");
        Assert.Empty(article.Bylines);
    }

    [Theory]
    [InlineData("<p class=\"byline\">By Harbour Desk</p>", "Harbour Desk")]
    [InlineData("<div class=\"byline\">By <a href=\"/authors/ada-lund\">Ada Lund</a>, <a href=\"/authors/ole-krag\">Ole Krag</a></div>", "Ada Lund; Ole Krag")]
    [InlineData("<div class=\"author\"><span class=\"author-name\">Ada Lund</span><span class=\"author-role\">Harbour Correspondent</span></div>", "Ada Lund")]
    [InlineData("<p>Written by</p><p>Ada Lund</p>", "Ada Lund")]
    [InlineData("<p>A. Lund, 12 May 2026</p>", "A. Lund")]
    public void A_byline_is_shown_as_the_page_words_it(string byline, string expected)
    {
        var article = Pages.One(Pages.Html("<h1>Old mill tram is back in town</h1>" + byline + Pages.ThreeParagraphs + Furniture), "text/html");
        Assert.Equal(expected, string.Join("; ", article.Bylines));
    }

    [Fact]
    public void A_person_after_whom_the_site_is_named_is_its_author()
    {
        var article = Pages.One(Pages.Html(Pages.ThreeParagraphs,
            "<meta property=\"og:site_name\" content=\"Anna Lund\"><meta name=\"author\" content=\"Anna Lund\">"), "text/html");
        Assert.Equal(["Anna Lund"], article.Bylines);
    }

    [Fact]
    public void A_kicker_in_the_heading_is_no_part_of_the_title()
    {
        var article = Pages.One(Pages.Html(Pages.ThreeParagraphs).Replace("<h1>",
            "<h1><span class=\"head__kicker\">Harbour</span><span>: </span>", StringComparison.Ordinal), "text/html");
        Assert.Equal("Tram to the old mill reopens", article.Title);
    }

    [Fact]
    public void A_round_up_gives_each_article_its_own_headline_outlet_and_day()
    {
        const string Second = """
            <h2>Seal of the outer harbour taken back to sea</h2><p class="credit">NORTH SHORE GAZETTE | 13 May 2026</p>
            <p>A seal that had lived in the outer harbour since March was taken back to the open sea on Tuesday by two boats of the coast guard.</p>
            <p>The animal had eaten the catch of at least three fishermen, the harbour master said, and had learned to open the lid of a bait box.</p>
            <p>It weighed 140 kilograms, which is more than it weighed when it came, and it did not look back when it was let go near the lighthouse.</p>
            """;
        var result = Pages.Extract(Pages.Html(
            "<h2>Old mill tram is back in town</h2><p class=\"credit\">By Ada Lund, The Bay Courier | 12 May 2026</p>" + Pages.ThreeParagraphs + Second), "text/html");
        Assert.Equal(["Old mill tram is back in town", "Seal of the outer harbour taken back to sea"], result.Articles.Select(a => a.Title));
        Assert.Equal(["The Bay Courier", "North Shore Gazette"], result.Articles.Select(a => a.Outlet));
        Assert.Equal(["2026-05-12", "2026-05-13"], result.Articles.Select(a => a.Published?.ToString()));
        Assert.Equal(["page#1", "page#2"], result.Articles.Select(a => a.Source));
        Assert.All(result.Articles, a => Assert.Equal(3, a.Paragraphs.Count));
        Assert.All(result.Articles, a => Assert.Equal(ArticleKind.RoundUp, a.Kind));
    }

    [Fact]
    public void A_list_of_teasers_holds_no_article()
    {
        var teasers = string.Concat(Enumerable.Range(1, 14).Select(i =>
            $"<article><h2><a href=\"/story-number-{i}-of-the-day\">Story number {i} of this day in the bay</a></h2><p>What happened in the {i}th street of the town, and why nobody was surprised.</p></article>"));
        var result = Pages.Extract($"<html><head><title>The Bay Courier</title></head><body><main>{teasers}</main></body></html>", "text/html");
        Assert.Equal(FailureKind.NoArticle, result.Failure?.Kind);
    }

    [Fact]
    public void The_same_page_gives_the_same_articles()
    {
        var page = Pages.Html(Pages.ThreeParagraphs, after: Furniture);
        Assert.Equal(Pages.One(page, "text/html").Id, Pages.One(page, "text/html").Id);
    }
}
