using Stemma.Extraction;
using Stemma.Extraction.Html;

namespace Stemma.Tests.Extraction;

public class AuthorEvidenceTests
{
    [Fact]
    public void A_word_that_the_page_writes_small_is_no_surname()
    {
        var common = new CommonWords(Blocks("<p>The harbour sells hardware to anglers, and indoor plants.</p><p>Ada Lund likes it there very much.</p>"));

        Assert.Equal(0, common.Share("Ada Lund"));
        Assert.Equal(0.5, common.Share("Austin Hardware"));
        Assert.Equal(1, common.Share("Indoor Plants"));
        Assert.Equal(0, common.Share(""));
    }

    [Fact]
    public void Other_work_stands_before_the_name_or_in_the_line_above()
    {
        var blocks = Blocks("<p>By Ada Lund | Reviewed by Ole Krag</p><p>Edited by</p><p>Eva Holm</p>");

        Assert.False(OtherCredits.Has(blocks, 0, "Ada Lund"));
        Assert.True(OtherCredits.Has(blocks, 0, "Ole Krag"));
        Assert.True(OtherCredits.Has(blocks, 2, "Eva Holm"));
        Assert.False(OtherCredits.Has(blocks, 0, "Nobody Here"));
    }

    [Fact]
    public void An_address_may_be_the_name_of_its_owner()
    {
        var site = new SiteIdentity(null, new MetaTags(HtmlParser.Parse("<p>")), new Uri("https://www.adalund.example/notes"));

        Assert.True(site.IsHost("Ada Lund"));
        Assert.False(site.IsHost("Adalund"));
        Assert.False(site.IsHost("Ole Krag"));
    }

    [Fact]
    public void Who_checked_a_text_is_not_added_to_who_wrote_it()
    {
        var article = Pages.One(Pages.Html("<h1>Old mill tram is back in town</h1><div class=\"byline\">By <a href=\"/authors/ada-lund\">Ada Lund</a> | "
            + "Fact-checked by <a href=\"/authors/eva-krag\">Eva Krag</a></div>" + Pages.ThreeParagraphs), "text/html");

        Assert.Equal(["Ada Lund"], article.Bylines);
    }

    private static List<PageBlock> Blocks(string body) => BlockReader.Read(HtmlParser.Parse($"<body>{body}</body>"), null);
}
