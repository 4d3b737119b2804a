using Stemma.Model;

namespace Stemma.Tests.Extraction;

public sealed class LivePageTests
{
    private static readonly string[] Posts =
    [
        "The harbour master has closed the eastern quay, and two ferries are waiting outside the breakwater with some three hundred people on board.",
        "The first ferry is allowed in. Passengers are being led along the northern pier, where the brass band of the fire brigade has begun to play.",
        "Divers have found the chain that stopped the crane. It belongs to nobody, says the port authority, and it has been there for forty years.",
    ];

    private static string Data => """
        <script type="application/ld+json">{"@context":"https://schema.org","@type":"LiveBlogPosting","headline":"Crane stuck in the harbour","datePublished":"2026-05-12T08:00:00Z",
        "liveBlogUpdate":[
        {"@type":"BlogPosting","headline":"Divers find a chain","datePublished":"2026-05-12T11:30:00Z","articleBody":"<p>%2</p>","url":"https://baycourier.example/live#p3","author":{"@type":"Person","name":"Ada Lund"}},
        {"@type":"BlogPosting","headline":"First ferry is in","datePublished":"2026-05-12T10:15:00Z","articleBody":"%1"},
        {"@type":"BlogPosting","headline":"Quay closed","datePublished":"2026-05-12T09:05:00Z","articleBody":"%0"}]}</script>
        """.Replace("%0", Posts[0]).Replace("%1", Posts[1]).Replace("%2", Posts[2]);

    private static string Marked(string make) => string.Concat(new[] { ("11:30", "Divers find a chain", 2), ("10:15", "First ferry is in", 1), ("09:05", "Quay closed", 0) }
        .Select(p => $"<div class=\"{make}\" id=\"post-{p.Item3}\"><time datetime=\"2026-05-12T{p.Item1}:00Z\">{p.Item1}</time><h3>{p.Item2}</h3><p>{Posts[p.Item3]}</p></div>"));

    [Fact]
    public void Posts_of_the_structured_data_are_articles_beside_the_general_one()
    {
        var articles = Pages.Extract(Pages.Html(Pages.ThreeParagraphs + Marked("x1 post-box"), Data), "text/html", "https://baycourier.example/live").Articles;
        Assert.Equal(["Tram to the old mill reopens", "Divers find a chain", "First ferry is in", "Quay closed"], articles.Select(a => a.Title));
        Assert.All(articles, a => Assert.Equal(ArticleKind.Live, a.Kind));
        Assert.All(articles, a => Assert.Equal("The Bay Courier", a.Outlet));
        Assert.Equal(["2026-05-12T11:30:00+00:00", "2026-05-12T10:15:00+00:00", "2026-05-12T09:05:00+00:00"], articles.Skip(1).Select(a => a.Published?.ToString()));
        Assert.Equal(["Ada Lund"], articles[1].Bylines);
        Assert.Equal([Posts[2], Posts[1], Posts[0]], articles.Skip(1).Select(a => a.Text));
        Assert.DoesNotContain("harbour master", articles[0].Text);
        Assert.Equal(Pages.One(Pages.Html(Pages.ThreeParagraphs), "text/html").Text, articles[0].Text);
    }

    [Fact]
    public void Posts_in_mark_up_alone_are_told_apart_by_their_times()
    {
        var articles = Pages.Extract(Pages.Html(Pages.ThreeParagraphs + Marked("liveblog-post")), "text/html", "https://baycourier.example/live/crane").Articles;
        Assert.Equal(4, articles.Count);
        Assert.Equal("Divers find a chain", articles[1].Title);
        Assert.Equal("2026-05-12T09:05:00+00:00", articles[3].Published?.ToString());
        Assert.Equal("https://baycourier.example/live/crane#post-0", articles[3].Url?.AbsoluteUri);
        Assert.All(articles, a => Assert.Equal(ArticleKind.Live, a.Kind));
    }

    [Fact]
    public void The_same_mark_up_on_a_page_that_is_not_live_stays_one_article()
    {
        Assert.Single(Pages.Extract(Pages.Html(Pages.ThreeParagraphs + Marked("step")), "text/html", "https://baycourier.example/crane").Articles);
    }

    [Fact]
    public void A_post_dated_after_the_page_was_fetched_has_no_date()
    {
        var articles = Pages.Extract(Pages.Html("", Data.Replace("2026-05-12T11:30", "2027-05-12T11:30")), "text/html", "https://baycourier.example/live").Articles;
        Assert.Null(articles.Single(a => a.Title == "Divers find a chain").Published);
    }

    [Theory]
    [InlineData("{\"liveBlogUpdate\":")]
    [InlineData("{\"liveBlogUpdate\":[1,null,\"x\",{\"articleBody\":7},{\"articleBody\":\"\"}]}")]
    [InlineData("{\"@graph\":[{\"liveBlogUpdate\":{\"articleBody\":\"<b><b><b>\"}}]}")]
    public void Broken_structured_data_leave_the_page_one_article(string json)
    {
        var article = Pages.One(Pages.Html(Pages.ThreeParagraphs, $"<script type=\"application/ld+json\">{json}</script>"), "text/html");
        Assert.Equal(3, article.Paragraphs.Count);
    }
}
