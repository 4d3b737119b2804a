using System.Text;
using AngleSharp.Dom;
using Stemma.Model;
using Stemma.Storage;
using Stemma.Tests.Storage;

namespace Stemma.Tests.Web;

/// <summary>Markup in titles, bodies, names and addresses stays text on every page.</summary>
public sealed class InjectionTests
{
    private static readonly string[] Vectors =
    [
        "<script>alert(1)</script>", "\"><script>alert(1)</script>", "'><script>alert(1)</script>", "</title><script>alert(1)</script>",
        "</textarea><script>alert(1)</script>", "</style><script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg onload=alert(1)>",
        "<svg><script>alert(1)</script></svg>", "<body onload=alert(1)>", "<iframe src=javascript:alert(1)>", "<iframe srcdoc=\"<script>alert(1)</script>\">",
        "<a href=javascript:alert(1)>x</a>", "<a href=\"data:text/html,<script>alert(1)</script>\">x</a>", "<form action=//evil.example><button>x",
        "<input autofocus onfocus=alert(1)>", "<details open ontoggle=alert(1)>", "<video><source onerror=alert(1)>", "<math><mi xlink:href=javascript:alert(1)>",
        "<object data=javascript:alert(1)>", "<embed src=javascript:alert(1)>", "<link rel=stylesheet href=//evil.example/x.css>", "<style>*{display:none}</style>",
        "<meta http-equiv=refresh content=\"0;url=//evil.example\">", "<base href=//evil.example/>", "<marquee onstart=alert(1)>", "<template><script>alert(1)</script></template>",
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">", "<!--><script>alert(1)</script-->", "<![CDATA[<script>alert(1)</script>]]>", "<?php echo 1 ?>",
        "\" onmouseover=\"alert(1)", "' onmouseover='alert(1)", "` onmouseover=`alert(1)", "\" style=\"background:url(//evil.example)", "\" autofocus onfocus=alert(1) x=\"",
        "x\" onclick=alert(1) \"", "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", "&#60;script&#62;alert(1)&#60;/script&#62;", "&lt;script&gt;alert(1)&lt;/script&gt;",
        "%3Cscript%3Ealert(1)%3C/script%3E", "\u003cscript\u003ealert(1)\u003c/script\u003e", "<scr<script>ipt>alert(1)</scr</script>ipt>", "<script/src=//evil.example/x.js>",
        "<script\u0000>alert(1)</script>", "\u202e<script>alert(1)</script>", "{{constructor.constructor('alert(1)')()}}", "<x onclick=alert(1)>click</x>", "@(alert(1))", "]]><script>alert(1)</script>",
    ];

    [Fact]
    public async Task None_of_fifty_vectors_leaves_its_place_on_any_page()
    {
        Assert.True(Vectors.Length >= 50);
        await using var app = await WebApp.StartAsync();
        var cancel = TestContext.Current.CancellationToken;
        var submissions = new List<Submission>();
        for (var i = 0; i < Vectors.Length; i++)
        {
            submissions.Add(Hostile(i));
        }
        await app.Store.AcceptAsync(submissions, StoreFolder.Now, cancel);
        await app.Folder.RunAsync();
        foreach (var (vector, i) in Vectors.Select((v, i) => (v, i)))
        {
            var address = new Uri($"https://feeds.example/{i}?q={Uri.EscapeDataString(vector)}");
            await app.Store.AddFeedAsync(new FeedRecord { Id = FeedId.Of(address), Address = address, Given = address, Title = vector, Named = vector, Folder = vector, HomePage = address }, cancel);
            var article = (await app.Store.ArticlesAsync(new ArticleFilter { Limit = 100 }, default, cancel))[i % 40];
            await app.Store.LabelAsync(new ReaderScope(UserRecord.First), article.Seq, vector, true, cancel);
            await app.Store.SaveSearchAsync(new ReaderScope(UserRecord.First), vector, true, StoreFolder.Now, cancel);
            await app.Store.AddFilterAsync(new ReaderScope(UserRecord.First), i % 2 == 0 ? vector : "bridge -" + vector, i % 4 == 0 ? FilterAct.Label : FilterAct.Star, vector, StoreFolder.Now, cancel);
            await app.Store.ApplyFilterAsync(new ReaderScope(UserRecord.First), i + 1, cancel);
            var target = await app.Store.AddTargetAsync(new AlertTarget { Id = 0, Scope = new ReaderScope(UserRecord.First), Kind = (TargetKind)(i % 3), Address = vector, Secret = [1], At = StoreFolder.Now }, cancel);
            await app.Store.AddAlertAsync(new ReaderScope(UserRecord.First), target, vector, TimeSpan.Zero, StoreFolder.Now, cancel);
            await app.Store.TellAsync(new ReaderScope(UserRecord.First), target, new AlertNews { Kind = AlertNewsKind.Article, Title = vector, Query = vector }, vector, StoreFolder.Now, cancel);
            await app.Store.AddTokenAsync(new ReaderScope(UserRecord.First), vector, new byte[] { (byte)i }, StoreFolder.Now, cancel);
        }
        var filtering = new LiveFiltering(app.Store, TimeProvider.System);
        while (await filtering.FilterAsync(cancel))
        {
        }
        foreach (var delivery in await app.Store.DeliveriesDueAsync(DateTimeOffset.MaxValue.AddYears(-1), 1000, cancel))
        {
            await app.Store.DeliveryFailedAsync(delivery.Id, Vectors[(int)delivery.Id % Vectors.Length], StoreFolder.Now, delivery.Id % 2 == 0, StoreFolder.Now, cancel);
        }
        var seen = 0;
        var lines = await app.Store.ArticlesAsync(new ArticleFilter { Limit = 100 }, new ReaderScope(UserRecord.First), cancel);
        var feeds = await app.Store.FeedsAsync(cancel);
        IEnumerable<string> paths =
        [
            .. await AllPages.AddressesAsync(app), .. lines.Select(l => "/articles/" + l.Id), .. lines.Select(l => "/stories/" + l.Story).Distinct(),
            .. feeds.Where((_, i) => i % 2 == 0).Select(f => "/feeds/" + f.Id), .. Vectors.Select(v => "/search?q=" + Uri.EscapeDataString(v)), .. Vectors.Select(v => "/filters?q=" + Uri.EscapeDataString(v)), .. Vectors.Select(v => "/alerts?q=" + Uri.EscapeDataString(v)), .. Vectors.Select(v => "/speakers?name=" + Uri.EscapeDataString(v)),
            .. Vectors.Where((_, i) => i % 3 == 0).Select(v => "/outlets?name=" + Uri.EscapeDataString(v)), .. Vectors.Where((_, i) => i % 3 == 1).Select(v => "/?place=" + Uri.EscapeDataString(v)), .. Vectors.Where((_, i) => i % 3 == 2).Select(v => "/nowhere/" + Uri.EscapeDataString(v)),
        ];
        foreach (var path in paths)
        {
            var answer = await app.GetAsync(path);
            Assert.True(answer.Status < 500, $"{path}: {answer.Status}");
            if (!answer.Headers.ContentType.ToString().StartsWith("text/html", StringComparison.Ordinal) || answer.Headers.ContentDisposition.Count > 0)
            {
                continue;
            }
            seen++;
            Check(path, answer.Page);
        }
        Assert.True(seen > 200, $"{seen} pages");
    }

