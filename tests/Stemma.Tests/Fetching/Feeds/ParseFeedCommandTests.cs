using System.Text.Json;
using Stemma.Tests.CommandLine;

namespace Stemma.Tests.Fetching.Feeds;

public sealed class ParseFeedCommandTests : IDisposable
{
    private const string Gazette = """
        <rss version="2.0"><channel><title>Harbour Gazette</title><link>https://gazette.example/</link>
        <item><title>Bridge &amp; tide</title><link>/merrow</link><guid isPermaLink="false">g-1</guid><pubDate>Mon, 05 May 2031 06:10:00 +0100</pubDate>
        <description>&lt;p onclick="go()"&gt;It may close.&lt;/p&gt;</description></item></channel></rss>
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("stemma-feed-");

    [Fact]
    public async Task A_feed_is_one_line_with_its_entries()
    {
        var (code, output, errors) = await CommandRun.RunAsync("parse-feed", Write("a.xml", Gazette), "--url", "https://gazette.example/feed");

        Assert.Equal((0, ""), (code, errors));
        var feed = Assert.Single(Lines(output));
        Assert.Equal("Harbour Gazette", feed.GetProperty("title").GetString());
        Assert.Equal("rss20", feed.GetProperty("format").GetString());
        Assert.True(feed.GetProperty("well_formed").GetBoolean());
        var entry = Assert.Single(feed.GetProperty("entries").EnumerateArray());
        Assert.Equal("g-1", entry.GetProperty("key").GetString());
        Assert.Equal("https://gazette.example/merrow", entry.GetProperty("link").GetString());
        Assert.Equal("Bridge & tide", entry.GetProperty("title").GetString());
        Assert.Equal("2031-05-05T06:10:00+01:00", entry.GetProperty("published").GetString());
        Assert.Equal("It may close.", entry.GetProperty("summary").GetString());
        Assert.Equal("<p>It may close.</p>", entry.GetProperty("summary_detail").GetProperty("html").GetString());
    }

    [Fact]
    public async Task A_folder_stands_for_its_files_and_one_that_is_no_feed_says_so()
    {
        Write("a.xml", Gazette);
        Write("b.html", "<!doctype html><p>Hi</p>");
        var (code, output, errors) = await CommandRun.RunAsync("parse-feed", _folder.FullName);

        Assert.Equal(0, code);
        Assert.Equal(2, Lines(output).Count);
        Assert.Contains("b.html: holds no feed", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_exit_code_tells_no_feed_from_no_file()
    {
        Assert.Equal(1, (await CommandRun.RunAsync("parse-feed", Write("b.html", "<p>Hi"))).Code);
        Assert.Equal(2, (await CommandRun.RunAsync("parse-feed", Path.Combine(_folder.FullName, "none.xml"))).Code);
        Assert.Equal(2, (await CommandRun.RunAsync("parse-feed", Write("a.xml", Gazette), "--url", "gazette")).Code);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }

    private static List<JsonElement> Lines(string output) =>
        [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement)];
}
