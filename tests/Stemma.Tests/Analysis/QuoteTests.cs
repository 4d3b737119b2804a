using Stemma.Model;

namespace Stemma.Tests.Analyzing;

public sealed class QuoteTests
{
    private static List<(string Words, string? Speaker)> Quoted(string text, string language = "en")
    {
        var (_, analysis) = Articles.Analyze(text, language: language);
        return [.. analysis.Quotes.Where(q => q.Form != QuoteForm.Indirect).Select(q => (q.Span.Of(text), q.Speaker))];
    }

    [Fact]
    public void A_surname_beside_a_quote_leads_to_the_full_name()
    {
        var quotes = Quoted("Mayor Ingrid Solberg closed the old bridge on Monday.\n\n“We could not wait any longer,” Solberg said.");
        Assert.Equal(("We could not wait any longer,", "Ingrid Solberg"), Assert.Single(quotes));
    }

    [Fact]
    public void The_parts_around_a_cue_are_one_turn()
    {
        var (text, analysis) = Articles.Analyze("“The bridge is safe,” said Ingrid Solberg, the mayor. “It will open in May.”");
        var quotes = analysis.Quotes.Where(q => q.Form == QuoteForm.Direct).ToList();
        Assert.Equal(2, quotes.Count);
        Assert.Equal(quotes[0].Turn, quotes[1].Turn);
        Assert.All(quotes, q => Assert.Equal("Ingrid Solberg", q.Speaker));
        Assert.Equal("said", quotes[0].CueSpan!.Value.Of(text));
    }

    [Fact]
    public void A_quote_keeps_its_speaker_across_a_paragraph_break()
    {
        var quotes = Quoted("“The pier is old,” said harbour master Tom Reyes.\n\n“It was built by hand and nobody kept the plans.\n\n“We will have to draw them anew,” he added.");
        Assert.Equal(3, quotes.Count);
        Assert.All(quotes, q => Assert.Equal("Tom Reyes", q.Speaker));
    }

    [Fact]
    public void A_straight_mark_may_be_closed_by_a_curly_one()
    {
        var quotes = Quoted("\"We were not asked about the pier,” said Tom Reyes, a fisherman.");
        Assert.Equal(("We were not asked about the pier,", "Tom Reyes"), Assert.Single(quotes));
    }

    [Fact]
    public void A_quotation_left_open_with_marks_inside_runs_on_in_the_next_paragraph()
    {
        var quotes = Quoted("Lena Moss, a lawyer, told Nordwire: \"They called the plan the \"Grey Line\" and nobody objected to it at the time.\n\n\"Now all of them deny it.\"");
        Assert.Equal(2, quotes.Count);
        Assert.All(quotes, q => Assert.Equal("Lena Moss", q.Speaker));
    }

    [Fact]
    public void A_title_of_a_book_is_not_speech()
    {
        Assert.Empty(Quoted("The library bought three copies of “The Long Winter” for its readers."));
    }

    [Fact]
    public void She_is_the_one_who_spoke_and_not_the_nearest_woman_named()
    {
        var quotes = Quoted("Ms. Ingrid Solberg met reporters after visiting Ms. Lena Moss in hospital.\n\n“The wound is small,” she said.");
        Assert.Equal("Ingrid Solberg", Assert.Single(quotes).Speaker);
    }

    [Fact]
    public void An_apposition_between_name_and_verb_is_passed_over()
    {
        var quotes = Quoted("Tom Reyes, the head of the fishermen's union in Eastport, told Nordwire: “Nobody asked us.”");
        Assert.Equal("Tom Reyes", Assert.Single(quotes).Speaker);
    }

    [Fact]
    public void A_describing_noun_stays_as_written()
    {
        var quotes = Quoted("“We are looking into it,” a spokesman for the port authority said on Friday.");
        Assert.Equal("a spokesman", Assert.Single(quotes).Speaker);
    }

    [Fact]
    public void Indirect_speech_is_the_clause_without_its_cue()
    {
        var (text, analysis) = Articles.Analyze("Officials said on Thursday that the ferry would not sail before noon.");
        var quote = Assert.Single(analysis.Quotes);
        Assert.Equal(QuoteForm.Indirect, quote.Form);
        Assert.Equal("that the ferry would not sail before noon", quote.Span.Of(text));
        Assert.Equal("Officials", quote.Speaker);
    }

