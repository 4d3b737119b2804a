using Stemma.App.Evals;
using Stemma.Fetching;
using Stemma.Outlets;

namespace Stemma.Tests.Briefings;

/// <summary>No line of any brief that is not in an article: the samples, real pages, and stories drawn at random.</summary>
public sealed class DrawnBriefTests
{
    [Fact]
    public Task Every_line_of_the_briefs_of_the_samples_stands_in_an_article() => AllStandIn(Repository.Samples);

    [Fact]
    public Task Every_line_of_the_briefs_of_real_pages_stands_in_an_article()
    {
        var folder = Path.Combine(Repository.Shared, "seeds");
        Assert.SkipUnless(Directory.Exists(folder), $"{folder} is not there.");
        return AllStandIn(folder);
    }

    // stemma eval briefs draws 500.
    [Fact]
    public void Every_line_of_briefs_of_stories_drawn_at_random_stands_in_an_article()
    {
        var folder = Environment.GetEnvironmentVariable("STEMMA_STORIES") ?? Path.Combine(Repository.Shared, "data", "clustering");
        Assert.SkipUnless(DrawnStories.Files.All(f => File.Exists(Path.Combine(folder, f))), $"{folder} holds no labelled streams; STEMMA_STORIES names one.");
        var check = new VerbatimCheck();
        foreach (var brief in new DrawnStories().Draw(folder, 20))
        {
            check.Add(brief);
        }
        Assert.True(check.Passages > 500, $"only {check.Passages}");
        Assert.Empty(check.Amiss);
    }

    private static async Task AllStandIn(string folder)
    {
        var fetcher = new DocumentFetcher(() => Stream.Null, null, TimeProvider.System, new FetchOptions());
        var run = await new Pipeline(fetcher, OutletRegistry.LoadBuiltIn()).RunAsync([folder], TestContext.Current.CancellationToken);
        var check = new VerbatimCheck();
        foreach (var brief in run.Briefs)
        {
            check.Add(brief);
        }
        Assert.True(check.Passages > 100, $"only {check.Passages}");
        Assert.Empty(check.Amiss);
    }
}
