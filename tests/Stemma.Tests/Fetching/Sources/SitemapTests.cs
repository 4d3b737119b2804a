using System.Net;
using System.Text;
using Stemma.Fetching;
using Stemma.Model;

namespace Stemma.Tests.Fetching.Sources;

public sealed class SitemapTests
{
    private const string News = """
        <?xml version="1.0" encoding="UTF-8"?>
        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
          <url><loc>https://paper.example/a?x=1&amp;y=2</loc><lastmod>2030-01-02</lastmod>
            <news:news><news:publication><news:name>The Paper</news:name><news:language>en</news:language></news:publication>
              <news:publication_date>2030-01-01T10:00:00Z</news:publication_date><news:title><![CDATA[Ferry & late]]></news:title></news:news>
            <image:image><image:loc>https://paper.example/a.jpg</image:loc></image:image>
          </url>
          <url><loc>not an address</loc></url>
          <url><loc>
             https://paper.example/b
          </loc>
        """;

    [Fact]
    public void The_news_tags_are_read_and_a_cut_sitemap_gives_what_it_holds()
    {
        var sitemap = Read(News);
        Assert.False(sitemap.IsIndex);
        Assert.Equal(["https://paper.example/a?x=1&y=2", "https://paper.example/b"], sitemap.Entries.Select(e => e.Url.AbsoluteUri));
        Assert.Equal(1, sitemap.Failed);
        Assert.Equal(
            new ItemHints { Title = "Ferry & late", Outlet = "The Paper", Language = "en", Published = "2030-01-01T10:00:00Z", Updated = "2030-01-02" },
            sitemap.Entries[0].Hints);
    }

    [Fact]
    public void A_plain_list_of_addresses_is_read() =>
        Assert.Equal(2, Read("https://paper.example/a\r\nhttps://paper.example/b\nftp://x\n").Entries.Count);

    [Fact]
    public async Task An_index_leads_to_its_sitemaps_the_newest_first_and_each_once()
    {
        var outlet = new ScriptedOutlet(r => r.RequestUri!.AbsolutePath switch
        {
            "/index.xml" => ScriptedOutlet.Page(Index(("/old.xml", "2020-01-01"), ("/new.xml", "2030-01-01"), ("/index.xml", ""), ("/missing.xml", ""))),
            "/old.xml" => ScriptedOutlet.Page(Pages("/1", "/2")),
            "/new.xml" => Gzipped(Pages("/3", "/1")),
            _ => new HttpResponseMessage(HttpStatusCode.NotFound),
        });
        var items = await ReadAsync(outlet);
        Assert.Equal(["/3", "/1", "/2"], items.Where(i => i.Link is not null).Select(i => i.Link!.AbsolutePath));
        Assert.Equal(FailureKind.HttpStatus, Assert.Single(items, i => i.Failure is not null).Failure!.Kind);
    }

    [Fact]
    public async Task An_index_that_names_ever_new_indexes_is_left()
    {
        var count = 0;
        var outlet = new ScriptedOutlet(_ => ScriptedOutlet.Page(
            Index([.. Enumerable.Range(0, 30).Select(_ => ($"/{count++}.xml", ""))])));
        await ReadAsync(outlet);
        Assert.InRange(outlet.Asked.Count, 1, 50);
    }

    private static Sitemap Read(string text) => SitemapReader.Read(Encoding.UTF8.GetBytes(text), null);

    private static string Index(params (string Path, string Date)[] children) =>
        $"<sitemapindex>{string.Concat(children.Select(c => $"<sitemap><loc>https://paper.example{c.Path}</loc><lastmod>{c.Date}</lastmod></sitemap>"))}</sitemapindex>";

    private static string Pages(params string[] paths) =>
        $"<urlset>{string.Concat(paths.Select(p => $"<url><loc>https://paper.example{p}</loc></url>"))}</urlset>";

    private static HttpResponseMessage Gzipped(string text) =>
        new() { Content = new ByteArrayContent(Faults.FaultBodies.Gzip(Encoding.UTF8.GetBytes(text))) };

    private static async Task<List<SourceItem>> ReadAsync(ScriptedOutlet outlet)
    {
        using var fetcher = ScriptedFetcher.Of(outlet);
        List<SourceItem> items = [];
        await foreach (var item in new SitemapSource(new Uri("https://paper.example/index.xml"), fetcher).ReadAsync(TestContext.Current.CancellationToken))
        {
            items.Add(item);
        }
        return items;
    }
}
