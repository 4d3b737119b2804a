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

    private static List<StoryAssignment> Cluster(params Article[] articles)
    {
        var clusterer = new StoryClusterer();
        return [.. articles.Select(a => clusterer.Cluster(a, Invented.NoAnalysis(a)))];
    }
}
