using System.Text;
using Stemma.Fetching;
using Stemma.Model;
using Stemma.Outlets;
using Stemma.Tests.Samples;

namespace Stemma.Tests;

/// <summary>What holds of a whole run, whatever the articles.</summary>
public sealed class PipelineTests
{
    [Fact]
    public async Task The_order_of_the_inputs_changes_nothing()
    {
        var files = Directory.GetFiles(Path.Combine(Repository.Samples, "border-memo"), "*.html").Order(StringComparer.Ordinal).ToList();
        var expected = await DescribeAsync([.. files]);
        var random = new Random(7);
        for (var round = 0; round < 2; round++)
        {
            Assert.Equal(expected, await DescribeAsync([.. files.OrderBy(_ => random.Next())]));
        }
    }

    [Fact]
    public async Task An_input_given_twice_counts_once()
    {
        var file = Path.Combine(Repository.Samples, "harbour-ferry", "01-ellery-courier.html");
        Assert.Single(Assert.Single((await RunAsync([file, file])).Briefs).Story.Accounts);
    }

    [Fact]
    public async Task One_bad_input_does_not_stop_the_rest()
    {
        var folder = Directory.CreateTempSubdirectory("stemma-bad");
        try
        {
            await File.WriteAllBytesAsync(Path.Combine(folder.FullName, "a.pdf"), "%PDF-1.7\n"u8.ToArray(), TestContext.Current.CancellationToken);
            await File.WriteAllBytesAsync(Path.Combine(folder.FullName, "b.bin"), [0, 1, 2, 255, 0, 7], TestContext.Current.CancellationToken);
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "c.html"), "", TestContext.Current.CancellationToken);
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "d.html"), "<html><body><nav><a href=/>Home</a></nav></body></html>", TestContext.Current.CancellationToken);
            var result = await RunAsync(
                [folder.FullName, Path.Combine(folder.FullName, "missing.html"), Path.Combine(Repository.Samples, "harbour-ferry", "01-ellery-courier.html")]);
            Assert.Single(result.Briefs);
            Assert.Equal(
                [FailureKind.Pdf, FailureKind.NotText, FailureKind.Empty, FailureKind.NoArticle, FailureKind.NotFound],
                result.Failures.Select(f => f.Kind));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task The_five_pages_about_one_event_are_one_story_of_seven_accounts_on_two_roots()
    {
        var seeds = Path.Combine(Repository.Shared, "seeds");
        Assert.SkipUnless(Directory.Exists(seeds), "The five pages are not at hand.");
        var brief = Assert.Single((await RunAsync([seeds])).Briefs);
        Assert.Equal(7, brief.Story.Accounts.Count);
        Assert.Equal(2, brief.Lineage.IndependentRoots);
        Assert.True(brief.Differences.Count(d => d.IsOutright) >= 2);
        Assert.Superset(
            new HashSet<DifferenceKind> { DifferenceKind.Designation, DifferenceKind.Number, DifferenceKind.Date, DifferenceKind.Qualifier },
            brief.Differences.Select(static d => d.Kind).ToHashSet());
        Assert.Equal(brief.Differences.Count, brief.Differences.DistinctBy(static d => (d.Kind, d.Sides[0].Value)).Count());
        BriefChecks.EveryLineIsVerbatim(brief);
        BriefChecks.LineageHasNoCircle(brief.Lineage);
    }

    private static async Task<string> DescribeAsync(string[] inputs)
    {
        var result = await RunAsync(inputs);
        var text = new StringBuilder();
        foreach (var brief in result.Briefs)
        {
            text.AppendLine($"{brief.Story.Id} {string.Join(' ', brief.Story.Accounts.Select(a => a.Id))} {brief.HeadlineOf}");
            text.AppendJoin(' ', brief.Lineage.Links.Select(l => l.Id)).AppendLine();
            text.AppendJoin(' ', brief.Claims.Select(c => $"{c.Id}{c.Status}")).AppendLine();
            text.AppendJoin(' ', brief.Utterances.Select(u => u.Id)).AppendLine();
            text.AppendJoin(' ', brief.Differences.Select(d => d.Id)).AppendLine();
            text.AppendJoin(' ', brief.OnlyInOne.Select(o => o.Id)).AppendLine();
            text.AppendJoin(' ', brief.Timeline.Select(t => t.Id)).AppendLine();
            text.AppendJoin(' ', brief.People.Select(p => p.Id)).AppendLine();
        }
        return text.ToString();
    }

    private static Task<PipelineResult> RunAsync(string[] inputs) =>
        new Pipeline(
            new DocumentFetcher(() => Stream.Null, null, TimeProvider.System, new FetchOptions()),
            OutletRegistry.LoadBuiltIn()).RunAsync(inputs, TestContext.Current.CancellationToken);
}
