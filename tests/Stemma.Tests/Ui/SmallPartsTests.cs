using Stemma.App.Ui;
using Stemma.Model;
using Stemma.Text;

namespace Stemma.Tests.Ui;

public sealed class SmallPartsTests
{
    [Theory]
    [InlineData("https://a.example/x?y=1&z=2", "https://a.example/x?y=1&z=2")]
    [InlineData("http://www.a.example/", "http://www.a.example/")]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("data:text/html,x", null)]
    [InlineData("file:///etc/passwd", null)]
    [InlineData("https://user:word@a.example/", null)]
    [InlineData("https://a.example/\"><b>", "https://a.example/%22%3E%3Cb%3E")]
    public void Only_web_addresses_are_linked(string address, string? href) =>
        Assert.Equal(href, SafeUrl.Of(new Uri(address))?.Href);

    [Theory]
    [InlineData("plain text", "plain text")]
    [InlineData("two\nlines\tand a tab", "two lines and a tab")]
    [InlineData("\e[31mred\e[0m", "[31mred[0m")]
    [InlineData("\u009b2J\u007f\u0000", "2J")]
    [InlineData("a\u202eb\u2066c", "abc")]
    public void A_text_loses_what_acts_on_the_screen_and_nothing_else(string text, string clean) =>
        Assert.Equal(clean, CleanText.Of(text));

    [Fact]
    public void Half_a_character_is_dropped_and_a_whole_one_stays() =>
        Assert.Equal("half  whole \ud83d\ude00", CleanText.Of("half \ud83d whole \ud83d\ude00"));

    [Theory]
    [InlineData("short", 10, "short")]
    [InlineData("one two three four", 10, "one two…")]
    [InlineData("onetwothreefour", 10, "onetwothr…")]
    public void An_excerpt_ends_at_a_word_border(string text, int length, string excerpt) =>
        Assert.Equal(excerpt, Excerpt.Start(text, length));

    [Fact]
    public void An_excerpt_from_the_end_begins_at_a_word_border()
    {
        Assert.Equal("…three four", Excerpt.End("one two three four", 12));
        Assert.Equal("", Excerpt.Start("", 10));
        Assert.Equal("", Excerpt.End("", 10));
    }

    [Fact]
    public void Ids_are_shortened_to_what_is_unambiguous()
    {
        var ids = new ShortIds(["cabcdefghjk", "cabcxefghjk", "k0000000000", "k0000000000"]);
        var brief = HarbourStory.Build();
        var all = StoryItems.Of(brief).Select(i => i.Id).ToList();
        Assert.Equal("k0000000000", new ShortIds(["k0000000000", "k0000000001"]).Of(new ItemId('k', 0)));
        Assert.Equal("k000", ids.Of(new ItemId('k', 0)));
        Assert.All(brief.Claims, c => Assert.Single(all, id => id.StartsWith(ShortIds.Of([brief]).Of(c.Id), StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("2031-05-04", "2031-05-04", "4 May 2031")]
    [InlineData("2019-01-01", "2019-12-31", "2019")]
    [InlineData("2031-05-01", "2031-05-31", "May 2031")]
    [InlineData("2031-05-03", "2031-05-05", "3–5 May 2031")]
    [InlineData("2031-05-30", "2031-06-02", "30 May – 2 Jun 2031")]
    public void Days_are_written_as_people_write_them(string from, string to, string text) =>
        Assert.Equal(text, MomentText.Days(DateOnly.Parse(from, null), DateOnly.Parse(to, null)));

    [Fact]
    public void In_a_forest_each_account_stands_in_full_once()
    {
        foreach (var brief in new[] { HarbourStory.Build(), ManyAccounts.Build(40), ManyAccounts.Build(200), ManyAccounts.Build(1) })
        {
            var forest = new LineageForest(brief.Story, brief.Lineage);
            var full = forest.Roots.Select(r => r.Branch).Concat(forest.Unclear)
                .SelectMany(b => b.Walk()).Where(b => !b.Branch.IsReference)
                .Select(b => b.Branch.Node.Account).OfType<ArticleId>().ToList();
            Assert.Equal(brief.Story.Accounts.Select(a => a.Id).Order(), full.Order());
        }
    }

    [Fact]
    public void A_lineage_with_a_circle_is_still_shown()
    {
        var brief = ManyAccounts.Build(8);
        var link = brief.Lineage.Links[0];
        var circle = brief.Lineage with { Links = [.. brief.Lineage.Links, link with { Id = new ItemId('k', 1), From = link.To, To = link.From }], Roots = [] };
        var forest = new LineageForest(brief.Story, circle);
        Assert.Equal(8, forest.Unclear.SelectMany(b => b.Walk()).Count(b => !b.Branch.IsReference));
    }

    [Fact]
    public void In_a_drawing_rows_of_one_root_do_not_overlap_and_children_stand_to_the_right()
    {
        foreach (var count in new[] { 7, 40, 200 })
        {
            var brief = ManyAccounts.Build(count);
            var drawing = new LineageDrawing(new StoryReading(brief, ShortIds.Of([brief])));
            var below = drawing.Rows.Where(r => !r.IsRoot).ToList();
            Assert.Equal(below.Count, below.Select(r => r.Y).Distinct().Count());
            Assert.All(drawing.Rows, r => Assert.InRange(r.X, 0, LineageDrawing.Width));
            Assert.All(drawing.Rows.Where(r => !r.IsRoot), r => Assert.True(r.X > LineageDrawing.RootX));
            Assert.True(drawing.Height >= drawing.Rows.Max(r => r.Y));
        }
    }
}
