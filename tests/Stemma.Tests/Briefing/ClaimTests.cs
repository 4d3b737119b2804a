using Stemma.App.Evals;
using Stemma.Briefing;
using Stemma.Model;
using Stemma.Tracing;

namespace Stemma.Tests.Briefings;

public sealed class ClaimTests
{
    [Fact]
    public void What_is_said_in_other_words_is_one_claim()
    {
        var brief = new TestStory()
            .Told("Coast Daily", "2026-03-04T10:00Z", """
                A ferry ran aground off Marlow on Tuesday evening, the coast guard said.

                All 48 passengers were rescued by two lifeboats before midnight.

                The harbour office had warned of shallow water in a letter to the company last autumn.
                """)
            .Told("Hill Post", "2026-03-04T11:00Z", """
                The coast guard said a ferry had run aground near Marlow on Tuesday.

                Two lifeboats saved the 48 people aboard within four hours.

                Tickets for the crossing will be refunded from Friday.
                """)
            .Brief();
        Assert.Contains(brief.Claims, c => c.Supports.Count == 2 && TextOf(brief, c.Words).Contains("48", StringComparison.Ordinal));
        Assert.DoesNotContain(brief.Claims, c => c.Supports.Any(s => TextOf(brief, s.Words).Contains("Tickets", StringComparison.Ordinal)));
    }

    [Fact]
    public void Who_says_it_is_no_part_of_what_is_stated()
    {
        var story = new TestStory().Told("Coast Daily", "2026-03-04T10:00Z", """
            A bridge in Marlow was closed on Tuesday after cracks were found.

            Two painters had noticed dust below the arch, harbour master Edda Quill told reporters.
            """).Build();
        var terms = new StoryTerms(story);
        var second = terms.ByAccount[story.Accounts[0].Id][1];
        var sentence = new ClaimSentence(second, terms, new SpeakerNames(story), new TermNumbers());
        Assert.InRange(sentence.ContentTotal, 0.1, sentence.Total - 0.1);
    }

    [Fact]
    public void A_claim_says_why_and_stands_in_its_articles()
    {
        var brief = Bridge();
        Assert.NotEmpty(brief.Claims);
        foreach (var claim in brief.Claims)
        {
            Assert.NotEqual("", claim.Explanation.Text);
            Assert.Equal(claim.Supports.Select(s => s.Words).Order(), claim.Explanation.Evidence.Order());
            Assert.InRange(claim.Explanation.Figure ?? 1, 0, 1);
            Assert.All(claim.Supports, s => Assert.NotEqual("", TextOf(brief, s.Words)));
        }
    }

    [Fact]
    public void A_word_may_be_like_words_of_several_groups()
    {
        var words = SameWords.BuiltIn;
        var fire = words.GroupsOf("fire");
        Assert.True(SameWords.AreAlike(fire, words.GroupsOf("blaz")));
        Assert.True(SameWords.AreAlike(fire, words.GroupsOf("dismiss")));
        Assert.False(SameWords.AreAlike(words.GroupsOf("blaz"), words.GroupsOf("dismiss")));
        Assert.Empty(words.GroupsOf("waterworks"));
    }

    [Fact]
    public void Every_likeness_has_one_name_and_a_weight()
    {
        Assert.Equal(ClaimPairFeatures.Names.Length, ClaimPairFeatures.Names.Distinct(StringComparer.Ordinal).Count());
        Assert.InRange(ClaimModel.BuiltIn.LogOdds(new float[ClaimPairFeatures.Names.Length]), -ClaimModel.Surest, 0);
    }

    [Fact]
    public void The_order_of_two_sentences_changes_no_likeness()
    {
        var story = Bridge().Story;
        var (terms, names, numbers) = (new StoryTerms(story), new SpeakerNames(story), new TermNumbers());
        var sentences = story.Accounts.Select(a => new ClaimSentence(terms.ByAccount[a.Id][1], terms, names, numbers)).ToList();
        var (one, other) = (new float[ClaimPairFeatures.Names.Length], new float[ClaimPairFeatures.Names.Length]);
        ClaimPairFeatures.Fill(sentences[0], sentences[1], one);
        ClaimPairFeatures.Fill(sentences[1], sentences[0], other);
        Assert.Equal(one, other, (x, y) => Math.Abs(x - y) < 1e-5);
    }

    [Fact]
    public void Two_accounts_that_agree_count_once_however_many_sentences_they_need()
    {
        var brief = Bridge();
        var accounts = brief.Story.Accounts;
        List<Evidence> all = [.. accounts.SelectMany(a => a.Analysis.Sentences.Select(s => new Evidence(a.Id, s.Span)))];
        var scorer = new ClaimScorer();
        scorer.Add(new GoldStory { Name = "bridge", Brief = brief with { Claims = [], Utterances = [] }, Claims = [(all, null, null)] });
        Assert.Equal((0, 0, 1), (scorer.Tally.Right, scorer.Tally.Wrong, scorer.Tally.Missing));
        scorer.Add(new GoldStory { Name = "bridge", Brief = brief, Claims = [(all, null, null)] });
        Assert.Equal((1, 0, 1), (scorer.Tally.Right, scorer.Tally.Wrong, scorer.Tally.Missing));
    }

    [Fact]
    public void An_annotated_utterance_that_is_shown_as_a_claim_is_no_fault()
    {
        var brief = Bridge();
        var claim = brief.Claims[0];
        List<Evidence> said = [.. claim.Supports.Select(s => s.Words)];
        // Another claim touches its words, so that it is judged.
        var third = new Evidence(brief.Story.Accounts[1].Id, brief.Story.Accounts[1].Analysis.Sentences[^1].Span);
        var scorer = new ClaimScorer();
        scorer.Add(new GoldStory
        {
            Name = "bridge",
            Brief = brief with { Claims = [claim], Utterances = [] },
            Claims = [([said.First(s => s.Article == brief.Story.Accounts[0].Id), third], null, null)],
            Utterances = [said],
        });
        Assert.Equal((0, 0, 1), (scorer.Tally.Right, scorer.Tally.Wrong, scorer.Tally.Missing));
    }

    private static StoryBrief Bridge() => new TestStory()
        .Told("Coast Daily", "2026-03-04T10:00Z", """
            A bridge in Marlow was closed on Tuesday after cracks were found.

            Engineers found cracks in three of the nine arches during an inspection on Monday.

            The town had asked for money to repair the bridge in 2019.
            """)
        .Told("Hill Post", "2026-03-04T11:00Z", """
            Cracks have shut a bridge in Marlow since Tuesday.

            An inspection on Monday had shown cracks in three arches, engineers said.

            Lorries will be sent through the valley.
            """)
        .Brief();

    private static string TextOf(StoryBrief brief, Evidence words) =>
        words.Span.Of(brief.Story.Accounts.First(a => a.Id == words.Article).Article.Text);
}
