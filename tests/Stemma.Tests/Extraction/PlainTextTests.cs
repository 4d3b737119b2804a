using Stemma.Model;

namespace Stemma.Tests.Extraction;

/// <summary>Text dumps of pages come in many shapes; each test invents one.</summary>
public sealed class PlainTextTests
{
    private const string First = "The tram to the old mill runs again after eleven months of repairs, and the first car left the square on Monday with a brass band on board.";
    private const string Second = "Mayor Ines Falk said that the city had spent four million on the bridge alone, and that nobody would have been happier with a bus.";
    private const string Third = "Cars will run every twelve minutes until midnight. The line carried nine thousand people a day before the flood, the transport office said.";
    private const string Body = First + "\n\n" + Second + "\n\n" + Third + "\n";
    private const string Other = """
        A seal that had lived in the outer harbour since March was taken back to the open sea on Tuesday by two boats of the coast guard.

        The animal had eaten the catch of at least three fishermen, the harbour master said, and had learned to open the lid of a bait box.

        It weighed 140 kilograms, which is more than it weighed when it came, and it did not look back when it was let go near the lighthouse.

        """;

    private static readonly string Expected = string.Join("\n\n", First, Second, Third);

    [Fact]
    public void Head_and_tail_of_a_dump_are_cut()
    {
        var article = Pages.One($"""
            The Bay Courier
            Local
            Old mill tram is back
            After eleven months the first car left the square with a brass band on board
            By Ada Lund and Ole Krag
            12 May 2026, 14:05 CEST

            The first car on Monday. (Ada Lund/Bay Courier)

            {Body}
            Ada Lund is a reporter at the Bay Courier.
            Sign up for our newsletter
            Related stories
            Ferry fares to rise
            """);
        Assert.Equal(Expected, article.Text);
        Assert.Equal("Old mill tram is back", article.Title);
        Assert.Equal("The Bay Courier", article.Outlet);
        Assert.Equal(["Ada Lund", "Ole Krag"], article.Bylines);
        Assert.Equal("2026-05-12T14:05:00+02:00", article.Published?.ToString());
        Assert.Equal("Local", article.Section);
        Assert.StartsWith("After eleven months", article.Standfirst, StringComparison.Ordinal);
        Assert.Equal("Ada Lund/Bay Courier", Assert.Single(article.Images).Credit);
        Assert.Equal(["author-note", "caption", "credit", "metadata", "metadata", "navigation", "promo", "related", "related", "standfirst"],
            article.Dropped.Select(d => d.Kind).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Bare_text_is_an_article_without_title_or_outlet()
    {
        var article = Pages.One(Body);
        Assert.Equal(Expected, article.Text);
        Assert.Equal("", article.Title);
        Assert.Null(article.Outlet);
        Assert.Empty(article.Bylines);
        Assert.Null(article.Published);
        Assert.Equal("page", article.Source);
    }

    [Fact]
    public void A_date_before_the_text_is_the_date_and_not_the_text()
    {
        var article = Pages.One(" date 2026-05-12 " + Body);
        Assert.Equal("2026-05-12", article.Published?.ToString());
        Assert.Equal(Expected, article.Text);
    }

    [Fact]
    public void Fields_before_the_text_are_read()
    {
        var article = Pages.One($"Title: Old mill tram is back\nAuthor: Ada Lund\nDate: 2026-05-12\nURL: https://baycourier.example/tram\n\n{Body}");
        Assert.Equal("Old mill tram is back", article.Title);
        Assert.Equal(["Ada Lund"], article.Bylines);
        Assert.Equal("https://baycourier.example/tram", article.Url?.AbsoluteUri);
        Assert.Equal(Expected, article.Text);
    }

    [Fact]
    public void Two_articles_in_one_page_are_told_apart_by_headline_and_credit()
    {
        var articles = Pages.Extract($"""
            Monday, 11 May 2026
            WHAT THE PAPERS SAY TODAY
            Old mill tram is back
            Ada Lund | 11.05.2026 - Bay Courier/Norwire

            BAYTOWN

            {Body}

            Seal of the outer harbour taken back to sea

            NORWIRE
            May 12, 2026

            {Other}
            No comments:
            """).Articles;
        Assert.Equal(2, articles.Count);
        Assert.Equal(["page#1", "page#2"], articles.Select(a => a.Source));
        Assert.Equal(["Old mill tram is back", "Seal of the outer harbour taken back to sea"], articles.Select(a => a.Title));
        Assert.Equal(["The Bay Courier", "Norwire"], articles.Select(a => a.Outlet));
        Assert.Equal("Norwire", articles[0].Via);
        Assert.Equal("BAYTOWN", articles[0].Dateline);
        Assert.Equal(["2026-05-11", "2026-05-12"], articles.Select(a => a.Published?.ToString()));
        Assert.Equal(Expected, articles[0].Text);
        Assert.EndsWith("near the lighthouse.", articles[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_subhead_starts_no_article_and_stays()
    {
        var article = Pages.One($"Old mill tram is back\n\nPublished May 12, 2026\n\n{Body}\nWhat it cost\n\n{Other}");
        Assert.Contains("\n\nWhat it cost\n\n", article.Text, StringComparison.Ordinal);
        Assert.Equal("2026-05-12", article.Published?.ToString());
    }

    [Fact]
    public void A_plea_at_the_end_names_the_outlet_and_is_dropped_with_its_heading()
    {
        var article = Pages.One($"""
            {Body}
            The news is not free
            Independent journalism needs readers like you, now more than ever.
            The Lantern Post produces investigations that nobody else in town has the time or the nerve to do, from the courts and the port to the town hall.
            Help The Lantern Post keep the lights on with a tax-deductible monthly or one-time donation today.
            """);
        Assert.Equal(Expected, article.Text);
        Assert.Equal("The Lantern Post", article.Outlet);
    }

    [Fact]
    public void An_outlet_is_taken_from_its_own_questions_but_not_from_those_of_others()
    {
        Assert.Equal("Norwire", Pages.One(Body + "\nA spokesman told Norwire that a second tram would follow in autumn. Norwire reached out to the builder for comment on Monday.\n").Outlet);
        Assert.Null(Pages.One(Body + "\nA spokesman told the agency Norwire that a second tram would follow in autumn, if the money lasts until then.\n").Outlet);
    }

    [Fact]
    public void An_aggregator_is_not_the_outlet_and_its_wall_is_not_the_text()
    {
        var article = Pages.One($"""
            All your papers in one place.
            One app.
            Start reading
            The Bay Courier
            The Bay Courier
            Town

            Old mill tram is back: council

            The first car on Monday [Ada Lund/Norwire Photo]

            {Body}
            Sign up to read this article
            Already a member? Sign in here
            Top stories on AllPapers right now
            Download the app
            """);
        Assert.Equal(Expected, article.Text);
        Assert.Equal("The Bay Courier", article.Outlet);
        Assert.Equal("Old mill tram is back: council", article.Title);
    }

    [Fact]
    public void Wrapped_lines_are_joined_to_paragraphs()
    {
        // Cut at blanks, as mail programs do.
        var lines = Expected.Split("\n\n").Select(p =>
        {
            var line = "";
            List<string> all = [];
            foreach (var word in p.Split(' '))
            {
                if (line.Length + word.Length > 66)
                {
                    all.Add(line.Trim());
                    line = "";
                }
                line += word + " ";
            }
            all.Add(line.Trim());
            return string.Join('\n', all);
        });
        Assert.Equal(Expected, Pages.One(string.Join("\n\n", lines)).Text);
    }

    [Fact]
    public void Repeated_captions_are_no_body()
    {
        const string Caption = "The first car leaves the square on Monday, May 11, 2026, with the brass band of the fire brigade on board. (Photo by Ada Lund via Norwire Images)";
        var article = Pages.One($"Old mill tram is back\nPublished\n{Caption}\n{Caption}\n\n{Body}");
        Assert.Equal(Expected, article.Text);
        Assert.Single(article.Images);
    }

    [Fact]
    public void A_byline_below_the_text_is_read()
    {
        var article = Pages.One($"Old mill tram is back\n\n{Body}\nBy Ada Lund\n\nAda Lund is a town hall fellow at the Bay Courier.\n\nMORE FROM Ada Lund\n\nRelated Topics -----\n");
        Assert.Equal(["Ada Lund"], article.Bylines);
        Assert.Equal("The Bay Courier", article.Outlet);
        Assert.Equal(Expected, article.Text);
    }

    [Fact]
    public void German_dumps_are_read_as_well()
    {
        var article = Pages.One("""
            Startseite
            Alte Straßenbahn zur Mühle fährt wieder
            Nach elf Monaten ist die Brücke fertig
            Von Ada Lund
            12. Mai 2026, 14:05 Uhr

            Die Straßenbahn zur alten Mühle fährt nach elf Monaten Bauzeit wieder, und im ersten Wagen saß am Montag die Blaskapelle der Feuerwehr.

            Bürgermeisterin Ines Falk sagte, allein die Brücke habe vier Millionen gekostet. „Mit einem Bus wäre niemand glücklich geworden“, sagte sie.

            Die Wagen fahren alle zwölf Minuten bis Mitternacht. Vor der Flut nutzten neuntausend Menschen am Tag die Linie, teilte das Verkehrsamt mit.

            Lesen Sie auch: Fähre wird teurer
            Jetzt abonnieren und weiterlesen
            """);
        Assert.Equal("de", article.Language);
        Assert.Equal(3, article.Paragraphs.Count);
        Assert.Equal("Alte Straßenbahn zur Mühle fährt wieder", article.Title);
        Assert.Equal(["Ada Lund"], article.Bylines);
        Assert.Equal("2026-05-12T14:05:00+00:00", article.Published?.ToString());
    }

    [Fact]
    public void A_date_after_the_text_was_read_is_no_date_of_it()
    {
        Assert.Null(Pages.One($"Old mill tram is back\nPublished May 12, 2031\n\n{Body}").Published);
    }

    [Fact]
    public void Kinds_that_the_model_lists_are_the_only_ones()
    {
        string[] kinds = ["promo", "signup-wall", "related", "caption", "credit", "author-note", "tags", "comments", "ad", "navigation", "consent", "share", "metadata", "standfirst", "correction", "other"];
        var article = Pages.One(Pages.Html(Pages.ThreeParagraphs), "text/html");
        Assert.All(article.Dropped, d => Assert.Contains(d.Kind, kinds));
        Assert.Equal(ArticleKind.News, article.Kind);
    }
}
