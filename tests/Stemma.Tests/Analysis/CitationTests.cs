using Stemma.Model;

namespace Stemma.Tests.Analyzing;

public sealed class CitationTests
{
    private static Citation One(string text, string? outlet = null, string language = "en") =>
        Assert.Single(Articles.Analyze(text, outlet, language).Analysis.Citations);

    [Fact]
    public void According_to_a_report_in_an_outlet_cites_it()
    {
        const string Text = "The council has sold the pier in secret, according to a report in The Harbour Times, citing people familiar with the sale.";
        var citation = One(Text);
        Assert.Equal("The Harbour Times", citation.Outlet);
        Assert.Equal(CitationKind.Reports, citation.Kind);
        Assert.Equal("people familiar with the sale", citation.OnWordOf!.Value.Of(Text));
        Assert.StartsWith("The council", citation.Scope.Of(Text), StringComparison.Ordinal);
    }

    [Fact]
    public void The_newspaper_is_the_outlet_named_before_it()
    {
        const string Text = "The Harbour Times reported on Friday that the pier was sold. The newspaper said the price was low.";
        var citations = Articles.Analyze(Text).Analysis.Citations;
        Assert.Equal(2, citations.Count);
        Assert.All(citations, c => Assert.Equal("The Harbour Times", c.Outlet));
        Assert.Equal("The newspaper", citations[1].Span.Of(Text));
    }

    [Fact]
    public void A_short_name_without_a_fuller_one_stays_as_written_and_less_sure()
    {
        var citation = One("The Times reported that the pier was sold.");
        Assert.Equal("The Times", citation.Outlet);
        Assert.True(citation.Explanation.Figure < 0.8);
    }

    [Fact]
    public void The_agency_is_no_news_agency_where_an_authority_was_named() =>
        Assert.Single(Articles.Analyze("Nordwire reported the leak. The River Safety Authority was told at once. The agency said the water was clean.").Analysis.Citations);

    [Fact]
    public void An_outlet_that_speaks_of_its_own_affairs_is_not_cited() =>
        Assert.Empty(Articles.Analyze("The Harbour Times said it would close two of its offices.").Analysis.Citations);

    [Fact]
    public void A_verdict_of_fact_checkers_bears_on_a_claim() =>
        Assert.All(Articles.Analyze("The Fact Gazette wrote that the claim was half true.").Analysis.Citations, c => Assert.Equal(CitationKind.BearsOn, c.Kind));

    [Theory]
    [InlineData("A Harbour Times poll shows the mayor ahead.", OutletRole.Poll)]
    [InlineData("The Harbour Times reported that the pier was sold.", OutletRole.Origin)]
    [InlineData("The mayor told The Harbour Times that the pier was sold.", OutletRole.Told)]
    [InlineData("The Harbour Times columnist Ann Lee spoke at the fair.", OutletRole.Staff)]
    public void An_outlet_named_has_a_role(string text, OutletRole role) =>
        Assert.Equal(role, Assert.Single(Articles.Analyze(text).Analysis.Mentions, m => m.Kind == MentionKind.Outlet).Role);

    [Fact]
    public void The_own_outlet_is_told_apart() =>
        Assert.Equal(OutletRole.Own, Assert.Single(Articles.Analyze("The Bay Post asked twelve shops.", "The Bay Post").Analysis.Mentions, m => m.Kind == MentionKind.Outlet).Role);

    [Fact]
    public void Who_first_reported_is_the_origin()
    {
        Assert.Equal(CitationKind.FirstReport, One("The Harbour Times first reported the sale of the pier on Friday.").Kind);
    }

    [Fact]
    public void An_outlet_that_confirms_has_a_finding_of_its_own()
    {
        const string Text = "Nordwire confirmed the existence of the contract, but said that the price is not final.";
        var citations = Articles.Analyze(Text).Analysis.Citations;
        Assert.Contains(citations, c => c.Kind == CitationKind.Confirms && c.Scope.Of(Text) == "the existence of the contract");
        Assert.Contains(citations, c => c.Kind == CitationKind.Reports && c.Scope.Of(Text) == "that the price is not final");
    }

    [Fact]
    public void Telling_an_agency_carries_its_finding_on_the_tellers_word()
    {
        const string Text = "A port official, speaking on condition of anonymity, told the news agency Nordwire that no buyer was in sight.";
        var citation = One(Text);
        Assert.Equal(CitationKind.ToldTo, citation.Kind);
        Assert.Equal("Nordwire", citation.Outlet);
        Assert.Equal("A port official", citation.OnWordOf!.Value.Of(Text));
    }

