using System.Xml.Linq;

namespace Stemma.Tests.Web;

/// <summary>A story to take along, in forms for people and for other programs.</summary>
public sealed class StoryFilesTests
{
    [Fact]
    public async Task A_story_can_be_taken_along_as_markdown_table_and_graph()
    {
        await using var app = await WebApp.WithSamplesAsync("border-memo");
        var story = (await app.Store.StoriesSinceAsync(DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue, 1, TestContext.Current.CancellationToken))[0];
        var page = (await app.GetAsync($"/stories/{story.Id}")).Page;
        foreach (var (name, type) in new[] { ("story.md", "text/markdown"), ("claims.csv", "text/csv"), ("lineage.gexf", "application/gexf+xml"), ("lineage.graphml", "application/graphml+xml") })
        {
            Assert.NotNull(page.QuerySelector($"a[href='/stories/{story.Id}/{name}']"));
            var answer = await app.GetAsync($"/stories/{story.Id}/{name}");
            Assert.Equal((200, type + "; charset=utf-8"), (answer.Status, answer.Headers.ContentType.ToString()));
            Assert.Contains(story.Id.ToString(), answer.Headers.ContentDisposition.ToString(), StringComparison.Ordinal);
            Assert.True(!name.EndsWith("ml", StringComparison.Ordinal) || XDocument.Parse(answer.Body).Root is not null);
        }
        var markdown = (await app.GetAsync($"/stories/{story.Id}/story.md")).Body;
        Assert.StartsWith("# " + story.Title, markdown, StringComparison.Ordinal);
        Assert.Contains("encoding=\"utf-8\"", (await app.GetAsync($"/stories/{story.Id}/lineage.gexf")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_story_that_is_not_there_has_no_files_either()
    {
        await using var app = await WebApp.StartAsync();
        Assert.Equal(404, (await app.GetAsync("/stories/s0000000000/story.md")).Status);
        Assert.Equal(404, (await app.GetAsync("/stories/s0000000000/lineage.gexf")).Status);
    }
}
