using System.Net;
using System.Text;
using Stemma.App.Ui.Pictures;
using Stemma.Model;
using Stemma.Storage;
using Stemma.Tests.Fetching;
using Stemma.Tests.Storage;

namespace Stemma.Tests.Web;

/// <summary>Pictures: only when wanted, only what an article names, only what is a picture by its bytes, and never asked by the browser elsewhere.</summary>
public sealed class PictureTests
{
    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, (byte)'I', (byte)'H', (byte)'D', (byte)'R', 0, 0, 4, 0xB0, 0, 0, 3, 0x20, 8, 2, 0, 0, 0];

    public static TheoryData<string, string, int, int> Headers => new()
    {
        { Convert.ToHexString(Png), "image/png", 1200, 800 },
        { Hex("GIF89a") + "4001F000", "image/gif", 320, 240 },
        { "FFD8" + "FFE00010" + new string('0', 28) + "FFC0" + "0011" + "08" + "0258" + "0320" + "03012200", "image/jpeg", 800, 600 },
        { Hex("RIFF") + "00000000" + Hex("WEBPVP8X") + "0A000000" + "00000000" + "1F0300" + "570200", "image/webp", 800, 600 },
        { Hex("RIFF") + "00000000" + Hex("WEBPVP8 ") + "0A000000" + "000000" + "9D012A" + "2003" + "5802", "image/webp", 800, 600 },
        { Hex("RIFF") + "00000000" + Hex("WEBPVP8L") + "0A000000" + "2F" + "1FC39500", "image/webp", 800, 600 },
        { "0000001C" + Hex("ftypavif") + "00000000" + Hex("avifmif1") + "00000014" + Hex("ispe") + "00000000" + "00000320" + "00000258", "image/avif", 800, 600 },
    };

    [Theory]
    [MemberData(nameof(Headers))]
    public void A_picture_is_what_its_bytes_say(string hex, string type, int width, int height)
    {
        var bytes = Convert.FromHexString(hex);
        Assert.Equal(new PictureHeader(type, width, height), PictureHeader.Read(bytes));
        // Cut anywhere, or noisy anywhere, it is read or refused, and nothing is thrown.
        var random = new Random(7);
        for (var i = 0; i < bytes.Length; i++)
        {
            _ = PictureHeader.Read(bytes.AsSpan(0, i));
            var noisy = bytes.ToArray();
            noisy[i] = (byte)random.Next(256);
            _ = PictureHeader.Read(noisy);
        }
    }

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' width='10' height='10'><script>alert(1)</script></svg>")]
    [InlineData("<!DOCTYPE html><html><body>GIF89a</body></html>")]
    [InlineData("")]
    [InlineData("BM6")]
    public void What_is_none_of_five_kinds_is_no_picture(string content) => Assert.Null(PictureHeader.Read(Encoding.UTF8.GetBytes(content)));

    [Fact]
    public void A_picture_too_large_for_a_browser_is_not_passed_on()
    {
        var huge = Png.ToArray();
        (huge[16], huge[17]) = (0x00, 0xFF);
        Assert.False(PictureHeader.Read(huge)!.Value.IsOfSensibleSize);
    }

    [Fact]
    public async Task A_picture_is_shown_when_asked_for_with_the_words_of_the_outlet_and_fetched_once()
    {
        using var folder = new PictureFolder();
        var outlet = new ScriptedOutlet(_ => new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(Png) });
        using var web = ScriptedFetcher.Of(outlet);
        await using var app = await WebApp.StartAsync(pictures: new PictureProxy(web, new PictureCache(folder.Path, TimeProvider.System), TimeProvider.System));
        var id = await AddAsync(app, "https://pictures.example/harbour.png");

        var page = (await app.GetAsync($"/articles/{id}")).Page;
        Assert.Empty(page.QuerySelectorAll("img"));
        Assert.Equal($"/articles/{id}?picture=1", page.QuerySelector(".ask-picture a")!.GetAttribute("href"));
        Assert.Empty(outlet.Asked);

        page = (await app.GetAsync($"/articles/{id}?picture=1")).Page;
        var image = Assert.Single(page.QuerySelectorAll("img"));
        Assert.Equal("The quay of Ellery after the storm", image.GetAttribute("alt"));
        Assert.Equal(("1200", "800", "lazy"), (image.GetAttribute("width"), image.GetAttribute("height"), image.GetAttribute("loading")));
        Assert.Contains("Ada Lund/Packet Photos", page.QuerySelector(".picture figcaption")!.TextContent, StringComparison.Ordinal);

        for (var i = 0; i < 2; i++)
        {
            var answer = await app.GetAsync(image.GetAttribute("src")!);
            Assert.Equal((200, "image/png"), (answer.Status, answer.Headers.ContentType.ToString()));
            Assert.Contains("sandbox", answer.Headers.ContentSecurityPolicy.ToString(), StringComparison.Ordinal);
        }
        Assert.Single(outlet.Asked);

        await app.PostAsync("/settings", "pictures=1");
        Assert.NotEmpty((await app.GetAsync($"/articles/{id}")).Page.QuerySelectorAll("img"));
        await app.PostAsync("/settings", "theme=dark");
        Assert.Empty((await app.GetAsync($"/articles/{id}")).Page.QuerySelectorAll("img"));
    }

    [Theory]
    [InlineData("https://pictures.example/page.html", "<html>no picture</html>")]
    [InlineData("http://127.0.0.1/harbour.png", null)]
    [InlineData("http://169.254.169.254/harbour.png", null)]
    [InlineData("http://[::1]/harbour.png", null)]
    public async Task What_is_no_picture_or_stands_in_a_network_of_ones_own_is_not_passed_on(string address, string? content)
    {
        using var folder = new PictureFolder();
        var outlet = new ScriptedOutlet(_ => new HttpResponseMessage(HttpStatusCode.OK) { Content = content is null ? new ByteArrayContent(Png) : new StringContent(content) });
        using var web = ScriptedFetcher.Of(outlet);
        await using var app = await WebApp.StartAsync(pictures: new PictureProxy(web, new PictureCache(folder.Path, TimeProvider.System), TimeProvider.System));
        var id = await AddAsync(app, address);
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(404, (await app.GetAsync($"/articles/{id}/pictures/0")).Status);
        }
        Assert.True(outlet.Asked.Count <= (content is null ? 0 : 1), $"{outlet.Asked.Count}");
    }

    [Fact]
    public async Task Only_pictures_that_a_stored_article_names_are_fetched()
    {
        using var folder = new PictureFolder();
        var outlet = new ScriptedOutlet(_ => new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(Png) });
        using var web = ScriptedFetcher.Of(outlet);
        await using var app = await WebApp.StartAsync(pictures: new PictureProxy(web, new PictureCache(folder.Path, TimeProvider.System), TimeProvider.System));
        var id = await AddAsync(app, "https://pictures.example/harbour.png");
        foreach (var path in new[] { $"/articles/{id}/pictures/99", $"/articles/{id}/pictures/-1", $"/articles/{id}/pictures/x", "/articles/a0000000000/pictures/0", $"/articles/{id}/pictures/0?url=https%3A%2F%2Felse.example%2F" })
        {
            _ = await app.GetAsync(path);
        }
        Assert.All(outlet.Asked, a => Assert.Equal("pictures.example", a.Host));
    }

    [Fact]
    public async Task The_folder_of_pictures_stays_within_its_bound()
    {
        using var folder = new PictureFolder();
        var cache = new PictureCache(folder.Path, TimeProvider.System, mostBytes: 10_000);
        for (var i = 0; i < 40; i++)
        {
            await cache.KeepAsync(new Uri($"https://pictures.example/{i}"), new byte[1000], TestContext.Current.CancellationToken);
        }
        Assert.True(new DirectoryInfo(folder.Path).GetFiles().Sum(f => f.Length) <= 11_000);
        Assert.NotNull(await cache.FindAsync(new Uri("https://pictures.example/39"), TestContext.Current.CancellationToken));
    }

    private static string Hex(string text) => Convert.ToHexString(Encoding.ASCII.GetBytes(text));

    private static async Task<ArticleId> AddAsync(WebApp app, string picture)
    {
        var url = new Uri("https://packet.example/harbour");
        var html = $"""
            <html><head><title>Storm closes the port of Ellery</title><meta property="og:site_name" content="The Packet"><meta property="og:image" content="{picture}"></head>
            <body><article><h1>Storm closes the port of Ellery</h1>
            <figure><img src="{picture}"><figcaption>The quay of Ellery after the storm (Ada Lund/Packet Photos)</figcaption></figure>
            <p>The port of Ellery stayed closed on Tuesday after a storm had thrown boats upon the quay, the harbour master said.</p>
            <p>“Nobody sails before the wreck is lifted,” harbour master Jane Hollis said on Tuesday in front of the town hall.</p>
            <p>Two ferries waited outside the mole through the night, and their passengers were taken ashore by the lifeboat in the morning.</p></article></body></html>
            """;
        await app.Store.AcceptAsync(
            [new Submission { Url = url, Document = new FetchedDocument { Source = "test", Url = url, Content = Encoding.UTF8.GetBytes(html), MediaType = "text/html", Charset = "utf-8", FetchedAt = StoreFolder.Now } }],
            StoreFolder.Now, TestContext.Current.CancellationToken);
        await app.AddAsync();
        return (await app.Store.ArticlesAsync(new ArticleFilter { Limit = 1 }, default, TestContext.Current.CancellationToken))[0].Id;
    }

    private sealed class PictureFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("stemma-pictures").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