    [Fact]
    public void A_report_that_supports_somebodys_words_is_no_confirmation()
    {
        const string Text = "The Harbour Times wrote about the sale. The newspaper’s report on Friday appeared to confirm statements from Mayor Ingrid Solberg.";
        var citations = Articles.Analyze(Text).Analysis.Citations;
        Assert.Contains(citations, c => c.Kind == CitationKind.BearsOn);
        Assert.DoesNotContain(citations, c => c.Kind == CitationKind.Confirms);
    }

    [Fact]
    public void A_photo_credit_is_no_citation()
    {
        Assert.Empty(Articles.Analyze("The mayor opens the old bridge in Eastport [Ann Holt/Nordwire Photo]\n\nThe bridge is open again.").Analysis.Citations);
    }

    [Fact]
    public void An_outlet_unknown_to_the_registry_is_known_by_its_form()
    {
        Assert.Equal("Eastport Gazette", One("The pier was sold in secret, the Eastport Gazette reported.").Outlet);
    }

    [Fact]
    public void What_was_told_to_the_article_s_own_outlet_is_first_hand_and_no_citation()
    {
        var (text, analysis) = Articles.Analyze("“Nobody asked us,” Tom Reyes told The Bay Post.", "The Bay Post");
        Assert.Empty(analysis.Citations);
        var sign = Assert.Single(analysis.FirstHandSigns);
        Assert.Equal(FirstHandKind.WasTold, sign.Kind);
        Assert.Equal("told The Bay Post", sign.Span.Of(text));
        Assert.Equal("Tom Reyes", sign.Party);
    }

    [Fact]
    public void A_short_name_of_the_article_s_own_outlet_is_the_outlet_itself()
    {
        var (text, analysis) = Articles.Analyze("“Nobody asked us,” Tom Reyes told the Beacon. The Beacon has not seen the contract.", "Eastport Beacon");
        Assert.Empty(analysis.Citations);
        Assert.Equal("told the Beacon", Assert.Single(analysis.FirstHandSigns).Span.Of(text));
    }

    [Fact]
    public void What_was_told_to_another_outlet_on_air_is_told_to_it()
    {
        var citation = One("“Nobody asked us,” Tom Reyes said Thursday on Nordwire.");
        Assert.Equal((CitationKind.ToldTo, "Nordwire"), (citation.Kind, citation.Outlet));
    }

    [Fact]
    public void A_poll_and_a_reporter_of_an_outlet_are_no_citations() =>
        Assert.Empty(Articles.Analyze("A Bay Post poll puts her ahead. Bay Post reporter Ann Holt moved to Lund.").Analysis.Citations);

    [Fact]
    public void A_german_agency_in_small_letters_is_known_by_the_noun_before_it()
    {
        const string Text = "„Die Anlage lief immer“, sagte Geschäftsführer Jan Thies der Nachrichtenagentur kdn.";
        var citation = One(Text, language: "de");
        Assert.Equal((CitationKind.ToldTo, "kdn"), (citation.Kind, citation.Outlet));
        Assert.Equal("Jan Thies", citation.OnWordOf!.Value.Of(Text));
    }

    [Fact]
    public void A_german_outlet_between_marks_is_a_citation_and_no_quote()
    {
        var (_, analysis) = Articles.Analyze("Der „Hafenbote“ hatte unter Berufung auf Kreise berichtet, der Pier sei verkauft.", language: "de");
        Assert.Equal("Hafenbote", Assert.Single(analysis.Citations).Outlet);
        Assert.DoesNotContain(analysis.Quotes, q => q.Form != QuoteForm.Indirect);
    }

    [Fact]
    public void Posts_and_books_are_marked_as_such()
    {
        var citations = Articles.Analyze("Tom Reyes commented on Bluesky that the pier was rotten. Ingrid Solberg wrote in her 2022 book that it was not.").Analysis.Citations;
        Assert.Equal([CitationKind.SocialPost, CitationKind.Book], citations.Select(c => c.Kind));
    }

    [Fact]
    public void A_german_outlet_is_cited_with_those_it_rests_on()
    {
        const string Text = "Der Küstenbote berichtete unter Berufung auf Hafenkreise, dass der Pier verkauft sei.";
        var citation = One(Text, language: "de");
        Assert.Equal("Küstenbote", citation.Outlet);
        Assert.Equal("Hafenkreise", citation.OnWordOf!.Value.Of(Text));
    }
}
