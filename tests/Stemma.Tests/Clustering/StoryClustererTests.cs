using Stemma.Clustering;
using Stemma.Model;

namespace Stemma.Tests.Clustering;

public sealed class StoryClustererTests
{
    [Fact]
    public void Two_accounts_of_one_event_meet_and_another_event_stays_apart()
    {
        var stories = Cluster(
            Invented.Of(Invented.Ferry, "2026-03-02T08:00Z", "Quillan Post"),
            Invented.Of(Invented.Orchard, "2026-03-02T08:30Z", "Tamsin Herald"),
            Invented.Of(Invented.FerryAgain, "2026-03-02T09:10Z", "Tamsin Herald"));
        Assert.Equal(stories[0].Story, stories[2].Story);
        Assert.NotEqual(stories[0].Story, stories[1].Story);
    }

    [Fact]
    public void Articles_without_a_time_meet_too()
    {
        var stories = Cluster(Invented.Of(Invented.Ferry), Invented.Of(Invented.Orchard), Invented.Of(Invented.FerryAgain));
        Assert.Equal(stories[0].Story, stories[2].Story);
        Assert.NotEqual(stories[0].Story, stories[1].Story);
    }

    [Fact]
    public void An_assignment_names_what_is_shared_and_its_evidence_lies_in_the_text()
    {
        var again = Invented.Of(Invented.FerryAgain, "2026-03-02T09:10Z");
        var assignment = Cluster(Invented.Of(Invented.Ferry, "2026-03-02T08:00Z"), again)[1];
        Assert.Contains("Aldebaran", assignment.Explanation.Text, StringComparison.Ordinal);
        Assert.NotEmpty(assignment.Explanation.Evidence);
        Assert.All(assignment.Explanation.Evidence, e =>
        {
            Assert.Equal(again.Id, e.Article);
            Assert.True(new TextSpan(0, again.Text.Length).Contains(e.Span));
        });
    }

    [Fact]
    public void A_later_text_at_the_same_address_is_a_version()
    {
        const string Address = "https://quillan.example/ferry";
        var stories = Cluster(
            Invented.Of(Invented.Ferry, "2026-03-02T08:00Z", "Quillan Post", url: Address),
            Invented.Of(Invented.FerryAgain, "2026-03-02T09:00Z", "Tamsin Herald"),
            Invented.Of(Invented.Ferry + " Two people were bruised.", "2026-03-02T11:00Z", "Quillan Post", url: Address + "?utm_source=x"));
        Assert.Equal(stories[0].Article, stories[2].VersionOf);
        Assert.Null(stories[1].VersionOf);
    }