    [Fact]
    public void Addressee_and_setting_are_read_as_written()
    {
        var (_, analysis) = Articles.Analyze("“The pier stays,” Ingrid Solberg told reporters at a Friday press conference.");
        var quote = analysis.Quotes.First(q => q.Form == QuoteForm.Direct);
        Assert.Equal("reporters", quote.Addressee);
        Assert.Equal("at a Friday press conference", quote.Setting);
    }

    [Fact]
    public void The_outer_speaker_has_the_words()
    {
        var quotes = Quoted("Ingrid Solberg said she hopes that the new pier will be “a place for everyone”.");
        Assert.Equal("Ingrid Solberg", Assert.Single(quotes).Speaker);
    }

    [Fact]
    public void A_participle_has_the_subject_of_its_sentence()
    {
        var quotes = Quoted("Tom Reyes attacked the sale of the pier, saying it was “a gift to one man and a loss to all others”.");
        Assert.Equal("Tom Reyes", Assert.Single(quotes).Speaker);
    }

    [Fact]
    public void A_name_in_the_line_under_a_quote_is_its_speaker()
    {
        var quotes = Quoted("“The pier was the only place where we could swim.” ― Tom Reyes, 44");
        Assert.Equal("Tom Reyes", Assert.Single(quotes).Speaker);
    }

    [Fact]
    public void Who_was_introduced_before_the_words_speaks_them()
    {
        var quotes = Quoted("While Tom Reyes had many friends, one thing worries Paul Brandt, president of the anglers' club.\n\n“Nobody swims here. Reyes had no luck,” he said.");
        Assert.All(quotes, q => Assert.Equal("Paul Brandt", q.Speaker));
    }

    [Fact]
    public void A_misspelt_surname_is_the_one_person_it_is_near_to()
    {
        var quotes = Quoted("Ingrid Solberg opened the fair. “It is a good day,” Ms. Solbergh said.");
        Assert.Equal("Ingrid Solberg", Assert.Single(quotes).Speaker);
    }

    [Fact]
    public void Clauses_around_the_cue_are_one_turn()
    {
        var (_, analysis) = Articles.Analyze("The old pier, Ingrid Solberg said, will be closed before the winter.");
        Assert.Equal(2, analysis.Quotes.Count);
        Assert.Equal(analysis.Quotes[0].Turn, analysis.Quotes[1].Turn);
    }

    [Fact]
    public void German_marks_open_low_and_close_high()
    {
        var quotes = Quoted("„Wir haben den Hafen zu spät gesperrt“, sagte Bürgermeisterin Ingrid Solberg am Freitag.", "de");
        Assert.Equal(("Wir haben den Hafen zu spät gesperrt", "Ingrid Solberg"), Assert.Single(quotes));
    }

    [Fact]
    public void A_german_sentence_in_the_subjunctive_carries_on_the_speaker()
    {
        var (text, analysis) = Articles.Analyze("Der Hafen bleibt geschlossen, teilte die Behörde mit. Die Mauer sei nicht mehr sicher.", language: "de");
        Assert.Contains(analysis.Quotes, q => q.Span.Of(text).StartsWith("Die Mauer sei", StringComparison.Ordinal) && q.Speaker == "die Behörde");
    }

    [Theory]
    [InlineData("“The bridge is safe enough for lorries,” the agency quoted Ingrid Solberg as saying.")]
    [InlineData("“The bridge is safe enough for lorries,” Ingrid Solberg was quoted by the agency as saying.")]
    public void Whom_an_agency_quotes_is_the_speaker(string text) => Assert.Equal("Ingrid Solberg", Assert.Single(Quoted(text)).Speaker);

    [Fact]
    public void Marks_between_spaces_open_and_close_by_turns()
    {
        var quotes = Quoted("The mayor Ingrid Solberg said: \" The bridge is safe \" and called it \" a proud sight \" .");
        Assert.Equal(["The bridge is safe", "a proud sight"], quotes.Select(q => q.Words));
    }

    [Fact]
    public void A_lost_opening_mark_is_where_the_paragraph_begins()
    {
        var quotes = Quoted("The bridge is safe and will open in May,” said Ingrid Solberg, the mayor.");
        Assert.Equal(("The bridge is safe and will open in May,", "Ingrid Solberg"), Assert.Single(quotes));
    }

    [Theory]
    [InlineData("Now Solberg says the bridge is “quite safe for anyone”.")]
    [InlineData("Republican Ingrid Solberg called the bridge “quite safe for anyone”.")]
    public void Capitals_beside_a_name_are_not_of_it(string text) =>
        Assert.Contains(Assert.Single(Quoted(text)).Speaker, (string[])["Solberg", "Ingrid Solberg"]);
}
