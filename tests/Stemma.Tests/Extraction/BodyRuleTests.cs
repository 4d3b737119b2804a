using Stemma.Model;

namespace Stemma.Tests.Extraction;

public sealed class BodyRuleTests
{
    [Fact]
    public void A_line_of_underscores_stays_with_the_paragraph_above_it()
    {
        var article = Pages.One(Pages.Html(Pages.ThreeParagraphs + "<p>___</p><p>The transport office will publish the new timetable on Thursday, and the old one will be burnt in the square at noon.</p>"), "text/html");
        Assert.Contains("\n\n___\n\n", article.Text);
    }

    [Fact]
    public void A_short_notice_is_an_article()
    {
        var article = Pages.One("""
            <html lang="en"><head><title>Bridge closed on Sunday</title></head><body><h1>Bridge closed on Sunday</h1>
            <div><p>The bridge at the old mill is closed to cars and trams all of Sunday, because the brass band of the fire brigade will measure its echo.</p></div></body></html>
            """, "text/html");
        Assert.Contains("measure its echo", article.Text);
    }

    [Fact]
    public void Sections_of_one_article_are_no_round_up()
    {
        var article = Pages.One(Pages.Html(Pages.ThreeParagraphs
            + "<h2>The bridge at night</h2><p>Photo: Ada Lund</p>" + Pages.ThreeParagraphs.Replace("tram", "barge")
            + "<h2>The bridge by day</h2><p>Photo: Ada Lund</p>" + Pages.ThreeParagraphs.Replace("tram", "bus")), "text/html");
        Assert.Equal(ArticleKind.News, article.Kind);
    }

    [Fact]
    public void A_paragraph_inside_a_heading_that_was_never_closed_is_no_heading()
    {
        var article = Pages.One("<html lang=\"en\"><head><title>Tram to the old mill reopens</title></head><body><main><h1>Tram to the old mill reopens</h1><h3>Advertisement"
            + Pages.ThreeParagraphs + "</main></body></html>", "text/html");
        Assert.Equal(3, article.Paragraphs.Count);
    }

    [Fact]
    public void Reading_aids_above_characters_are_no_words_of_the_text()
    {
        var article = Pages.One("<html lang=\"ja\"><head><title>港の橋</title></head><body><article><h1>港の橋</h1><p>"
            + string.Concat(Enumerable.Repeat("<ruby>港<rt>みなと</rt></ruby>の<ruby>橋<rp>(</rp><rt>はし</rt><rp>)</rp></ruby>は日曜日に閉まります。市長は三回も同じことを言いました。", 4))
            + "</p></article></body></html>", "text/html");
        Assert.Contains("港の橋は日曜日に", article.Text);
    }
}