    [Fact]
    public void The_same_article_twice_is_answered_the_same()
    {
        var article = Invented.Of(Invented.Ferry);
        var stories = Cluster(article, article);
        Assert.Equal(stories[0], stories[1]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\0\uD800\uDC00\uDC00 ’’’ '' 1.2.3,4,")]
    [InlineData("….,;")]
    public void Strange_texts_are_taken_as_they_come(string text)
    {
        var stories = Cluster(Invented.Of(text, title: "x"), Invented.Of(text + " ", title: "y"));
        Assert.Equal(2, stories.Count);
    }

    [Fact]
    public void Articles_of_one_time_may_arrive_in_any_order()
    {
        Article[] articles =
        [
            Invented.Of(Invented.Ferry, "2026-03-02T08:00Z"),
            Invented.Of(Invented.FerryAgain, "2026-03-02T08:00Z"),
            Invented.Of(Invented.Orchard, "2026-03-02T08:00Z"),
        ];
        var forward = Cluster([.. ArrivalOrder.Of(articles, a => a)]);
        var backward = Cluster([.. ArrivalOrder.Of(articles.Reverse(), a => a)]);
        Assert.Equal(forward.Select(a => (a.Article, a.Story)), backward.Select(a => (a.Article, a.Story)));
    }

    [Fact]
    public void What_a_person_puts_together_stays_together()
    {
        var ferry = Invented.Of(Invented.Ferry, "2026-03-02T08:00Z");
        var orchard = Invented.Of(Invented.Orchard, "2026-03-02T08:30Z");
        var clusterer = new StoryClusterer();
        clusterer.Cluster(ferry, Invented.NoAnalysis(ferry));
        clusterer.PutTogether(ferry.Id, orchard.Id);
        Assert.Equal(ferry.Id.Value, clusterer.Cluster(orchard, Invented.NoAnalysis(orchard)).Story.Value);
        Assert.Single(clusterer.Settle().Select(a => a.Story).Distinct());
    }

    [Fact]
    public void What_a_person_keeps_apart_comes_apart_and_leaves_no_dead_id()
    {
        var ferry = Invented.Of(Invented.Ferry, "2026-03-02T08:00Z");
        var again = Invented.Of(Invented.FerryAgain, "2026-03-02T09:10Z");
        var clusterer = new StoryClusterer();
        var story = clusterer.Cluster(ferry, Invented.NoAnalysis(ferry)).Story;
        Assert.Equal(story, clusterer.Cluster(again, Invented.NoAnalysis(again)).Story);
        clusterer.KeepApart(ferry.Id, again.Id);
        var settled = clusterer.Settle();
        Assert.Equal(story, settled[0].Story);
        Assert.NotEqual(story, settled[1].Story);
        Assert.Equal("cluster.second-look", settled[1].Explanation.Rule);
        clusterer.PutTogether(ferry.Id, again.Id);
        var rejoined = clusterer.Settle();
        Assert.Equal(story, rejoined[1].Story);
        Assert.Equal(story, clusterer.Resolve(settled[1].Story));
    }

    [Fact]
    public void A_stream_cut_by_restarts_gives_the_same_stories()
    {
        var random = new Random(3);
        string[] words = [.. (Invented.Ferry + " " + Invented.Orchard + " " + Invented.FerryAgain).Split(' ')];
        List<Article> articles = [];
        for (var i = 0; i < 120; i++)
        {
            var start = random.Next(words.Length - 12);
            var text = string.Join(' ', words.Skip(start).Take(12)) + " " + random.Next(4);
            articles.Add(Invented.Of(text, "2026-03-" + (1 + (i / 8)).ToString("00", System.Globalization.CultureInfo.InvariantCulture) + "T08:00Z", "Post " + random.Next(9)));
        }
        var options = new ClusteringOptions { LookEvery = 25, AlwaysOpen = 20, CloseAfter = TimeSpan.FromDays(2) };
        var whole = new StoryClusterer(options);
        var cut = new StoryClusterer(options);
        foreach (var article in articles)
        {
            var expected = whole.Cluster(article, Invented.NoAnalysis(article));
            if (random.Next(10) == 0)
            {
                using var state = new MemoryStream();
                cut.Save(state);
                state.Position = 0;
                cut = StoryClusterer.Restore(state, options);
            }
            var actual = cut.Cluster(article, Invented.NoAnalysis(article));
            Assert.Equal((expected.Story, expected.VersionOf, expected.Explanation.Text), (actual.Story, actual.VersionOf, actual.Explanation.Text));
        }
        Assert.Equal(whole.Settle().Select(a => (a.Article, a.Story)), cut.Settle().Select(a => (a.Article, a.Story)));
    }

    [Fact]
    public void Settling_twice_changes_nothing()
    {
        var clusterer = new StoryClusterer();
        foreach (var text in new[] { Invented.Ferry, Invented.Orchard, Invented.FerryAgain })
        {
            var article = Invented.Of(text);
            clusterer.Cluster(article, Invented.NoAnalysis(article));
        }
        var once = clusterer.Settle().Select(a => (a.Article, a.Story)).ToList();
        Assert.Equal(once, clusterer.Settle().Select(a => (a.Article, a.Story)));
    }

    [Fact]
    public void Two_languages_meet_by_names_and_cognates()
    {
        const string German =
            "Die Fähre Aldebaran ist am Montagmorgen auf die Mole von Port Quillan gelaufen. Die Küstenwache holte 212 Passagiere von Bord. " +
            "Kapitän Ruben Osterhaus sagte, das Ruder habe nicht mehr reagiert. Der Hafenmeister von Port Quillan sperrte den Kanal.";
        var english = Invented.Of(Invented.Ferry, "2026-03-02T08:00Z") with { Language = "en" };
        var orchard = Invented.Of(Invented.Orchard, "2026-03-02T08:10Z") with { Language = "en" };
        var german = Invented.Of(German, "2026-03-02T08:40Z") with { Language = "de" };
        var stories = Cluster(english, orchard, german);
        Assert.Equal(stories[0].Story, stories[2].Story);
        Assert.NotEqual(stories[0].Story, stories[1].Story);
    }

    [Fact]
    public void An_account_in_another_language_tells_which_of_its_words_mean_the_same()
    {
        const string English =
            "Voters in Hungary go to the polls on Sunday in an election that the party of Agnes Tarnoczy is expected to win, " +
            "with 4211 candidates for parliament. Police in Budapest will guard 87 schools.";
        const string German =
            "In Ungarn wird am Sonntag gewählt. Die Partei von Agnes Tarnoczy gilt als Favorit der Wahl, 4211 Kandidaten wollen in das " +
            "Parlament. Die Polizei in Budapest bewacht 87 Schulen.";
        var english = Invented.Of(English, "2026-03-02T08:00Z") with { Language = "en" };
        var german = Invented.Of(German, "2026-03-02T09:00Z") with { Language = "de" };
        var stories = Cluster(english, german);
        Assert.Equal(stories[0].Story, stories[1].Story);
        Assert.Contains("what is meant by", stories[1].Explanation.Text, StringComparison.Ordinal);
        Assert.Contains("Ungarn", stories[1].Explanation.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Larger_sets_must_be_surer_to_be_one_story()
    {
        string[] outlets = ["Quillan Post", "Coast Herald", "The Pilot", "Radio Mole"];
        Article[] articles = [.. outlets.Select((o, i) => Invented.Of(
            (i < 2 ? Invented.Ferry : Invented.FerryAgain) + " " + o + " was told so.", $"2026-03-02T08:0{i}Z", o))];
        Assert.Single(Settled(0).Distinct());
        Assert.True(Settled(100).Distinct().Count() > 1);

        List<StoryId> Settled(double growth)
        {
            var clusterer = new StoryClusterer(new ClusteringOptions { SettleGrowth = growth, SettleGrowthMost = 100 });
            foreach (var article in articles)
            {
                clusterer.Cluster(article, Invented.NoAnalysis(article));
            }
            return [.. clusterer.Settle().Select(a => a.Story)];
        }
    }

    private static List<StoryAssignment> Cluster(params Article[] articles)
    {
        var clusterer = new StoryClusterer();
        return [.. articles.Select(a => clusterer.Cluster(a, Invented.NoAnalysis(a)))];
    }
}
