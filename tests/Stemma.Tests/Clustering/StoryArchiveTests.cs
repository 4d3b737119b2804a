using System.Globalization;
using Stemma.Clustering;
using Stemma.Model;
using Stemma.Storage;
using Stemma.Tests.Storage;

namespace Stemma.Tests.Clustering;

/// <summary>What happens to stories that nobody told of for days, and which story goes on from which.</summary>
public sealed class StoryArchiveTests
{
    private const string Inquiry =
        "A maritime court in Port Quillan heard Captain Ruben Osterhaus on Thursday. The judges asked for the service book of the " +
        "steering gear, which a yard in Lundhaven had overhauled in January. Shareholders of the Aldebaran's owner want its chairman " +
        "to go. A verdict is due in May; the yard says that its welds were sound and that nobody had read the warning.";

    private static readonly ClusteringOptions Small = new()
    {
        AlwaysOpen = 6, CloseAfter = TimeSpan.FromDays(2), LookEvery = 10, FewLeniency = 0,
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void A_closed_story_is_taken_up_again_by_a_text_very_like_it()
    {
        var clusterer = new StoryClusterer(Small);
        var decided = Stream().ConvertAll(a => clusterer.Cluster(a, Invented.NoAnalysis(a)));
        Assert.Equal(decided[0].Story, decided[^1].Story);
        Assert.Equal("cluster.revives", decided[^1].Explanation.Rule);
        Assert.Contains("Aldebaran", decided[^1].Explanation.Text, StringComparison.Ordinal);
        Assert.NotEmpty(decided[^1].Explanation.Evidence);
    }

    [Fact]
    public void A_person_who_keeps_two_apart_is_obeyed_by_the_archive_too()
    {
        var clusterer = new StoryClusterer(Small);
        var stream = Stream();
        clusterer.KeepApart(stream[0].Id, stream[^1].Id);
        var decided = stream.ConvertAll(a => clusterer.Cluster(a, Invented.NoAnalysis(a)));
        Assert.NotEqual(decided[0].Story, decided[^1].Story);
    }

    [Fact]
    public void A_later_event_with_the_same_names_goes_on_from_the_first()
    {
        var clusterer = new StoryClusterer(Small with { ContinueAt = -2 });
        var stream = Stream();
        stream[^1] = Invented.Of(Inquiry, "2026-03-19T09:00Z");
        var decided = stream.ConvertAll(a => clusterer.Cluster(a, Invented.NoAnalysis(a)));
        Assert.NotEqual(decided[0].Story, decided[^1].Story);
        Assert.Equal(decided[0].Story, decided[^1].Continues?.Earlier);
        Assert.Contains("Osterhaus", decided[^1].Continues!.Explanation.Text, StringComparison.Ordinal);
        Assert.All(decided.SkipLast(1), a => Assert.Null(a.Continues));
        Assert.Equal(decided[0].Story, clusterer.Settle()[^1].Continues?.Earlier);
    }

    [Fact]
    public void Cuts_by_restarts_and_the_order_within_a_time_change_no_story_old_or_new()
    {
        var expected = Run([.. ArrivalOrder.Of(Stream(), a => a)], new Random(0), cuts: false);
        Assert.Contains(expected, a => a.Rule == "cluster.revives");
        for (var round = 1; round <= 4; round++)
        {
            var random = new Random(round);
            var shuffled = Stream().GroupBy(a => a.Time).SelectMany(g => g.OrderBy(_ => random.Next())).ToList();
            Assert.Equal(expected, Run([.. ArrivalOrder.Of(shuffled, a => a)], random, cuts: true));
        }
    }

    [Fact]
    public async Task A_store_finds_a_closed_story_again_after_a_restart()
    {
        await using var folder = new StoreFolder();
        var stories = new Dictionary<ArticleId, StoryAssignment>();
        foreach (var part in Stream().Chunk(9))
        {
            using var clustering = new LiveClustering(folder.Store, new SetClock(), new LiveOptions { RememberEvery = 15 }, Small);
            await clustering.RestoreAsync(Cancel);
            foreach (var article in part)
            {
                await folder.Store.AcceptAsync([new Submission { Url = article.Url }], StoreFolder.Now, Cancel);
                var id = new Submission { Url = article.Url }.Id;
                var task = new ReadTask
                {
                    Article = id,
                    Seq = 0,
                    Url = article.Url,
                    Document = new FetchedDocument { Source = "-", Content = Array.Empty<byte>(), FetchedAt = StoreFolder.Now },
                    Origin = DocumentOrigin.Page,
                };
                var read = article with { Id = id };
                await clustering.ClusterAsync([new Reading { Task = task, Articles = [new ReadArticle(read, Invented.NoAnalysis(read), null)] }]);
            }
            await folder.ReopenAsync();
        }
        var first = await folder.Store.ArticleAsync(new Submission { Url = Stream()[0].Url }.Id, default, Cancel);
        var last = await folder.Store.ArticleAsync(new Submission { Url = Stream()[^1].Url }.Id, default, Cancel);
        Assert.Equal(first!.Line.Story, last!.Line.Story);
        Assert.Equal("cluster.revives", last.Assignment?.Rule);
    }

    private static List<(ArticleId, StoryId, StoryId?, string Rule, string)> Run(List<Article> stream, Random random, bool cuts)
    {
        var clusterer = new StoryClusterer(Small);
        List<(ArticleId, StoryId, StoryId?, string Rule, string)> decided = [];
        foreach (var article in stream)
        {
            if (cuts && random.Next(5) == 0)
            {
                using var state = new MemoryStream();
                clusterer.Save(state);
                state.Position = 0;
                clusterer = StoryClusterer.Restore(state, Small);
            }
            var assignment = clusterer.Cluster(article, Invented.NoAnalysis(article));
            decided.Add((article.Id, assignment.Story, assignment.Continues?.Earlier, assignment.Explanation.Rule, assignment.Explanation.Text));
        }
        decided.AddRange(clusterer.Settle().Select(a => (a.Article, a.Story, a.Continues?.Earlier, a.Explanation.Rule, a.Explanation.Text)));
        return decided;
    }

    /// <summary>The ferry, then two weeks of other news, three at a time, then the ferry again nearly word for word.</summary>
    private static List<Article> Stream()
    {
        var random = new Random(11);
        List<Article> stream = [Invented.Of(Invented.Ferry, "2026-03-02T08:00Z", "Quillan Post", url: "https://quillan.example/ferry")];
        for (var i = 0; i < 42; i++)
        {
            var text = string.Join(' ', Enumerable.Range(0, 40).Select(w => (w % 7 == 0 ? "Vek" : "wor") + random.Next(4000)));
            stream.Add(Invented.Of(text, $"2026-03-{(3 + (i / 3)).ToString("00", CultureInfo.InvariantCulture)}T08:00Z", "Post " + (i % 3), url: $"https://post.example/{i}"));
        }
        stream.Add(Invented.Of(Invented.Ferry + " " + Invented.FerryAgain, "2026-03-18T08:00Z", "Tamsin Herald", url: "https://tamsin.example/again"));
        return stream;
    }

    private sealed class SetClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => StoreFolder.Now;
    }
}
