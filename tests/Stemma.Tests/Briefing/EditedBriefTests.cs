using Stemma.Briefing;
using Stemma.Model;
using Stemma.Tracing;

namespace Stemma.Tests.Briefings;

/// <summary>What a reader of a whole brief would object to.</summary>
public sealed class EditedBriefTests
{
    [Fact]
    public void What_two_sentences_of_one_account_state_is_one_claim()
    {
        var brief = new TestStory()
            .Told("Coast Daily", "2026-03-04T10:00Z", """
                A ferry hit the outer mole at Marlow on Tuesday, injuring 17 people, the coast guard said.

                The ferry Lady Ardeth had 96 passengers and six crew on board when it hit the mole.
                """)
            .Told("Hill Post", "2026-03-04T11:00Z", """
                Seventeen people were hurt when a ferry struck a breakwater at Marlow, the coast guard said on Tuesday.

                The ferry Lady Ardeth carried 96 passengers and six crew.

                On board the Lady Ardeth were 96 passengers and a crew of six, the line said.
                """)
            .Brief();
        Assert.Single(brief.Claims, c => TextOf(brief, c.Words).Contains("96", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("The owner of a ferry that hit the outer mole at Marlow on Tuesday has denied that the captain had been drinking.", false)]
    [InlineData("The owner of the line denied that a ferry had hit the outer mole at Marlow on Tuesday.", true)]
    [InlineData("A ferry hit the outer mole at Marlow on Tuesday, which the line denied.", true)]
    public void Who_denies_something_else_does_not_dispute_the_news(string other, bool isDisputed)
    {
        var brief = new TestStory()
            .Told("Coast Daily", "2026-03-04T10:00Z", "A ferry hit the outer mole at Marlow on Tuesday, the coast guard said.")
            .Told("Hill Post", "2026-03-04T11:00Z", other)
            .Brief();
        var claim = Assert.Single(brief.Claims, c => c.Supports.Count == 2);
        Assert.Equal(isDisputed, claim.Status is ClaimStatus.Disputed);
    }

    [Fact]
    public void A_question_and_a_bare_quotation_state_no_claim()
    {
        var brief = new TestStory()
            .Told("Coast Daily", "2026-03-04T10:00Z", """
                The council of Marlow closed the old bridge on Tuesday after cracks were found in two arches.

                “I shall say no more about the cracks today,” the mayor said.

                Why were the cracks in the arches of the bridge not found before?
                """)
            .Told("Hill Post", "2026-03-04T11:00Z", """
                Marlow closed its old bridge on Tuesday because two arches have cracks, the council said.

                “I shall say no more about the cracks today,” said the mayor.

                Why were the cracks in the bridge arches not found before now?
                """)
            .Brief();
        Assert.DoesNotContain(brief.Claims, c => TextOf(brief, c.Words) is var words
            && (words.Contains('?', StringComparison.Ordinal) || words.Contains("no more", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_is_next_is_planned_and_still_ahead()
    {
        var brief = new TestStory()
            .Told("Coast Daily", "2026-03-02T10:00Z", """
                The Marlow ferry was stopped on Monday after its steering failed.

                The ferry line is to meet the harbour office on Tuesday to speak of the steering of the Marlow ferry.

                A broken steering will always worry people who cross with a ferry.

                The inspectors of the Marlow ferry are due to report on its steering in June.
                """)
            .Told("Hill Post", "2026-03-05T10:00Z", """
                The ferry at Marlow has been stopped since Monday because its steering failed.

                The Marlow ferry was expected to sail again after its steering was mended.
                """)
            .Brief();
        var line = Assert.Single(brief.Next);
        Assert.Contains("June", TextOf(brief, line.Words), StringComparison.Ordinal);
    }

    [Fact]
    public void Why_it_matters_is_told_where_an_account_says_so()
    {
        var brief = new TestStory()
            .Told("Coast Daily", "2026-03-02T10:00Z", """
                The Marlow bridge was closed on Monday after cracks were found in two arches.

                The closing of the Marlow bridge marks the first time in a century that the town has no dry way across the river.
                """)
            .Told("Hill Post", "2026-03-02T11:00Z", "Cracks in two arches have closed the Marlow bridge, the council said on Monday.")
            .Brief();
        var line = Assert.Single(brief.Matters);
        Assert.Contains("first time", TextOf(brief, line.Words), StringComparison.Ordinal);
        Assert.Contains("first", TextOf(brief, Assert.Single(line.Explanation.Evidence)), StringComparison.Ordinal);
    }

    [Fact]
    public void No_line_stands_in_two_parts()
    {
        var brief = new TestStory()
            .Told("Coast Daily", "2026-03-02T10:00Z", """
                The Marlow bridge was closed on Monday after cracks were found in two arches.

                The bridge is due to open again on Friday, the council of Marlow said.
                """)
            .Told("Hill Post", "2026-03-02T11:00Z", """
                Cracks in two arches have closed the Marlow bridge, the council said on Monday.

                The council said the Marlow bridge is due to open again on Friday.
                """)
            .Brief();
        List<Evidence> lines =
        [
            .. brief.OnlyInOne.Select(o => o.Words), .. brief.Next.Select(n => n.Words), .. brief.Matters.Select(m => m.Words),
        ];
        Assert.Equal(lines.Distinct().Count(), lines.Count);
        Assert.DoesNotContain(brief.OnlyInOne, o => brief.Claims.Any(c => c.Supports.Any(s => s.Words == o.Words)));
    }

    [Fact]
    public void Who_stands_in_a_list_of_names_is_not_described_by_the_next()
    {
        var brief = new TestStory()
            .Told("Coast Daily", "2026-03-02T10:00Z", """
                Councillors Ada Holm, Tomas Lee and Mara Quill voted against the bridge of Marlow on Monday.

                Jonas Marsh, opening the meeting, said little. Edda Vane, a builder of boats, said more.
                """)
            .Brief();
        foreach (var (name, description) in brief.People.Select(p => (p.Name, p.Description)))
        {
            Assert.Equal(name == "Edda Vane", description is { } d && TextOf(brief, d).Contains("builder", StringComparison.Ordinal));
            Assert.False(description is { } words && (TextOf(brief, words).Contains("Tomas", StringComparison.Ordinal)
                || TextOf(brief, words).Contains("opening", StringComparison.Ordinal)));
        }
    }

    [Theory]
    [InlineData("the coast guard", true)]
    [InlineData("a spokesman for the line", true)]
    [InlineData("a harbour wall", false)]
    [InlineData("Northwind Lines", true)]
    public void A_party_is_a_person_or_a_body(string party, bool isSomebody)
    {
        var story = new TestStory().Told("Coast Daily", "2026-03-02T10:00Z", "The line denied it.").Build();
        var statement = new Statement(ItemId.Of('t', [], party), StatusKind.Denied, party, [], [], new Explanation("test", "Given.", null, []));
        Assert.Equal(isSomebody ? party : null, new ShownStatements(new StoryTerms(story)).Judge(statement).Party);
    }

    private static string TextOf(StoryBrief brief, Evidence words) =>
        words.Span.Of(brief.Story.Accounts.Single(a => a.Id == words.Article).Article.Text);
}
