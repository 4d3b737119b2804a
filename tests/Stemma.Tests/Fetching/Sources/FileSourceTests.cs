using System.IO.Compression;
using System.Text;
using Stemma.Fetching;

namespace Stemma.Tests.Fetching.Sources;

public sealed class FileSourceTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("stemma-source");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("{\"text\":\"a\"}\n", false, typeof(JsonLinesSource))]
    [InlineData("{\"text\":\"a\"}\n", true, typeof(JsonLinesSource))]
    [InlineData("WARC/1.0\r\nWARC-Type: resource\r\nContent-Length: 1\r\n\r\na\r\n\r\n", false, typeof(WarcSource))]
    [InlineData("WARC/1.0\r\nWARC-Type: resource\r\nContent-Length: 1\r\n\r\na\r\n\r\n", true, typeof(WarcSource))]
    [InlineData("{\"version\":\"https://jsonfeed.org/version/1\"}", false, typeof(FolderSource))]
    [InlineData("<opml><body></body></opml>", false, typeof(FolderSource))]
    [InlineData("<!doctype html><p>page", false, typeof(FolderSource))]
    public async Task A_file_is_told_by_its_bytes_and_read(string content, bool isPacked, Type kind)
    {
        var path = Path.Combine(_folder.FullName, "file.data");
        using (var file = File.Create(path))
        {
            using Stream target = isPacked ? new GZipStream(file, CompressionLevel.Fastest) : file;
            target.Write(Encoding.UTF8.GetBytes(content));
        }
        var source = FileSource.Of(path, TimeProvider.System, new FetchOptions());
        Assert.IsType(kind, source);
        List<SourceItem> items = [];
        await foreach (var item in source.ReadAsync(TestContext.Current.CancellationToken))
        {
            items.Add(item);
        }
        Assert.NotNull(Assert.Single(items).Document);
    }

    [Fact]
    public async Task A_missing_file_is_told_when_it_is_read()
    {
        await foreach (var item in FileSource.Of("no/such/file", TimeProvider.System, new FetchOptions()).ReadAsync(TestContext.Current.CancellationToken))
        {
            Assert.NotNull(item.Failure);
        }
    }
}
