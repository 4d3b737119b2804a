using System.IO.Compression;
using System.Net;
using System.Text;
using Stemma.Fetching;
using Stemma.Model;

namespace Stemma.Tests.Fetching.Sources;

public sealed class SourceFinderTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("stemma-source");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("{\"text\":\"a\"}\n", false, SourceKind.JsonLines)]
    [InlineData("{\"text\":\"a\"}\n", true, SourceKind.JsonLines)]
    [InlineData("WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n\r\n\r\n", false, SourceKind.Archive)]
    [InlineData("WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n\r\n\r\n", true, SourceKind.Archive)]
    [InlineData("<opml><body><outline xmlUrl='https://paper.example/feed'/></body></opml>", false, SourceKind.FeedList)]
    [InlineData("<opml><body></body></opml>", false, SourceKind.Unreadable)]
    [InlineData("<!doctype html><p>page", false, SourceKind.File)]
    [InlineData("", false, SourceKind.File)]
    public async Task A_file_is_told_by_its_bytes_and_not_by_its_name(string content, bool isPacked, SourceKind kind)
    {
        var path = Path.Combine(_folder.FullName, isPacked ? "file.gz" : "file.bin");
        var bytes = Encoding.UTF8.GetBytes(content);
        using (var file = File.Create(path))
        {
            using Stream target = isPacked ? new GZipStream(file, CompressionLevel.Fastest) : file;
            target.Write(bytes);
        }
        Assert.Equal(kind, (await FindAsync(path)).Kind);
    }

    [Fact]
    public async Task A_folder_is_one_and_what_is_neither_path_nor_address_is_told()
    {
        Assert.Equal(SourceKind.Folder, (await FindAsync(_folder.FullName)).Kind);
        Assert.Equal(FailureKind.NotFound, (await FindAsync("no such file")).Failure!.Kind);
        Assert.Equal(FailureKind.BadAddress, (await FindAsync("ftp://paper.example/")).Failure!.Kind);
    }

    [Theory]
    [InlineData("paper.example", "<rss/>", SourceKind.Feeds)]
    [InlineData("https://paper.example/", "<urlset><url><loc>https://paper.example/a</loc></url></urlset>", SourceKind.Sitemap)]
    [InlineData("https://paper.example/", "<opml><outline xmlUrl='https://paper.example/feed'/></opml>", SourceKind.FeedList)]
    [InlineData("https://paper.example/", "<html><link rel=alternate type=application/rss+xml href=/feed>", SourceKind.Feeds)]
    [InlineData("https://paper.example/", "<html><p>A page", SourceKind.Page)]
    public async Task An_address_is_told_by_what_it_gives(string input, string body, SourceKind kind)
    {
        using var fetcher = ScriptedFetcher.Of(new ScriptedOutlet(r => r.RequestUri!.AbsolutePath == "/"
            ? ScriptedOutlet.Page(body)
            : new HttpResponseMessage(HttpStatusCode.NotFound)));
        var choice = await FindAsync(input, fetcher);
        Assert.Equal(kind, choice.Kind);
        Assert.Equal(kind is SourceKind.Feeds or SourceKind.FeedList, choice.Feeds.Count > 0);
        Assert.Equal(kind is SourceKind.Sitemap or SourceKind.Page, choice.Source is not null);
    }

    private static Task<SourceChoice> FindAsync(string input, WebFetcher? fetcher = null) =>
        new SourceFinder(fetcher, TimeProvider.System, new FetchOptions()).FindAsync(input, TestContext.Current.CancellationToken);
}