    private static void Check(string path, IDocument page)
    {
        // Our own script and style, and nothing else that runs, loads or leads away.
        Assert.True(page.QuerySelectorAll("script").All(s => s.TextContent.Length == 0 && s.GetAttribute("src")!.StartsWith("/assets/", StringComparison.Ordinal)), path + ": a script");
        Assert.True(page.QuerySelectorAll("style, iframe, object, embed, base, meta[http-equiv], img:not([src^='/articles/']), video, template, marquee, math, body form form").Length == 0, path + ": an element");
        Assert.True(page.QuerySelectorAll("link[rel=stylesheet]").Length == 1, path + ": a style sheet");
        foreach (var element in page.All)
        {
            foreach (var attribute in element.Attributes)
            {
                Assert.False(attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || attribute.Name == "style", $"{path}: {element.LocalName} {attribute.Name}");
                if (attribute.Name is "href" or "src" or "action" or "formaction" or "xlink:href")
                {
                    var isOurs = attribute.Value.StartsWith('/') && !attribute.Value.StartsWith("//", StringComparison.Ordinal);
                    Assert.True(isOurs || attribute.Value.StartsWith('#') || attribute.Value.StartsWith("http://", StringComparison.Ordinal) || attribute.Value.StartsWith("https://", StringComparison.Ordinal), $"{path}: {attribute.Value}");
                    Assert.False(element.LocalName == "form" && !isOurs, $"{path}: a form that leads away");
                }
            }
        }
    }

    private static Submission Hostile(int i)
    {
        var vector = Vectors[i];
        var text = System.Net.WebUtility.HtmlEncode(vector);
        var url = new Uri($"https://site{i}.example/?a={Uri.EscapeDataString(vector)}");
        var html = $"""
            <html><head><title>{text} council votes for bridge number {i}</title><meta property="og:site_name" content="{text}"></head>
            <body><article><h1>{text} council votes for bridge number {i}</h1><p class="byline">By {text}</p>
            <p>The council of Farrow voted on Tuesday to build bridge number {i} over the river Sorme, {text} the mayor said.</p>
            <p>“We shall build it before winter, {text} and nobody will stop us,” mayor Jane Hollis said on Tuesday in the town hall.</p>
            <p>According to the Farrow Echo {text} the bridge will cost nine million crowns and take two years to be finished.</p></article></body></html>
            """;
        return new Submission
        {
            Url = url,
            Outlet = vector,
            Title = vector,
            Author = vector,
            Excerpt = vector,
            Language = i % 7 == 0 ? vector[..Math.Min(8, vector.Length)] : "en",
            Document = new FetchedDocument { Source = vector, Url = url, Content = Encoding.UTF8.GetBytes(html), MediaType = "text/html", Charset = "utf-8", FetchedAt = StoreFolder.Now },
        };
    }
}
